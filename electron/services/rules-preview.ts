import type { Handlers, Input, Output } from '#shared/contract/api'
import { effectOf, type Moved } from '#shared/domain/effect'
import type { ScoreProfile, Signal } from '#shared/domain/profile'
import { behaviourOf, fitOf, hasIntent, isMql } from '#shared/domain/score'
import { IN_QUEUE } from '#shared/domain/stage'
import { keptColumns } from '#electron/db/columns'
import { signalsOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { countLeads, EVERYTHING, leadsAfter, type ScoreRow } from '#electron/db/rescore'
import type { Deps } from './deps.ts'
import { currentRules } from './rules.ts'

/** Milliseconds of an answer: calls that are logged meanwhile wait for no more. */
const TURN = 15
const STRETCH = 200

export const previewHandlers = (deps: Deps) =>
  ({ 'rules.preview': (input) => preview(deps, input) }) satisfies Partial<Handlers>

/**
 * What other rules would come to, for the leads of the next few milliseconds: whoever asks adds up, goes on from
 * `after`, and stops by not asking. Nothing is written.
 */
function preview({ db, now }: Deps, { data, after }: Input<'rules.preview'>): Output<'rules.preview'> {
  const began = performance.now()
  const present = currentRules(db).score
  const moves: Moved[] = []
  let seen = 0
  let at: number | null = after
  while (at !== null && performance.now() - began < TURN) {
    const rows = leadsAfter(db, { listId: null, after: at }, EVERYTHING, STRETCH)
    seen += rows.length
    for (const row of rows)
      if (IN_QUEUE.includes(row.stage)) moves.push(movedBy(db, row, present, data, now()))
    at = rows.length < STRETCH ? null : (rows.at(-1)?.n ?? null)
  }
  const total = after === 0 ? countLeads(db, null) : null
  return { seen, effect: effectOf(moves), after: at, total }
}

function movedBy(db: Db, row: ScoreRow, present: ScoreProfile, other: ScoreProfile, now: number): Moved {
  const signals: readonly Signal[] = row.acted === 1 ? signalsOf(db, row.id) : []
  const facts = { ...row, extra: keptColumns(row.extra) }
  const under = (profile: ScoreProfile) => {
    const fit = fitOf(facts, profile, row.listId)
    const points = fit + behaviourOf(signals, profile, now)
    return { points, mql: isMql(fit, signals.length > 0 && hasIntent(signals, profile, now)) }
  }
  const [was, is] = [under(present), under(other)]
  return { before: was.points, after: is.points, wasMql: was.mql, isMql: is.mql }
}
