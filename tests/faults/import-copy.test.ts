import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { isSound, listBackups, UNFINISHED } from '#electron/db/backup'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { ended, importFile, handIn, inspect, planOf } from '../helpers/import-file.ts'

let data: string
let engine: Headless
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'callwright-beside-'))
  engine = await startHeadless({ data })
  await engine.call('people.add', { name: 'Ana', role: 'rep' })
  await importFile(engine, people(1, BEFORE))
})
afterEach(async () => {
  await engine.stop()
  rmSync(data, { recursive: true, force: true })
})

const [BEFORE, COMING] = [1200, 8000]
/** So many people, from a number on; none of them is another. */
function people(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, at) => from + at).map(
    (n) => `X-${n};Persona ${n};${600_000_000 + n};p${n}@forjas.example;Forjas ${n % 900} SL`,
  )
  return ['Código;Nombre;Teléfono;Email;Empresa', ...rows].join('\n')
}

/** Pages that are free are copied as well: it takes so long that rows come in beside it. */
async function enlarge(): Promise<void> {
  await engine.stop()
  const db = new Database(store())
  db.exec(`CREATE TABLE large (bytes); INSERT INTO large VALUES (zeroblob(${BYTES})); DROP TABLE large`)
  db.close()
  engine = await startHeadless({ data })
}
const BYTES = 300_000_000

const store = () => join(data, 'callwright.db')
function countIn(path: string): number {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], number>('SELECT count(*) FROM persons').pluck().get() ?? 0
  } finally {
    db.close()
  }
}
const isCopying = () => readdirSync(join(data, 'backups')).some((name) => name.endsWith(UNFINISHED))
/** Newest first; older ones of a day are thinned out. */
const copies = () => listBackups(join(data, 'backups')).filter(({ why }) => why === 'import')
const newest = () => copies()[0]?.at ?? 0

it('killed while rows come in beside the copy of a large store: whole after the next start, and so is the copy', async () => {
  await enlarge()
  const last = newest()
  const fileId = handIn(engine, people(BEFORE + 1, COMING))
  const plan = planOf(await inspect(engine, fileId), { newList: null, listId: await listId() })
  const { importId } = await engine.call('import.run', { fileId, plan })
  while (countIn(store()) === BEFORE) await new Promise((done) => setImmediate(done))
  await engine.kill()
  for (const { path } of copies()) expect(isSound(path)).toBe(true)

  engine = await startHeadless({ data })
  expect(await ended(engine, importId)).toMatchObject({
    state: 'done',
    rows: COMING,
    counts: { create: COMING },
  })
  expect(countIn(store())).toBe(BEFORE + COMING)
  // A copy that was cut off is made anew, of what stood before.
  const [copy] = copies()
  expect(copy?.at).toBeGreaterThan(last)
  expect([isSound(copy?.path ?? ''), countIn(copy?.path ?? '')]).toEqual([true, BEFORE])
  expect(isCopying()).toBe(false)
  const db = new Database(store(), { readonly: true })
  expect([db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')]).toEqual(['ok', []])
  db.close()
})

const listId = async () => (await engine.call('app.state', {})).lists[0]?.id ?? ''
