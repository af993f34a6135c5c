import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { settleImports } from '#electron/services/import/settle'
import type { Input } from '#shared/contract/api'
import { suggestHistory } from '#shared/domain/import/history-mapping'
import { handIn, importFile } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
  await importFile(app, 'ID;Nombre;Teléfono\r\nx1;Luis Peña;600111221\r\nx2;Eva Gil;600111222\r\n')
})
afterEach(() => app.close())

const FIELDS = ['calledAt', 'phone', 'outcome', 'agent', 'talk', 'note', 'result'] as const
const HEADER = 'Fecha;Teléfono;Resultado;Comercial;Duración;Nota;Estado'
type Plan = Input<'history.run'>['plan']
const plan = (change: Partial<Plan> = {}): Plan => ({
  name: 'llamadas.csv',
  encoding: 'utf-8',
  delimiter: ';',
  headerLine: 1,
  country: 'ES',
  emptyWords: [],
  columns: FIELDS.map((field, index) => ({ index, field })),
  listId: null,
  addReps: true,
  closes: true,
  ...change,
})
const leads = () =>
  app.db.all(sql`SELECT name, stage, attempts, dials FROM leads JOIN persons ON persons.id = person_id
    ORDER BY leads.rowid`)

it('cut off by a crash, nothing of it stays after the next start, and the file can come again', async () => {
  const before = leads()
  const rows = Array.from(
    { length: 1500 },
    (_, n) =>
      `${String(1 + (n % 28)).padStart(2, '0')}/01/2026 1${n % 10}:${String(n % 60).padStart(2, '0')};600111221;Ringing;Berta Ruiz;;;`,
  )
  const given = { fileId: handIn(app, [HEADER, ...new Set(rows)].join('\r\n')), plan: plan() }
  const running = app.call('history.run', given).catch((error: unknown) => error)
  while (app.db.all(sql`SELECT 1 FROM calls LIMIT 1`).length === 0)
    await new Promise((resolve) => setImmediate(resolve))
  const closing = new AbortController()
  closing.abort()
  Object.assign(app.deps, { closing: closing.signal })
  expect(await running).toBeInstanceOf(Error)
  Object.assign(app.deps, { closing: new AbortController().signal })
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).not.toEqual([])

  await settleImports(app.deps)
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).toEqual([])
  expect(leads()).toEqual(before)
  expect((await app.call('imports.list', {})).find(({ holds }) => holds === 'calls')).toMatchObject({
    state: 'failed',
    message: 'interrupted',
  })
  const { counts } = await app.call('history.run', given)
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).toHaveLength(counts.call)
})

it('a verdict finds its lead by our own id, as an export gave it', async () => {
  const { id } = app.db.get<{ id: string }>(
    sql`SELECT leads.id FROM leads JOIN persons ON persons.id = person_id WHERE name = 'Eva Gil'`,
  )
  const fileId = handIn(
    app,
    `_lead_id;Veredicto;Motivo\r\n${id};Rechazado;Sin presupuesto\r\n${id}0;Aceptado;\r\n`,
  )
  const inspected = await app.call('import.inspect', {
    fileId,
    name: 'v.csv',
    encoding: null,
    delimiter: null,
    headerLine: null,
  })
  const at = suggestHistory(inspected.columns)
  expect([at.get('externalId'), at.get('verdict'), at.get('reason')]).toEqual([0, 1, 2])
  const columns = [...at].map(([field, index]) => ({ index, field }))
  const { counts, errors } = await app.call('history.run', { fileId, plan: plan({ columns }) })
  expect(counts).toMatchObject({ verdict: 1, error: 1 })
  expect(errors).toMatchObject([{ line: 3, problem: 'unknown_person' }])
  expect(app.db.all(sql`SELECT stage, reason FROM leads WHERE id = ${id}`)).toEqual([
    { stage: 'nurture', reason: 'no_budget' },
  ])
})
