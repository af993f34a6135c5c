import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { rescoreProgress } from '#electron/db/rescore'
import { signals } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import { rescore, resumeRescore, stopRescore } from '#electron/services/rescore'
import type { Input } from '#shared/contract/api'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { handIn } from '../helpers/import-file.ts'
import { scored } from '../helpers/scored.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { NOW } from '../helpers/test-app.ts'

/** A desk where things have happened: dialled, promised, answered, asked for a demo, closed, ready and waiting. */
async function busyDesk(): Promise<DeskApp> {
  const app = deskApp()
  const extras = [{ Norma: 'ISO 9001' }, { Norma: 'ISO 14001' }, null]
  const ids = Array.from({ length: 18 }, (_, n) =>
    app.lead(`Lead ${n}`, {
      extra: extras[n % 3] ?? null,
      ...(n % 4 === 3 ? { createdAt: NOW + DAY, arrivedAt: NOW + DAY } : {}),
    }),
  )
  const acted = ids.filter((_, n) => n % 5 < 2)
  for (const [n, leadId] of acted.entries())
    app.db
      .insert(signals)
      .values({ id: app.deps.newId(), leadId, kind: n % 2 ? 'demo' : 'download', at: NOW - n * DAY })
      .run()
  app.db.transaction((tx) => refresh(tx, app.deps, ids))
  await app.answerAll(ids[0] ?? '')
  await app.log(ids[0] ?? '', 'interested')
  await app.answerAll(ids[1] ?? '', { need: 'should_have' })
  await app.log(ids[1] ?? '', 'no_answer')
  await app.log(ids[2] ?? '', 'callback')
  await app.log(ids[4] ?? '', 'disqualified')
  await app.log(ids[5] ?? '', 'nurture')
  await app.log(ids[6] ?? '', 'no_answer')
  return app
}

const save = async (app: DeskApp, data: ScoreProfile) => {
  app.sit(app.given.rep('Eva', 'admin'))
  const saved = await app.call('rules.save', { kind: 'score', data } as unknown as Input<'rules.save'>)
  expect(saved.kind).toBe('saved')
}
const ON_NORM: ScoreProfile = {
  ...DEFAULT_PROFILE,
  fit: [
    { rule: 'Norma', points: 60, targets: ['*9001'], test: 'matches' },
    { rule: 'place', points: 40, targets: ['madrid'] },
  ],
}
const { demo, download } = DEFAULT_PROFILE.signals
const OTHER_POINTS: ScoreProfile = {
  ...ON_NORM,
  signals: {
    ...DEFAULT_PROFILE.signals,
    demo: { ...demo, points: 10 },
    download: { ...download, points: 40 },
  },
}
const OTHER_GROUPS: ScoreProfile = {
  ...OTHER_POINTS,
  signals: { ...OTHER_POINTS.signals, download: { ...download, group: 'intent' } },
}

const narrowed = async (app: DeskApp) => {
  app.sit(app.given.rep('Eva', 'admin'))
  const narrowing = { earliest: 600, latest: null, weekdays: [5], days: [] }
  await app.call('policy.narrow', { subject: 'ES', narrowing })
}
const listed = async (app: DeskApp, change: Partial<Input<'lists.save'>>) => {
  app.sit(app.oscar)
  const list = (await app.call('app.state', {})).lists.find(({ id }) => id === app.list)
  if (list) await app.call('lists.save', { ...list, ...change })
  await scored(app)
}
/** Some have a ground of their own, which the list's does not decide. */
const consumers = async (app: DeskApp) => {
  const [, leadId = ''] = app.rows<{ id: string }>('leads').map(({ id }) => id)
  const basis = { kind: 'existing_customer', given: true, on: '2025-06-01', channel: 'call' } as const
  await app.call('basis.save', { leadId, ...basis, source: 'x', proof: 'y' })
  await listed(app, { business: false })
}
const abroad = async (app: DeskApp) => {
  app.db.run(`UPDATE persons SET country = NULL, province = NULL WHERE n % 2 = 0`)
  app.db.run(
    `UPDATE phones SET e164 = '+999' || place WHERE person_id IN (SELECT id FROM persons WHERE n % 2 = 0)`,
  )
  await listed(app, { country: 'GB' })
}
/** Robinson's file with the numbers of so many of the leads, for a list of consumers. */
const register = async (app: DeskApp, share: number, name: string) => {
  await listed(app, { business: false })
  const numbers = app.rows<{ e164: string }>('phones').filter((_, n) => n % share === 0)
  const fileId = handIn(app, numbers.map(({ e164 }) => e164).join('\n'))
  const told = app.events.length
  await app.call('screening.import', { fileId, name, list: 'robinson', takenOn: '2026-03-10' })
  const isPlaced = () =>
    app.events
      .slice(told)
      .some((event) => event.kind === 'job' && event.job.kind === 'rescore' && event.job.state === 'done')
  while (!isPlaced()) await new Promise((resolve) => setImmediate(resolve))
}
const registered = (app: DeskApp) => register(app, 3, 'one.csv')
const released = async (app: DeskApp) => {
  await register(app, 2, 'one.csv')
  await register(app, 5, 'two.csv')
}
const apart = async (app: DeskApp) => {
  app.sit(app.oscar)
  await app.call('territories.save', { repId: app.lucia, areas: [{ provinces: ['Madrid'] }] })
}

