import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { ended, inspect, planOf } from '../helpers/import-file.ts'

let data: string
let engine: Headless
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'callwright-import-'))
  engine = await startHeadless({ data })
  await engine.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(async () => {
  await engine.stop()
  rmSync(data, { recursive: true, force: true })
})

async function upload(bytes: Buffer): Promise<string> {
  const response = await fetch(`${engine.url}/upload?name=leads.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${engine.token}` },
    body: new Uint8Array(bytes),
  })
  return ((await response.json()) as { fileId: string }).fileId
}

async function begin(rows: number): Promise<string> {
  const fileId = await upload(spanishFile(rows))
  const plan = planOf(await inspect(engine, fileId))
  return (await engine.call('import.run', { fileId, plan })).importId
}

const leads = async () =>
  (
    await engine.call('leads.page', {
      filter: {},
      sort: 'newest',
      descending: true,
      offset: 0,
      limit: 1,
    })
  ).total

it('reads a file in a thread of its own, copies the store first, and brings every row in', async () => {
  const importId = await begin(1500)
  const done = await ended(engine, importId)
  expect(done).toMatchObject({ state: 'done', rows: 1500, counts: { suppressed: 15 } })
  expect(await leads()).toBe(1500)
})

it('killed in the middle, brings every row in once when it is started again', async () => {
  const importId = await begin(20_000)
  while ((await leads()) === 0);
  await engine.kill()

  engine = await startHeadless({ data })
  expect(await ended(engine, importId)).toMatchObject({
    state: 'done',
    rows: 20_000,
    counts: { create: 19_800 },
  })
  expect(await leads()).toBe(20_000)
  expect(await engine.call('imports.list', {})).toMatchObject([{ importId, state: 'done' }])
})
