import type { Call } from '#shared/contract/api'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import { isOwn } from '#shared/domain/outcome-set'
import { CatalogueEditor } from '../catalogue/catalogue-editor.tsx'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { NewOutcome } from './new-outcome.tsx'
import { OutcomeFields } from './outcome-fields.tsx'
import { OutcomePreview } from './outcome-preview.tsx'
import type { Entry, Problem } from './outcome.ts'
import { outcomeColumns } from './outcome-columns.tsx'
import { outcomeWords, type OutcomeWords } from './outcome-words.ts'

const OUTCOMES: Catalogue<Entry, Problem, OutcomeWords> = {
  isOwn,
  fields: ['label', 'key', 'on', 'needs', 'delay', 'reason', 'kind'],
  get: (call) => call('outcome.get', {}),
  save: (call, version) => call('outcome.save', version),
  restore: (call, version) => call('outcome.restore', version),
  problemsOf: (set, versions) => {
    const earlier = versions.flatMap((version) => version.set)
    const kinds = new Map(earlier.map(({ code, kind }) => [code, kind]))
    return outcomeProblems(set, { kinds, taken: new Map(deskKeys()) })
  },
  wordsOf: outcomeWords,
  columnsOf: outcomeColumns,
  nameKey: ({ kind }) => `call.outcome.${kind}`,
  Fields: OutcomeFields,
  New: NewOutcome,
  Preview: OutcomePreview,
}

/** What the team's outcomes are called, ask for and do, by version: PRODUCT.md section 4. */
export const OutcomesEditor = (props: { call: Call; mayChange: boolean }) => (
  <CatalogueEditor of={OUTCOMES} {...props} />
)
