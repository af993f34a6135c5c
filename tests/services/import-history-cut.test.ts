import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import { settleImports } from '#electron/services/import/settle'
import { suggestHistory } from '#shared/domain/import/history-mapping'
import { historyPlan, type HistoryPlan } from '../helpers/call-history.ts'
import { closingAfter } from '../helpers/closing.ts'
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
const plan = (change: Partial<HistoryPlan> = {}) => historyPlan(FIELDS, change)
const leads = () =>
  app.db.all(sql`SELECT name, stage, attempts, dials FROM leads JOIN persons ON persons.id = person_id
    ORDER BY leads.rowid`)

const ROWS = Array.from({ length: 60 }, (_, n) => {
  const [day, minute] = [String(1 + (n % 28)).padStart(2, '0'), String(n % 60).padStart(2, '0')]
  const [phone, end] = [n % 2 ? '600111221' : '600111222', n % 7 ? 'Ringing' : 'No llamar']
  return `${day}/01/2026 1${n % 10}:${minute};${phone};${end};Berta Ruiz;;${n % 3 ? '' : 'llama luego'};`
})
const FILE = [HEADER, ...ROWS].join('\r\n')

/** What stands: no fact that was undone, whatever its id. */
const standing = () => ({
  leads: leads(),
  calls: app.db.all(sql`SELECT dialled_at, outcome, phone_id IS NULL AS none FROM live_calls ORDER BY 1, 2`),
  wishes: app.db.all(sql`SELECT scope FROM live_suppressions ORDER BY 1`),
  team: app.db.all(sql`SELECT name, role, active FROM reps ORDER BY 1`),
})

it('cut off anywhere by a crash, all of it stands or nothing after the next start, and it can come again', async () => {
  const before = standing()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const bring = async (looks: number) => {
    const { signal, looked } = closingAfter(looks)
    Object.assign(app.deps, { closing: signal })
    await app.call('history.run', { fileId: handIn(app, FILE), plan: plan() }).catch(() => null)
    Object.assign(app.deps, { closing: new AbortController().signal })
    await settleImports(app.deps)
    return looked()
  }
  const entry = async () => (await app.call('imports.list', {})).find(({ holds }) => holds === 'calls')
  const undo = async () => app.call('history.undo', { importId: (await entry())?.importId ?? '' })
  const looks = await bring(1_000_000)
  const whole = standing()
  expect(whole.calls).toHaveLength(60)
  await undo()
  expect(standing()).toEqual(before)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: looks }), async (cut) => {
      app.clock.advance(1000)
      await bring(cut)
      const [last] = app.db.all<{ state: string }>(
        sql`SELECT state, message FROM imports ORDER BY at DESC LIMIT 1`,
      )
      expect(standing()).toEqual(last?.state === 'done' ? whole : before)
      if (last?.state === 'done') await undo()
      else if ((await entry())?.state === 'failed') expect(last).toMatchObject({ message: 'interrupted' })
    }),
    { numRuns: 12 },
  )
  app.clock.advance(1000)
  await bring(1_000_000)
  expect(standing()).toEqual(whole)
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
