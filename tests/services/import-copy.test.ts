import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { copying } from '#electron/services/import/copying'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
/** The copy that a large file asks for. */
let copy: { begun: () => void; done: () => void; failed: (why: Error) => void }
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  const backup = (_: string, begun: () => void) =>
    new Promise<void>((done, failed) => (copy = { begun, done, failed }))
  Object.assign(app.deps, { backup })
})
afterEach(() => app.close())

const status = (importId: string) => app.call('import.status', { importId })
async function until(importId: string, isSo: (now: Awaited<ReturnType<typeof status>>) => boolean) {
  for (;;) {
    const now = await status(importId)
    if (isSo(now)) return now
    if (now.state !== 'running') throw new Error(`It ended as ${now.state}.`)
    await new Promise((done) => setImmediate(done))
  }
}
const ended = (importId: string) => until(importId, ({ state }) => state !== 'running')
async function begun(): Promise<string> {
  const fileId = handIn(app, spanishFile(1500))
  const plan = planOf(await inspect(app, fileId))
  const { importId } = await app.call('import.run', { fileId, plan })
  await until(importId, ({ step }) => step === 'copy')
  return importId
}
const people = () => app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM persons`).n

describe('a large file', () => {
  it('says that it waits for the copy, writes nothing before it is begun, and comes in beside it', async () => {
    const importId = await begun()
    expect(people()).toBe(0)
    copy.begun()
    expect(await ended(importId)).toMatchObject({ state: 'done', rows: 1500 })
  })

  it('comes in where the copy is done at once', async () => {
    const importId = await begun()
    copy.done()
    expect(await ended(importId)).toMatchObject({ state: 'done', rows: 1500 })
  })

  it('that is cancelled meanwhile does not wait for the copy', async () => {
    const importId = await begun()
    await app.call('import.cancel', { importId })
    expect(await ended(importId)).toMatchObject({ state: 'cancelled' })
    expect(people()).toBe(0)
  })

  it('is taken out again where the copy fails before its last steps', async () => {
    const importId = await begun()
    copy.begun()
    copy.failed(new Error('The disk is gone.'))
    expect(await ended(importId)).toMatchObject({ state: 'failed', message: 'copy-failed' })
    expect(people()).toBe(0)
  })
})

describe('the copy of a large store', () => {
  it('is waited for by the rows of a file that would fill the log', async () => {
    const { wait } = copying(app.deps)
    const first = wait(50_000)
    copy.begun()
    await first
    expect(wait(50_000)).toBeNull()
    const more = wait(50_001)
    copy.done()
    await more
    expect(wait(50_001)).toBeNull()
  })
})
