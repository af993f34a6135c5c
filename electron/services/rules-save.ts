import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { profileProblems } from '#shared/domain/rule-check'
import { SIGNAL_KINDS, type ScoreProfile } from '#shared/domain/profile'
import { repAtDesk } from '#electron/db/device'
import { rescoreProgress, type Reach } from '#electron/db/rescore'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { askRescore, resumeRescore, stopRescore } from './rescore.ts'
import { fieldsOf, samplesOf } from './score-fields.ts'
import { currentRules } from './rules.ts'

export const rulesHandlers = (deps: Deps) =>
  ({
    'rules.get': () => getRules(deps),
    'rules.save': ({ data }) => saveScore(deps, data),
    'rules.fields': () => fieldsOf(deps.db),
    'rules.rescore': ({ go }) => {
      if (go) void resumeRescore(deps)
      else stopRescore(deps)
      return {}
    },
  }) satisfies Partial<Handlers>

function getRules({ db }: Deps): Output<'rules.get'> {
  const { version, score } = currentRules(db)
  const going = rescoreProgress(db)
  return {
    version,
    score: structuredClone(score) as Output<'rules.get'>['score'],
    rescore: going && { done: going.done, total: going.total, stopped: going.paused === true },
  }
}

/** A new version of the score's profile, and every lead scored by it. Throws AppError 'not-allowed' (admins only). */
export async function saveScore(deps: Deps, data: Saved['data']): Promise<Output<'rules.save'>> {
  const rep = repAtDesk(deps.db)
  if (!rep || !atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes the rules.', 'needs-admin')
  const reasons = profileProblems(data, await samplesOf(deps.db, data))
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const before = currentRules(deps.db).score
  const row = { kind: 'score', data, at: deps.now(), repId: rep.id } as const
  const version = deps.db.transaction((tx) => {
    askRescore(tx, null, reachOf(before, data))
    return insertRules(tx, row)
  })
  deps.emit({ kind: 'changed', topics: ['rules'] })
  void resumeRescore(deps)
  return { kind: 'saved', version }
}
type Saved = Input<'rules.save'>

/** How much of a lead a change of the profile touches. */
function reachOf(before: ScoreProfile, after: ScoreProfile): Reach {
  const groups = ({ signals }: ScoreProfile) => SIGNAL_KINDS.map((kind) => signals[kind].group).join()
  // Who is hot goes by which signals show intent.
  if (groups(before) !== groups(after)) return 'intent'
  const rest = ({ signals, readingCap }: ScoreProfile) => JSON.stringify([signals, readingCap])
  return rest(before) === rest(after) ? 'fit' : 'signals'
}
