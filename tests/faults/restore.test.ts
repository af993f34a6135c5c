import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { AppEvent } from '#shared/contract/events'
import type { Output } from '#shared/contract/api'
import { callThrough } from '../helpers/test-app.ts'
import { openEngine } from '../contract/transports.ts'

let opened: Awaited<ReturnType<typeof openEngine>>
let events: AppEvent[]
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  opened = await openEngine()
  events = []
  opened.engine.onEvent((event) => void events.push(event))
})
afterEach(async () => {
  await opened.close()
  vi.restoreAllMocks()
})

const call = () => callThrough(opened.engine.dispatch)
const names = async () => (await call()('app.state', {})).reps.map(({ name }) => name)
const copyOf = (list: Output<'backups.list'>, why: string) =>
  list.copies.find((copy) => copy.why === why)?.name ?? ''

/** Asks as the screen does, until the store is open again and says what became of it. */
async function restored(name: string) {
  const { id } = await call()('backups.restore', { name })
  return vi.waitFor(
    async () => {
      const list = await call()('backups.list', {})
      expect(list.restored?.id).toBe(id)
      return list
    },
    { timeout: 100_000, interval: 50 },
  )
}

it('a copy takes the place of the store, which is copied first and comes back the same way', async () => {
  await call()('people.add', { name: 'Ana', role: 'admin' })
  const made = await call()('backups.make', {})
  expect(made.copies).toMatchObject([{ why: 'hand', bytes: expect.any(Number) }])
  expect(events).toContainEqual(
    expect.objectContaining({ job: expect.objectContaining({ kind: 'backup', state: 'done' }) }),
  )
  expect(await call()('backups.check', { name: copyOf(made, 'hand') })).toEqual({ sound: true })
  await call()('people.add', { name: 'Ben', role: 'rep' })
  expect(await names()).toEqual(['Ana', 'Ben'])

  const list = await restored(copyOf(made, 'hand'))
  expect(list.restored).toMatchObject({ done: true, by: 'Ana', copyAt: made.copies[0]?.at })
  expect(await names()).toEqual(['Ana'])
  expect(events).toContainEqual({ kind: 'reopened' })

  await restored(copyOf(list, 'restore'))
  expect(await names()).toEqual(['Ana', 'Ben'])
})

it('a damaged copy is said to be, and never takes the place of the store', async () => {
  await call()('people.add', { name: 'Ana', role: 'admin' })
  const made = await call()('backups.make', {})
  const name = copyOf(made, 'hand')
  writeFileSync(join(opened.data, 'backups', name), 'no store at all')
  expect(await call()('backups.check', { name })).toEqual({ sound: false })
  const { restored: last } = await restored(name)
  expect(last).toMatchObject({ done: false })
  expect(await names()).toEqual(['Ana'])
  expect(readdirSync(opened.data).filter((each) => /next|^restore\.json/.test(each))).toEqual([])
})
