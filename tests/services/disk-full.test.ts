import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { ended, handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { giveRoom, pagesOf, smallDisk } from '../helpers/small-disk.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const room = (more: number | null) => giveRoom(app.db, more)

/** Somebody works on it no more, or it says that it waits for room. */
async function stuckOrOver(importId: string): Promise<'waits' | 'over'> {
  const waits = () =>
    app.events.some((event) => event.kind === 'job' && event.job.id === importId && event.job.message)
  for (;;) {
    const { state } = await app.call('import.status', { importId })
    if (state !== 'running' && state !== 'undoing') return 'over'
    if (waits()) return 'waits'
    await new Promise((done) => setImmediate(done))
  }
}

/** People who are there, some of whom the file changes, and people who are new. */
const SECOND = Buffer.from(
  spanishFile(60).toString('latin1').replaceAll('Gerente', 'CEO').replaceAll('L-0', 'M-0'),
  'latin1',
)
async function begin() {
  const fileId = handIn(app, SECOND)
  const plan = planOf(await inspect(app, fileId), { newList: { ...NEW_LIST, name: 'Second' } })
  return () => app.call('import.run', { fileId, plan })
}

it('wherever the disk is full, an import is taken back whole or completed once there is room', async () => {
  await importFile(app, spanishFile(25))
  const before = storeDump(app.db)
  room(null)
  const start = pagesOf(app.db)
  await (await begin())().then(({ importId }) => ended(app, importId))
  const needed = pagesOf(app.db) - start
  const names = (dump: typeof before) => dump.persons.map((row) => (row as { name: string }).name).toSorted()
  const done = names(storeDump(app.db))
  expect(needed).toBeGreaterThan(5)

  const seen = new Set<string>()
  for (let more = 0; more < needed; more += Math.ceil(needed / 9)) {
    app.close()
    app = testApp()
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    await importFile(app, spanishFile(25))
    const run = await begin()
    room(more)
    const reply = await run().catch((error: unknown) => error)
    if (reply instanceof Error) {
      expect(reply).toMatchObject({ reason: 'disk-full' })
      seen.add('refused')
    } else {
      const { importId } = reply as { importId: string }
      const how = await stuckOrOver(importId)
      room(null)
      const status = await ended(app, importId)
      seen.add(status.state === 'failed' ? 'failed' : how)
      if (status.state === 'failed') expect(status.message).toBe('disk-full')
      else expect(names(storeDump(app.db))).toEqual(done)
      if (status.state === 'done') continue
    }
    expect(storeDump(app.db)).toEqual(before)
  }
  expect(seen).toContain('failed')
  expect(seen).toContain('waits')
})

it('an undo on a full disk waits for room, and is then what it would have been', async () => {
  await importFile(app, spanishFile(40))
  const before = storeDump(app.db)
  const { importId } = await (await begin())()
  await ended(app, importId)
  room(0)
  await app.call('import.undo', { importId })
  await stuckOrOver(importId)
  room(null)
  while ((await app.call('import.status', { importId })).state === 'undoing')
    await new Promise((done) => setImmediate(done))
  expect(storeDump(app.db)).toEqual(before)
})

it('whatever finds no room says so, and is done once there is some', async () => {
  room(0)
  const save = (n: number) =>
    app.dispatch('lists.save', { ...NEW_LIST, id: null, name: `List ${n}`.padEnd(200, 'x') })
  let n = 0
  let reply = await save(n)
  while (reply.ok && n < 500) reply = await save(++n)
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal', reason: 'disk-full' } })
  room(null)
  expect((await save(n)).ok).toBe(true)
})

it('a check and an import whose staging finds the disk full say so and leave nothing of it', async ({
  skip,
}) => {
  const data = smallDisk(1200)
  if (data === null) return skip('Only root may mount a small disk to fill.')
  const small = testApp({ deps: { data } })
  onTestFinished(() => small.close())
  await small.call('people.add', { name: 'Ana', role: 'rep' })
  const fileId = handIn({ data }, spanishFile(4000))
  const plan = planOf(await inspect(small, fileId))
  for (const kind of ['import.check', 'import.run'] as const) {
    const { importId } = await small.call(kind, { fileId, plan })
    expect(await ended(small, importId)).toMatchObject({ state: 'failed', message: 'disk-full', rows: 0 })
    expect(small.db.get(sql`SELECT count(*) AS n FROM persons`)).toEqual({ n: 0 })
    expect(readdirSync(join(data, 'staging'))).toEqual([])
  }
})
