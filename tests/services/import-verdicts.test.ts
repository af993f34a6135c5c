import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { SHIPPED_REASONS } from '#shared/domain/reason-set'
import { looksLikeCalls, suggestHistory } from '#shared/domain/import/history-mapping'
import { sitAtDesk } from '#electron/db/device'
import { historyPlan } from '../helpers/call-history.ts'
import { handIn, importFile, inspect } from '../helpers/import-file.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
  const people = ['Luis', 'Eva', 'Sara', 'Iker', 'Jon'].map((name, at) => `x${at};${name} Gil;60011122${at}`)
  await importFile(app, ['ID;Nombre;Teléfono', ...people].join('\n'))
})
afterEach(() => app.close())

/** What a CRM gives back: no call, no date, words and money of its own. */
const FILE = [
  'Lead ID;Veredicto;Motivo;Importe',
  'x0;Aceptado;;',
  'x1;Rechazado;Sin presupuesto;',
  'x2;Ganado;;12.500,50 €',
  'x3;Perdido;;$ 300,00',
  'x4;En manos de Marta;;',
].join('\r\n')
const FIELDS = ['externalId', 'verdict', 'reason', 'amount'] as const
const plan = (values: Record<string, string> = {}) =>
  historyPlan(FIELDS, {
    name: 'crm.csv',
    columns: FIELDS.map((field, index) => ({ index, field, ...(field === 'verdict' ? { values } : {}) })),
  })
const bring = (values?: Record<string, string>, text = FILE) =>
  app.call('history.run', { fileId: handIn(app, text), plan: plan(values) })
const stages = () =>
  app.db.all<{ stage: string }>(sql`SELECT stage FROM leads ORDER BY external_id`).map(({ stage }) => stage)

it('is told from a list of people, and its columns are known', async () => {
  const { columns } = await inspect(app, handIn(app, FILE))
  expect(looksLikeCalls(columns)).toBe(true)
  expect(Object.fromEntries(suggestHistory(columns))).toEqual({
    amount: 3,
    externalId: 0,
    reason: 2,
    verdict: 1,
  })
})

it('the verdicts of a CRM come in without a call: stages, reasons, amounts with their currency; undone whole', async () => {
  const found = await bring()
  expect(found).toMatchObject({
    rows: 5,
    counts: { call: 0, verdict: 4, none: 0, duplicate: 0, error: 1 },
    verdicts: [{ cell: 'En manos de Marta', calls: 1 }],
    errors: [{ line: 6, problem: 'verdict_unknown' }],
  })
  expect(stages()).toEqual(['sql', 'nurture', 'customer', 'lost', 'lead'])
  expect(
    app.db.all(sql`SELECT verdict, verdicts.reason, amount_minor AS minor, currency, at FROM verdicts
      JOIN leads ON leads.id = lead_id ORDER BY external_id`),
  ).toEqual([
    { verdict: 'accepted', reason: null, minor: null, currency: null, at: NOW },
    { verdict: 'rejected', reason: 'no_budget', minor: null, currency: null, at: NOW },
    { verdict: 'won', reason: null, minor: 1_250_050, currency: 'EUR', at: NOW },
    { verdict: 'lost', reason: null, minor: 30_000, currency: 'USD', at: NOW },
  ])
  expect(app.db.all(sql`SELECT 1 FROM calls`)).toEqual([])
  const entry = (await app.call('imports.list', {})).find(({ holds }) => holds === 'calls')
  expect(entry).toMatchObject({
    fileName: 'crm.csv',
    holds: 'calls',
    counts: { create: 4, error: 1 },
    rows: 5,
  })
  expect(entry?.columns.map(({ header, field }) => `${header}: ${field}`)).toEqual([
    'Lead ID: externalId',
    'Veredicto: verdict',
    'Motivo: reason',
    'Importe: amount',
  ])

  expect((await bring()).counts).toMatchObject({ verdict: 0, duplicate: 4 })
  expect(await app.call('history.undo', { importId: found.importId })).toEqual({ calls: 4, stay: [] })
  expect(stages()).toEqual(Array.from({ length: 5 }, () => 'lead'))
  expect((await bring()).counts.verdict).toBe(4)
})

