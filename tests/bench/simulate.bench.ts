import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'

import { sitAtDesk } from '#electron/db/device'
import { randomFrom } from '#electron/services/demo/random'
import { addDays, dayOf, instantOf, isBusinessDay } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import { ALL_LISTS } from '#shared/domain/list'
import { windowAt } from '#shared/domain/window'
import { MINUTE } from '#shared/lib/time'
import { ZONE } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'
import { BENCH_NOW, benchApp, generate } from './generate.ts'
import { report, say } from './report.ts'
import { answerOf } from './simulate/person.ts'
import { backAt, isAtWork, isTheirs, settleTeam, type Member } from './simulate/team.ts'
import { witness, type Broken, type Card } from './simulate/witness.ts'

// A seeded team works two lists as one queue for some weeks through the real app, with territories, hours of their own and
// days off, and a witness with books of its own says which rules of PRODUCT.md section 7 were broken.
// `npm run simulate -- --leads 2000 --days 10` is a short one.
const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '20000' },
    days: { type: 'string', default: '60' },
    reps: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const BOUND = 30 * 86_400_000

const app = benchApp(':memory:')
generate(app.deps, { leads: Number(values.leads), calls: 0 })
// The list came in the day before.
const first = addDays(dayOf(ZONE, BENCH_NOW), 1)
const reps = await settleTeam(app, Number(values.reps), first)
const random = randomFrom(Number(values.seed))
const seen = witness(ZONE, reps)
const broken: Record<Broken, number> = {
  window: 0,
  cap: 0,
  promise: 0,
  suppressed: 0,
  starved: 0,
  territory: 0,
  sums: 0,
  refused: 0,
}
let calls = 0
for (const call of app.db.all<Parameters<typeof seen.dialled>[0]>(sql`
  SELECT calls.person_id AS personId, calls.company_id AS companyId, e164, dialled_at AS at
  FROM calls JOIN phones ON phones.id = phone_id`))
  seen.dialled(call)
for (const { id, owner } of app.db.all<{ id: string; owner: string }>(sql`
  SELECT id, owner_id AS owner FROM leads WHERE owner_id IS NOT NULL`))
  seen.owned(id, owner)
for (const { id, province } of app.db.all<{ id: string; province: string | null }>(
  sql`SELECT id, province FROM persons`,
))
  seen.lives(id, province)
type Due = { id: string; at: number; owner: string | null; province: string | null }
for (const { id, at, owner, province } of app.db.all<Due>(sql`
  SELECT lead_id AS id, due_at AS at, owner_id AS owner, province FROM queue
  JOIN persons ON persons.id = person_id WHERE bucket = 'promise'`))
  seen.promised(id, at, owner, province)

const isHoliday = holidaysOf('ES')
for (let passed = 0; passed < Number(values.days); passed++) {
  const day = addDays(first, passed)
  if (!isBusinessDay(day, isHoliday)) continue
  await work(day)
  await sumUp()
  say(`${day}: ${calls} calls, ${Object.values(broken).reduce((sum, each) => sum + each, 0)} broken rules`)
}
const untouched = app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM leads WHERE dials = 0`).n
report(
  'simulate',
  { leads: Number(values.leads), calls, untouched, forgotten: seen.forgotten(app.clock.now()), ...broken },
  Object.keys(broken).map((figure) => ({ figure, atMost: 0 })),
)
app.close()

/** From nine to seven: whoever is free and at work calls next. */
async function work(day: string): Promise<void> {
  const free = new Map(reps.map((rep, at) => [rep, instantOf(ZONE, day, 9 * 60) + at * MINUTE]))
  const end = instantOf(ZONE, day, 19 * 60)
  for (;;) {
    const [rep, at] = [...free].reduce((a, b) => (b[1] < a[1] ? b : a))
    if (at >= end) return
    if (!isAtWork(rep, at)) {
      free.set(rep, backAt(rep, at) ?? end)
      continue
    }
    app.clock.set(at)
    sitAtDesk(app.db, rep.id)
    const card = await app.call('desk.open', { listId: ALL_LISTS, leadId: null, after: null })
    free.set(rep, at + (card ? await callThem(card, rep) : 5) * MINUTE)
  }
}

/** Returns the minutes it took. */
async function callThem(card: Card, rep: Member): Promise<number> {
  const now = app.clock.now()
  const phone = card.person.phones.find(({ status }) => status === 'ok' || status === 'switchboard')
  const phoneId = phone?.id ?? ''
  const dialled = await app.call('call.dial', { leadId: card.leadId, phoneId, override: null })
  if (dialled.kind === 'refused') broken.refused++
  const served = { card, repId: rep.id, phoneId, now }
  for (const rule of seen.broken(served)) broken[rule]++
  if (isStarved(card, rep)) broken.starved++

  const { minutes, ...said } = answerOf(random, card, ZONE, now)
  if (said.outcome === 'interested')
    await app.call('call.answer', {
      leadId: card.leadId,
      criterion: 'need',
      state: 'answered',
      grade: 'should_have',
      amountMinor: null,
      currency: null,
      date: null,
      evidence: null,
      stillValid: false,
    })
  const { leadId, draft } = card
  const reply = await app.call('call.log', {
    ...UNREACHED,
    ...said,
    leadId,
    listId: ALL_LISTS,
    callId: draft?.callId ?? '',
  })
  if (reply.kind === 'refused') throw new Error(`${said.outcome}: ${reply.reasons.join(', ')}`)
  const promisedAt = said.step?.agreed ? said.step.at : null
  seen.note(served, { outcome: said.outcome, spoke: said.spoke ?? null, promisedAt })
  calls++
  return minutes
}

/** Somebody in the same bucket of any list, whom this rep could have called now, was ready more than 30 days before. */
function isStarved({ leadId }: Card, rep: Member): boolean {
  const of = app.db.get<{ bucket: string; ready_at: number } | undefined>(
    sql`SELECT bucket, ready_at FROM queue WHERE lead_id = ${leadId}`,
  )
  if (!of || of.bucket === 'promise' || of.bucket === 'hot') return false
  const oldest = app.db.all<{ calendar: string; province: string | null; ready_at: number }>(
    sql`SELECT calendar, province, min(ready_at) AS ready_at FROM queue JOIN persons ON persons.id = person_id
        WHERE bucket = ${of.bucket} AND until IS NULL AND ready_at < ${of.ready_at - BOUND} GROUP BY calendar, province`,
  )
  return oldest.some(
    ({ calendar, province }) => windowAt(calendar, app.clock.now()).open && isTheirs(rep, province),
  )
}

/** Ready, waiting and without a number: together all that is in the queue. */
async function sumUp(): Promise<void> {
  const { counts, waiting, noNumber } = await app.call('queue.view', { listId: ALL_LISTS, limit: 1 })
  const told =
    Object.values(counts).reduce((sum, each) => sum + each, 0) +
    waiting.reduce((sum, { count }) => sum + count, 0) +
    noNumber
  const { n } = app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM queue`)
  if (told !== n) broken.sums++
}
