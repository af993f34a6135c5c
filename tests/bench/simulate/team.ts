import { sql } from 'drizzle-orm'

import { allReps, insertRep, saveList } from '#electron/db/people'
import { sitAtDesk } from '#electron/db/device'
import { refresh } from '#electron/services/queue'
import { SAMPLE_LISTS } from '#electron/services/demo/lists'
import { addDays, dayOf, minutesOf } from '#shared/domain/calendar'
import { isAway, USUAL_HOURS, type RepHours } from '#shared/domain/rep-hours'
import { fold } from '#shared/lib/fold'
import { ZONE } from '../../helpers/test-app.ts'
import { scored } from '../../helpers/scored.ts'
import { BENCH_NOW, type benchApp } from '../generate.ts'

type App = ReturnType<typeof benchApp>

/** Provinces a rep has, by their place in the team; who is not here has everybody. */
const TERRITORIES: Readonly<Record<number, readonly string[]>> = {
  1: ['Madrid', 'Las Palmas'],
  2: ['Barcelona', 'Zaragoza', 'Valencia'],
}
const MORNINGS: RepHours = {
  ...USUAL_HOURS,
  week: USUAL_HOURS.week.map((spans) => spans.map(() => [540, 840])),
}
const BROKEN: RepHours = {
  ...USUAL_HOURS,
  week: USUAL_HOURS.week.map((spans) =>
    spans.flatMap(() => [
      [540, 840],
      [960, 1140],
    ]),
  ),
}
/** Days from the start of the work on which a rep is away, by their place in the team. */
const AWAY: Readonly<Record<number, readonly [from: number, to: number]>> = {
  0: [7, 13],
  2: [14, 20],
  3: [2, 3],
}

/** Everybody who shares it has it as their only number. */
const SWITCHBOARD = '+34918190000'
const SHARERS = 40

export type Member = { id: string; hours: RepHours; provinces: readonly string[] | null }

/**
 * A team as teams are: one who has mornings only, breaks, days off, two with territories; a second list that is more
 * urgent; forty people behind one switchboard. Returns the members.
 */
export async function settleTeam(app: App, reps: number, first: string): Promise<Member[]> {
  for (let made = allReps(app.db).length; made < reps; made++)
    insertRep(app.db, {
      id: app.deps.newId(),
      name: `Rep ${made}`,
      role: 'rep',
      active: true,
      createdAt: BENCH_NOW,
    })
  const team = allReps(app.db).slice(0, reps)
  const lead = app.deps.newId()
  insertRep(app.db, { id: lead, name: 'Oscar', role: 'team_lead', active: true, createdAt: BENCH_NOW })
  sitAtDesk(app.db, lead)
  const members = team.map(({ id }, at) => memberOf(id, at, first))
  for (const { id: repId, hours, provinces } of members) {
    await app.call('hours.save', { repId, hours: hours as never })
    if (provinces) await app.call('territories.save', { repId, areas: [{ provinces: [...provinces] }] })
  }
  split(app)
  shareSwitchboard(app)
  await scored(app)
  return members
}

function memberOf(id: string, at: number, first: string): Member {
  const away = AWAY[at]
  const off = away ? [{ from: addDays(first, away[0]), to: addDays(first, away[1]) }] : []
  return { id, hours: { ...(at === 4 ? MORNINGS : BROKEN), off }, provinces: TERRITORIES[at] ?? null }
}

export const isAtWork = ({ hours }: Member, at: number): boolean => !isAway(hours, ZONE, at)

/** In whose territory a person of that province lies; who has none has everybody. */
export const isTheirs = ({ provinces }: Member, province: string | null): boolean =>
  provinces === null || (province !== null && provinces.some((each) => fold(each) === fold(province)))

/** When somebody's next hours begin today, after a moment; null when they are over. */
export function backAt({ hours }: Member, at: number): number | null {
  const minutes = minutesOf(ZONE, at)
  const spans = hours.off.some(({ from, to }) => from <= dayOf(ZONE, at) && dayOf(ZONE, at) <= to)
    ? []
    : (hours.week[new Date(dayOf(ZONE, at)).getUTCDay() - 1] ?? [])
  const next = spans.find(([from]) => from > minutes)
  return next ? at + (next[0] - minutes) * 60_000 : null
}

/** A third of the people are on a fair's list, which goes first. */
function split(app: App): void {
  const [list] = SAMPLE_LISTS
  if (!list) throw new Error('There is no list to go by.')
  const id = app.deps.newId()
  saveList(app.db, { ...list.row, id, name: 'Feria', priority: 'high', createdAt: BENCH_NOW })
  app.db.run(sql`UPDATE leads SET list_id = ${id} WHERE rowid % 3 = 0`)
  placeAnew(app, sql`list_id = ${id}`)
}

function shareSwitchboard(app: App): void {
  const some = sql`(SELECT person_id FROM leads WHERE dials = 0 AND owner_id IS NULL ORDER BY rowid LIMIT ${SHARERS})`
  app.db.run(sql`CREATE TEMP TABLE sharers AS SELECT person_id FROM ${some}`)
  const theirs = sql`person_id IN (SELECT person_id FROM sharers)`
  app.db.run(sql`DELETE FROM phones WHERE place > 0 AND ${theirs}`)
  app.db.run(sql`DELETE FROM identities WHERE kind = 'phone' AND ${theirs}`)
  app.db.run(sql`UPDATE phones SET e164 = ${SWITCHBOARD}, status = 'switchboard' WHERE ${theirs}`)
  app.db.run(
    sql`INSERT INTO identities (kind, key, person_id) SELECT 'phone', ${SWITCHBOARD}, person_id FROM sharers`,
  )
  placeAnew(app, theirs)
}

function placeAnew(app: App, where: ReturnType<typeof sql>): void {
  const ids = app.db.all<{ id: string }>(sql`SELECT id FROM leads WHERE ${where}`).map(({ id }) => id)
  app.db.transaction((tx) => refresh(tx, app.deps, ids))
}
