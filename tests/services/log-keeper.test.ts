import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { withLogKept } from '#electron/services/import/log-keeper'
import { logSync } from '#electron/services/import/log-sync'
import { slicesOf } from '#electron/services/import/slices'
import { testApp } from '../helpers/test-app.ts'

const LOG_WORKER = new URL('../../electron/services/import/log-worker.ts', import.meta.url)
const MEGABYTE = 1024 * 1024
const SLICES = 400

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'callwright-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps the log of a long work small, however often somebody writes in between', async () => {
  const file = join(folder, 'callwright.db')
  const app = testApp({ file })
  const client = clientOf(app.db)
  client.exec('CREATE TABLE pages (text)')
  const put = client.prepare('INSERT INTO pages VALUES (zeroblob(?))')
  const deps = { ...app.deps, workers: { ...app.deps.workers, log: LOG_WORKER } }
  let [most, calls, isOver] = [0, 0, false]
  // A call is logged whenever the work lets others in.
  const callOn = () => {
    if (isOver) return
    put.run(10)
    calls++
    setImmediate(callOn)
  }
  await withLogKept(deps, async (log) => {
    const slices = slicesOf(
      app.db,
      () => false,
      () => false,
      log,
    )
    setImmediate(callOn)
    for (let slice = 0; slice < SLICES; slice++) {
      put.run(MEGABYTE / 2)
      await slices.others()
      most = Math.max(most, statSync(`${file}-wal`).size)
    }
    isOver = true
  })
  expect(calls).toBeGreaterThanOrEqual(SLICES)
  expect(most).toBeLessThan(120 * MEGABYTE)
  app.close()
})

/** A thread of its own may be slow to begin. */
const LONG = { timeout: 30_000 }

const open = (path: string): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path
    } catch {
      return false
    }
  }).length

it.skipIf(process.platform !== 'linux')(
  'puts the log on the disk while it is worked, and lets go of it',
  async () => {
    const file = join(folder, 'callwright.db')
    const app = testApp({ file })
    const before = open(`${file}-wal`)
    const deps = { ...app.deps, workers: { ...app.deps.workers, log: LOG_WORKER } }
    await withLogKept(deps, async (log) => {
      for (let slice = 0; slice < 20; slice++) await log?.turn()
      await expect.poll(() => open(`${file}-wal`), LONG).toBeGreaterThan(before + 1)
    })
    expect(open(`${file}-wal`)).toBe(before)
    app.close()
  },
)

it('is nothing where there is no log', async () => {
  const log = logSync(join(folder, 'none.db'))
  log.sync()
  log.sync()
  await expect(log.close()).resolves.toBeUndefined()
})