describe('a re-score', () => {
  it.each([
    ['of fit', ON_NORM],
    ['of points and half-lives', OTHER_POINTS],
    ['of what shows intent', OTHER_GROUPS],
  ])('%s gives what placing every lead anew gives', async (_, profile) => {
    const app = await busyDesk()
    try {
      const before = storeDump(app.db)
      await save(app, profile)
      await scored(app)
      const quick = storeDump(app.db)
      expect(quick.leads).not.toEqual(before.leads)
      expect(quick.queue).not.toEqual(before.queue)
      const ids = app.rows<{ id: string }>('leads').map(({ id }) => id)
      app.db.transaction((tx) => refresh(tx, app.deps, ids))
      expect(quick).toEqual(storeDump(app.db))
    } finally {
      app.close()
    }
  })

  it.each([
    ['a pack that is narrowed', narrowed],
    ['a list that holds consumers from now on', consumers],
    ['a list of another country', abroad],
    ['a register that comes in', registered],
    ['a register that lets somebody go again', released],
    ['a territory', apart],
  ])('of calendars, after %s, gives what placing every lead anew gives', async (_, deed) => {
    const app = await busyDesk()
    try {
      const before = app.rows('queue')
      await deed(app)
      await scored(app)
      const quick = app.rows('queue')
      expect(quick).not.toEqual(before)
      const ids = app.rows<{ id: string }>('leads').map(({ id }) => id)
      app.db.transaction((tx) => refresh(tx, app.deps, ids))
      expect(quick).toEqual(app.rows('queue'))
    } finally {
      app.close()
    }
  })

  it('keeps the place of whoever is ready, and moves whose time is to come', async () => {
    const app = await busyDesk()
    const ranks = (which: string) =>
      app.db.all<{ rank: number }>(
        sql.raw(`SELECT rank FROM queue WHERE ready_at ${which} ${app.clock.now()} ORDER BY lead_id`),
      )
    const [ready, toCome] = [ranks('<='), ranks('>')]
    await save(app, ON_NORM)
    await scored(app)
    expect(ranks('<=')).toEqual(ready)
    expect(ranks('>')).not.toEqual(toCome)
    app.close()
  })

  it('is stopped and goes on; what it was for is not forgotten when another comes', async () => {
    const app = await busyDesk()
    app.sit(app.given.rep('Eva', 'admin'))
    const run = rescore(app.deps, null, 'all')
    stopRescore(app.deps)
    await run
    expect(rescoreProgress(app.db)).toMatchObject({ paused: true, done: 0, reach: 'all' })
    expect(app.events.at(-1)).toMatchObject({ kind: 'job', job: { kind: 'rescore', state: 'cancelled' } })
    app.clock.advance(HOUR)
    const fit = rescore(app.deps, app.list, 'fit')
    expect(rescoreProgress(app.db)).toMatchObject({ listId: null, reach: 'all' })
    stopRescore(app.deps)
    await fit
    await resumeRescore(app.deps)
    expect(rescoreProgress(app.db)).toBeNull()
    app.close()
  })
})