it('a word that nobody knows stands for what somebody says it does, also for nothing', async () => {
  expect((await bring({ 'en manos de marta': 'accepted' })).counts).toMatchObject({ verdict: 5, error: 0 })
  expect(stages().at(-1)).toBe('sql')
})

it('a rep brings no verdict on a lead that was never handed over', async () => {
  const { id } = await app.call('people.add', { name: 'Berta', role: 'rep' })
  sitAtDesk(app.db, id)
  const found = await bring()
  expect(found.counts).toMatchObject({ verdict: 0, error: 5 })
  expect(found.errors[0]).toMatchObject({ problem: 'not_handed_over' })
  expect(stages()).toEqual(Array.from({ length: 5 }, () => 'lead'))
})

it('reasons are read as the team calls them, and lead where and for as long as they do here', async () => {
  const { id } = await app.call('people.add', { name: 'Irene', role: 'admin' })
  sitAtDesk(app.db, id)
  const abroad = {
    code: 'outside_profile/abroad',
    label: { es: 'Fuera de España', en: 'Abroad' },
    on: true,
    exit: 'leave',
    days: null,
  } as const
  const reasons = SHIPPED_REASONS.map((entry) =>
    entry.code === 'no_budget' ? { ...entry, days: 30 } : entry,
  )
  await app.call('reason.save', { set: structuredClone([...reasons, abroad]), from: null })
  const lines = ['Lead ID;Veredicto;Motivo', 'x0;Rechazado;FUERA DE ESPAÑA', 'x1;Rechazado;Sin presupuesto']
  await bring({}, lines.join('\r\n'))
  expect(
    app.db.all(sql`SELECT stage, reason, wakes_at AS wakesAt FROM leads WHERE external_id IN ('x0', 'x1')
      ORDER BY external_id`),
  ).toEqual([
    { stage: 'disqualified', reason: abroad.code, wakesAt: null },
    { stage: 'nurture', reason: 'no_budget', wakesAt: NOW + 30 * 86_400_000 },
  ])
})

const JUDGED = [
  'Fecha;Teléfono;Resultado;Veredicto;Motivo',
  '02/03/2026 10:00;600111221;Venta;Aceptado;',
  '03/03/2026 17:00;600111222;Venta;Rechazado;',
  '04/03/2026 12:00;600111223;Venta;Rechazado;Sin presupuesto',
  '05/03/2026 13:00;600111221;Venta;Regular;',
].join('\r\n')

it('with calls they stamp, send back, win, and go with the file when it is undone', async () => {
  const fields = ['calledAt', 'phone', 'outcome', 'verdict', 'reason'] as const
  const { errors } = await app.call('history.run', {
    fileId: handIn(app, JUDGED),
    plan: historyPlan(fields),
  })
  expect(errors).toMatchObject([{ line: 5, problem: 'verdict_unknown' }])
  expect(stages()).toEqual(['lead', 'sql', 'mql', 'nurture', 'lead'])
  expect(app.db.all(sql`SELECT verdict, reason FROM verdicts ORDER BY at`)).toEqual([
    { verdict: 'accepted', reason: null },
    { verdict: 'rejected', reason: null },
    { verdict: 'rejected', reason: 'no_budget' },
  ])
  // A rejected one was an SQL, and is counted as one.
  expect(app.db.all(sql`SELECT count(*) AS n FROM live_stage_changes WHERE to_stage = 'sql'`)).toEqual([
    { n: 3 },
  ])
  const { importId = '' } = (await app.call('imports.list', {})).find(({ holds }) => holds === 'calls') ?? {}
  await app.call('history.undo', { importId })
  expect(new Set(stages())).toEqual(new Set(['lead']))
  const log = await app.call('imports.list', {})
  const stateOf = (held: 'calls' | 'people') => log.find(({ holds }) => holds === held)?.state
  expect([stateOf('calls'), stateOf('people')]).toEqual(['undone', 'done'])
  expect(app.db.all(sql`SELECT 1 FROM verdicts WHERE id NOT IN (SELECT call_id FROM undos)`)).toEqual([])
})
