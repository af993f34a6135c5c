import type { Call } from '#shared/contract/api'
import { reasonProblems } from '#shared/domain/reason-check'
import { isOwnReason } from '#shared/domain/reason'
import { CatalogueEditor } from '../catalogue/catalogue-editor.tsx'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { NewReason } from './new-reason.tsx'
import { ReasonFields } from './reason-fields.tsx'
import type { Entry, Problem } from './reason.ts'
import { ReasonPreview } from './reason-preview.tsx'
import { reasonColumns } from './reason-columns.ts'
import { reasonWords, type ReasonWords } from './reason-words.ts'

const REASONS: Catalogue<Entry, Problem, ReasonWords> = {
  isOwn: isOwnReason,
  fields: ['label', 'on', 'exit', 'days', 'again'],
  get: (call) => call('reason.get', {}),
  save: (call, version) => call('reason.save', version),
  restore: (call, version) => call('reason.restore', version),
  problemsOf: reasonProblems,
  wordsOf: reasonWords,
  columnsOf: reasonColumns,
  nameKey: ({ code }) => `call.reason.${code}`,
  Fields: ReasonFields,
  New: NewReason,
  Preview: ReasonPreview,
}

/** Why leads leave, where they go and for how long, by version: PRODUCT.md section 8. */
export const ReasonsEditor = (props: { call: Call; mayChange: boolean }) => (
  <CatalogueEditor of={REASONS} {...props} />
)
