import type { Handlers, Output } from '#shared/contract/api'
import { addDays, dayOf, dayStart, weekdayOf } from '#shared/domain/calendar'
import { countOutcomes, handOvers } from '#electron/db/day'
import { countCalls } from '#electron/db/metrics'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { figuresOf } from './metrics-figures.ts'
import { settingsOf } from './settings.ts'

type View = Output<'day.view'>

export const dayHandlers = (deps: Deps) =>
  ({ 'day.view': () => deps.db.transaction(() => view(deps)) }) satisfies Partial<Handlers>

function view(deps: Deps): View {
  const { db, zone, now } = deps
  const { id: repId } = sitting(db)
  const day = dayOf(zone, now())
  const since = Array.from({ length: weekdayOf(day) }, (_, ago) => addDays(day, -ago)).toReversed()
  const week = since.map((each) => callsOn(deps, repId, each))
  const today = week.at(-1) ?? callsOn(deps, repId, day)
  const outcomes = countOutcomes(db, { repId, ...span(zone, day) })
  const handed = handedOver(deps, repId, since[0] ?? day, day)
  return { today, week, handed, goals: settingsOf(db, repId).goals, outcomes }
}

function handedOver({ db, zone }: Deps, repId: string, monday: string, day: string): View['handed'] {
  const today = span(zone, day)
  const all = handOvers(db, { repId, from: dayStart(zone, monday), to: today.to })
  const sqls = all.filter(({ step }) => step === 'sql')
  return {
    today: sqls.filter(({ at }) => at >= today.from).length,
    week: sqls.length,
    accepted: all.length - sqls.length,
  }
}

const span = (zone: string, day: string) => ({
  from: dayStart(zone, day),
  to: dayStart(zone, addDays(day, 1)),
})

/** Counted as the numbers screen counts a period of one day, so that the two never differ. */
function callsOn({ db, zone }: Deps, repId: string, day: string): View['today'] {
  const scope = { ...span(zone, day), listId: null, repId, source: null }
  const [calls] = countCalls(db, scope, 'all')
  const { dials, connects, conversations } = figuresOf('calls', 'period', undefined, calls)
  return { day, dials, connects, conversations }
}
