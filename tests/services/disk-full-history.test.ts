import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { historyPlan } from '../helpers/call-history.ts'
import { handIn, importFile } from '../helpers/import-file.ts'
import { giveRoom, pagesOf, smallDisk } from '../helpers/small-disk.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const PEOPLE = 'ID;Nombre;Teléfono\r\nx1;Luis Peña;600111221\r\nx2;Eva Gil;600111222\r\n'
const FIELDS = ['calledAt', 'phone', 'outcome', 'agent', 'note'] as const
const plan = historyPlan(FIELDS)
const CALLS = 150
const rows = Array.from({ length: CALLS }, (_, n) => {
  const [day, minute] = [String(1 + (n % 28)).padStart(2, '0'), String(n % 60).padStart(2, '0')]
  const end = n % 7 ? 'Ringing' : 'No llamar'
  return `${day}/0${1 + (n % 9)}/2025 1${n % 10}:${minute};60011122${1 + (n % 2)};${end};Berta Ruiz;${'nota '.repeat(20)}`
})
const FILE = ['Fecha;Teléfono;Resultado;Comercial;Nota', ...rows].join('\r\n')

let app: TestApp
const fresh = async (given: Parameters<typeof testApp>[0] = {}) => {
  app = testApp(given)
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
  await importFile(app, PEOPLE)
}
beforeEach(() => fresh())
afterEach(() => app.close())

/** Facts that stand, and what follows from them. */
const standing = () => ({
  leads: app.db.all(sql`SELECT stage, attempts, dials FROM leads ORDER BY external_id`),
  queue: app.db.all(sql`SELECT bucket, attempts FROM queue ORDER BY person_id`),
  calls: app.db.all(sql`SELECT dialled_at, outcome FROM live_calls ORDER BY 1, 2`),
  wishes: app.db.all(sql`SELECT person_id FROM live_suppressions ORDER BY 1`),
})
const stateOf = async () => {
  const found = (await app.call('imports.list', {})).find(({ holds }) => holds === 'calls')
  return found && [found.state, found.message]
}
/** Says that it waits for room, as the tray shows it. */
const isSaid = () => app.events.some((event) => event.kind === 'job' && event.job.message === 'disk-full')

/** Until it is over, or says that it waits; then there is room, and it goes on. */
async function withRoomLater(begun: Promise<unknown>, makeRoom: () => void): Promise<unknown> {
  const now = { isOver: false }
  const end = begun.then(
    () => null,
    (error: unknown) => error,
  )
  void end.then(() => (now.isOver = true))
  while (!now.isOver && !isSaid()) await new Promise((resolve) => setImmediate(resolve))
  makeRoom()
  return end
}

const room = (more: number | null) => giveRoom(app.db, more)

it('wherever the disk is full, calls of a file are all there or none is, and it is said', async () => {
  const before = standing()
  const start = pagesOf(app.db)
  const { importId } = await app.call('history.run', { fileId: handIn(app, FILE), plan })
  const needed = pagesOf(app.db) - start
  const whole = standing()
  expect(whole.calls).toHaveLength(CALLS)
  await app.call('history.undo', { importId })
  expect(standing()).toEqual(before)

  const seen = new Set<string>()
  for (let more = 0; more < needed; more += Math.ceil(needed / 8)) {
    app.close()
    await fresh()
    const fileId = handIn(app, FILE)
    room(more)
    const error = await withRoomLater(app.call('history.run', { fileId, plan }), () => room(null))
    expect(error).toMatchObject({ reason: 'disk-full' })
    expect(standing()).toEqual(before)
    const state = await stateOf()
    seen.add(state ? 'taken back' : 'not begun')
    if (state) expect(state).toEqual(['failed', 'disk-full'])
    await app.call('history.run', { fileId, plan })
    expect(standing()).toEqual(whole)
  }
  expect(seen).toContain('taken back')
})

it('taken back on a full disk it waits for room, and is then gone whole', async () => {
  const before = standing()
  const { importId } = await app.call('history.run', { fileId: handIn(app, FILE), plan })
  room(0)
  expect(await withRoomLater(app.call('history.undo', { importId }), () => room(null))).toBeNull()
  expect(isSaid()).toBe(true)
  expect(standing()).toEqual(before)
  expect(await stateOf()).toMatchObject(['undone', null])
})

it('a disk that really is full ends the same way', async ({ skip }) => {
  const disk = smallDisk(8000)
  if (disk === null) return skip('Only root may mount a small disk to fill.')
  app.close()
  await fresh({ file: join(disk, 'store.db') })
  const before = standing()
  const fileId = handIn(app, FILE)
  const ballast = join(disk, 'ballast')
  const { bavail, bsize } = statfsSync(disk)
  const LEFT = 100_000
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT))
  const error = await withRoomLater(app.call('history.run', { fileId, plan }), () => rmSync(ballast))
  expect(error).toMatchObject({ reason: 'disk-full' })
  expect(standing()).toEqual(before)
  expect(await stateOf()).toEqual(['failed', 'disk-full'])
  await app.call('history.run', { fileId, plan })
  expect(standing().calls).toHaveLength(CALLS)
})
