import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { holdingOld } from '#electron/db/import-forget'
import { forgetOld } from '#electron/services/import/forget'
import { historyPlan } from '../helpers/call-history.ts'
import { handIn, importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

const OLD = ['Gerente', 'Bilbao', 'Cocina vieja']

let app: TestApp
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-forget-'))
  app = testApp({ file: join(folder, 'callwright.db') })
  await app.call('people.add', { name: 'Irene', role: 'admin' })
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

const ORDER = ['Código', 'Nombre', 'Cargo', 'Ciudad', 'Stand visitado', 'Correo']
const file = (...rows: string[][]) => [ORDER, ...rows].map((row) => row.join(',')).join('\n')
const COLUMNS = (['externalId', 'fullName', 'title', 'city', null, 'email'] as const).map((field, index) => ({
  index,
  field,
  rule: 'overwrite' as const,
}))
const FIRST = file(
  ['1', 'Sol Roa', 'Gerente', 'Bilbao', 'Cocina vieja', 'sol@forjas.example'],
  ['2', 'Luis Gil', 'Gerente', 'Bilbao', '', ''],
)
const SECOND = file(['1', 'Sol Roa', 'Directora', 'Madrid', 'Pabellón quince', 'roa@forjas.example'])

/** Two files about Sol, the second changes what the first said. */
async function bringBoth() {
  const first = await importFile(app, FIRST, { name: 'one.csv', columns: COLUMNS })
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  app.clock.advance(60_000)
  const into = { newList: null, listId, columns: COLUMNS }
  const second = await importFile(app, SECOND, { ...into, name: 'two.csv' })
  expect(second.counts).toMatchObject({ update: 1, create: 0 })
  return { listId, first: first.importId, second: second.importId }
}
const keptForUndo = () =>
  JSON.stringify([
    app.db.all(sql`SELECT before FROM import_changes ORDER BY import_id, n`),
    app.db.all(sql`SELECT found FROM import_rows ORDER BY import_id, line`),
  ])
const holds = (): string[] => OLD.filter((text) => keptForUndo().includes(text))
const entry = async (importId: string) =>
  (await app.call('imports.list', {})).find((each) => each.importId === importId)
const refused = async (method: 'import.undo' | 'import.undoPreview' | 'history.undo', importId: string) => {
  const reply = await app.dispatch(method, { importId })
  return reply.ok ? null : reply.error.reason
}

it('after 12 months no old value is left, once and for all; what the import changed is still told', async () => {
  const { second } = await bringBoth()
  const until = NOW + 60_000 + 365 * DAY
  expect(await entry(second)).toMatchObject({ undoUntil: until })
  app.clock.set(until - 1)
  await forgetOld(app.deps)
  expect(holds()).toEqual(OLD)
  expect(await refused('import.undoPreview', second)).toBe(null)
  const stood = storeDump(app.db)

  app.clock.set(until)
  expect(await refused('import.undo', second)).toBe('undo-too-late')
  await forgetOld(app.deps)
  expect(holds()).toEqual([])
  expect(keptForUndo()).not.toContain('roa@forjas')
  expect(holdingOld(app.db)).toEqual([])
  expect(storeDump(app.db)).toEqual(stood)
  expect(await entry(second)).toMatchObject({ state: 'done', undoUntil: null })
  for (const method of ['import.undo', 'import.undoPreview'] as const)
    expect(await refused(method, second)).toBe('undo-too-late')

  const leadId = (await app.call('find.search', { text: 'Sol', limit: 1 })).leads[0]?.leadId ?? ''
  const asked = { leadId, kinds: ['import' as const], repId: null, since: null, before: null }
  const [told] = (await app.call('lead.timeline', asked)).items
  expect(told).toMatchObject({ text: 'two.csv' })
  expect(told?.changes.map(({ field, header, after }) => `${field ?? header} ${after}`).toSorted()).toEqual([
    'Stand visitado ✓',
    'city ✓',
    'email ✓',
    'title ✓',
  ])
})

it('a list that keeps people for less keeps old values for less; another list does not', async () => {
  const { listId, second } = await bringBoth()
  await importFile(app, SECOND.replace('Directora', 'Consejera'), {
    columns: COLUMNS,
    newList: { ...NEW_LIST, name: 'Other' },
    name: 'three.csv',
  })
  await app.call('retention.save', { listId, keeping: { close: null, erase: 2 } })
  expect(await entry(second)).toMatchObject({ undoUntil: Date.UTC(2026, 4, 10, 9, 1) })
  app.clock.set(Date.UTC(2026, 4, 10, 9, 1))
  await forgetOld(app.deps)
  expect(holds()).toEqual([])
  expect(keptForUndo()).toContain('Directora')
  // Once gone they are gone, whatever is said later.
  await app.call('retention.save', { listId, keeping: null })
  expect(await entry(second)).toMatchObject({ undoUntil: null })
})

it('cut off anywhere, it goes on where it was, and nobody takes back what is half gone', async () => {
  const { second } = await bringBoth()
  app.clock.advance(366 * DAY)
  let looks = 0
  const closing = {
    get aborted() {
      return --looks < 0
    },
  } as AbortSignal
  for (let cuts = 1; holdingOld(app.db).length > 0; cuts++) {
    expect(cuts).toBeLessThan(40)
    looks = cuts
    await forgetOld({ ...app.deps, closing })
    looks = Infinity
    if (holds().length < OLD.length) expect(await refused('import.undo', second)).toBe('undo-too-late')
  }
  expect(holds()).toEqual([])
})

it('is looked after when the app is opened', async () => {
  const { second } = await bringBoth()
  app.close()
  app = testApp({ file: join(folder, 'callwright.db'), now: NOW + 400 * DAY })
  const isOver = () =>
    app.events.some((event) => event.kind === 'changed' && event.topics.includes('imports'))
  while (!isOver()) await new Promise((resolve) => setImmediate(resolve))
  expect(holds()).toEqual([])
  expect(await entry(second)).toMatchObject({ undoUntil: null })
})

it('an earlier file that is undone after it leaves what the later one said, and hands it nothing', async () => {
  const first = await importFile(app, FIRST, { columns: COLUMNS })
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const into = { newList: null, listId, columns: COLUMNS }
  expect(first.counts.create).toBe(2)
  // As little as stands where an old value stood.
  const named = await importFile(app, FIRST.replaceAll('Gerente', 'x'), into)
  const other = { ...into, listId: null, newList: { ...NEW_LIST, name: 'Short' } }
  await importFile(app, SECOND, other)
  const short = (await app.call('app.state', {})).lists.find(({ name }) => name === 'Short')?.id ?? ''
  await app.call('retention.save', { listId: short, keeping: { close: null, erase: 1 } })
  app.clock.advance(40 * DAY)
  await forgetOld(app.deps)
  await undoImport(app, named.importId)
  expect(app.db.all(sql`SELECT name, title FROM persons ORDER BY name`)).toEqual([
    { name: 'Luis Gil', title: 'Gerente' },
    { name: 'Sol Roa', title: 'Directora' },
  ])
  expect(app.db.all(sql`SELECT before FROM import_changes WHERE before LIKE '%Gerente%'`)).toEqual([])
})

it('calls of elsewhere are taken back for as long', async () => {
  await bringBoth()
  const CALLED = ['calledAt', 'externalId', 'outcome'] as const
  const fileId = handIn(app, `${CALLED.join(';')}\n02/03/2026 10:00;1;No contesta\n`)
  const { importId } = await app.call('history.run', { fileId, plan: historyPlan(CALLED) })
  expect(await entry(importId)).toMatchObject({ undoUntil: NOW + 60_000 + 365 * DAY })
  app.clock.advance(366 * DAY)
  expect(await refused('history.undo', importId)).toBe('undo-too-late')
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).toHaveLength(1)
})
