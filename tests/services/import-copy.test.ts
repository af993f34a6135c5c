import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
/** The copy that a large file waits for is done. */
let copied: () => void
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  const copy = new Promise<void>((resolve) => (copied = resolve))
  Object.assign(app.deps, { backup: () => copy })
})
afterEach(() => app.close())

const status = (importId: string) => app.call('import.status', { importId })
async function until(importId: string, isSo: (now: Awaited<ReturnType<typeof status>>) => boolean) {
  for (;;) {
    const now = await status(importId)
    if (isSo(now)) return now
    await new Promise((done) => setImmediate(done))
  }
}
async function begun(): Promise<string> {
  const fileId = handIn(app, spanishFile(1500))
  const plan = planOf(await inspect(app, fileId))
  const { importId } = await app.call('import.run', { fileId, plan })
  await until(importId, ({ step }) => step === 'copy')
  return importId
}
const people = () => app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM persons`).n

describe('a large file', () => {
  it('says that it waits for the copy, writes nothing before, and comes in after it', async () => {
    const importId = await begun()
    expect(people()).toBe(0)
    copied()
    expect(await until(importId, ({ state }) => state !== 'running')).toMatchObject({
      state: 'done',
      rows: 1500,
    })
  })

  it('that is cancelled meanwhile does not wait for the copy', async () => {
    const importId = await begun()
    await app.call('import.cancel', { importId })
    expect(await until(importId, ({ state }) => state !== 'running')).toMatchObject({ state: 'cancelled' })
    expect(people()).toBe(0)
  })
})
