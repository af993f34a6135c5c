import { sql } from 'drizzle-orm'

import { clientOf } from '#electron/db/raw'
import { nextLead } from '#electron/services/queue-next'
import { blockTop, eachMix } from './queue-mixes.ts'
import { benchApp } from './generate.ts'
import { quantiles, say } from './report.ts'
import { UNREACHED } from '../helpers/unreached.ts'

type Bench = ReturnType<typeof benchApp>
const NAMES = ['nextLead', 'open', 'log', 'whyNot', 'mix', 'blocked', 'sync', 'view'] as const
type Name = (typeof NAMES)[number]
/** Milliseconds by the wall, and of this process alone, which is what counts on a machine that others use. */
type Times = Record<Name, { wall: number; cpu: number }[]>

/** Looks for each mix of buckets, and questions why somebody is not served. */
const LOOKS = 60
const QUESTIONS = 300

/** What a rep's desk asks of the engine, one after another, on a store of its own. */
export async function inEngine(file: string, turns: number) {
  const app = benchApp(file)
  const listId = (await app.call('app.state', {})).settings.listId ?? ''
  const times = Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Times
  const clocked = async <T>(name: Name, run: () => T | Promise<T>): Promise<T> => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    const value = await run()
    const { user, system } = process.cpuUsage(used)
    times[name].push({ wall: performance.now() - began, cpu: (user + system) / 1000 })
    return value
  }
  const next = (name: Name) => {
    app.clock.advance(4000)
    return clocked(name, () => app.db.transaction((tx) => nextLead(tx, app.deps, listId, null)))
  }

  await next('nextLead')
  times.nextLead.length = 0
  for (let turn = 0; turn < turns; turn++) {
    await next('nextLead')
    const card = await clocked('open', () => app.call('desk.open', { listId, leadId: null, after: null }))
    if (!card?.draft) throw new Error('Nobody is left to call.')
    const { draft, leadId } = card
    await clocked('log', () =>
      app.call('call.log', { ...UNREACHED, leadId, listId, callId: draft.callId, outcome: 'no_answer' }),
    )
    // The disk's own share of a log: the smallest commit there is.
    await clocked('sync', () => app.db.run(sql`UPDATE device SET seq = seq`))
    // What the engine does a moment after the last request.
    clientOf(app.db).pragma('wal_checkpoint(PASSIVE)')
  }
  for (const leadId of someLeads(app)) await clocked('whyNot', () => app.call('queue.why', { leadId }))
  for (let look = 0; look < 5; look++)
    await clocked('view', () => app.call('queue.view', { listId, limit: 40 }))
  const now = app.clock.now()
  await mixes(app, listId, next)
  app.close()
  return { figures: figuresOf(times), now }
}

/** Every mix of buckets, then a rep whose top thousand are all blocked. Nothing of it is kept. */
async function mixes(app: Bench, listId: string, next: (name: Name) => Promise<string | null>) {
  const began = performance.now()
  const looks = async (name: Name) => {
    for (let look = 0; look < LOOKS; look++) await next(name)
  }
  app.db.run(sql`PRAGMA synchronous = OFF`)
  for (const mix of eachMix(app.db, listId)) {
    await looks('mix')
    say(`${Math.round((performance.now() - began) / 1000)} s: ${mix.join(' ') || 'nobody'}`)
  }
  const { atDesk, reps } = await app.call('app.state', {})
  const others = reps.map(({ id }) => id).filter((id) => id !== atDesk?.id)
  blockTop(app.db, { listId, others, now: app.clock.now() })
  for (let time = 0; time < 5; time++) await looks('blocked')
}

/** Some of each that wait, and some that don't. */
const someLeads = (app: Bench) =>
  app.db
    .all<{ id: string }>(
      sql`SELECT id FROM (SELECT lead_id AS id, row_number() OVER (PARTITION BY bucket, why) AS nth
        FROM (SELECT lead_id, bucket, why FROM queue LIMIT 100000)) WHERE nth <= 40 LIMIT ${QUESTIONS}`,
    )
    .map(({ id }) => id)

function figuresOf(times: Times): Record<string, number> {
  const ofOne = (name: Name) => [
    quantiles(
      times[name].map(({ wall }) => wall),
      name,
    ),
    quantiles(
      times[name].map(({ cpu }) => cpu),
      `${name}Cpu`,
    ),
  ]
  const figures = Object.assign({}, ...NAMES.flatMap(ofOne)) as Record<string, number>
  const sync = figures['syncP50Ms'] ?? NaN
  return {
    ...figures,
    ...quantiles(
      outcomesOf(times).map((wall) => wall - sync),
      'outcome',
    ),
  }
}

/**
 * A log also answers with the next lead and their card, which the next turn opens once more: what it takes beyond that is
 * the outcome's own.
 */
const outcomesOf = ({ log, open }: Times): number[] =>
  log.slice(0, -1).map(({ wall }, turn) => wall - (open[turn + 1]?.wall ?? 0))
