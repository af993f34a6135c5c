import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { profileProblems } from '#shared/domain/rule-check'
import { repAtDesk } from '#electron/db/device'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { rescore } from './rescore.ts'
import { currentRules } from './rules.ts'

export const rulesHandlers = (deps: Deps) =>
  ({
    'rules.get': () => getRules(deps),
    'rules.save': (input) => saveRules(deps, input),
  }) satisfies Partial<Handlers>

function getRules({ db }: Deps): Output<'rules.get'> {
  const { version, score } = currentRules(db)
  return { version, score: structuredClone(score) as Output<'rules.get'>['score'] }
}

function saveRules(deps: Deps, input: Input<'rules.save'>): Output<'rules.save'> {
  const rep = repAtDesk(deps.db)
  if (!rep || !atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes the rules.', 'needs-admin')
  const reasons = profileProblems(input.data)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const { kind, data } = input
  const version = deps.db.transaction((tx) => insertRules(tx, { kind, data, at: deps.now(), repId: rep.id }))
  deps.emit({ kind: 'changed', topics: ['rules'] })
  void rescore(deps, null)
  return { kind: 'saved', version }
}
