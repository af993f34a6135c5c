import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { outcomeNameProblems, type OutcomeNames } from '#shared/domain/outcome-names'
import { atLeast } from '#shared/domain/people'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { newestRule, versionsOf } from './rules.ts'

const KIND = 'outcomes'
const SHIPPED = { version: 0, at: null, by: null, names: {} }

export const outcomeHandlers = (deps: Deps) =>
  ({
    'outcome.get': () => get(deps.db),
    'outcome.save': (input) => save(deps, input),
  }) satisfies Partial<Handlers>

/** `outcome.save` let nothing in that is not of its kind. */
export const outcomeNames = (db: Db): OutcomeNames =>
  (newestRule(db, KIND)?.data as OutcomeNames | undefined) ?? {}

function get(db: Db): Output<'outcome.get'> {
  const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
  const made = versionsOf(db, KIND).map(({ version, at, repId, data }) => ({
    version,
    at,
    by: repId === null ? null : (reps.get(repId) ?? null),
    names: structuredClone(data) as Input<'outcome.save'>['names'],
  }))
  return { versions: [...made, SHIPPED] }
}

function save(deps: Deps, { names }: Input<'outcome.save'>): Output<'outcome.save'> {
  const rep = sitting(deps.db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin names the outcomes.', 'needs-admin')
  const reasons = outcomeNameProblems(names)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const row = { kind: KIND, data: names, at: deps.now(), repId: rep.id }
  const version = deps.db.transaction((tx) => insertRules(tx, row))
  deps.emit({ kind: 'changed', topics: ['rules'] })
  return { kind: 'saved', version }
}
