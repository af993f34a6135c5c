import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { historyPlan, type HistoryPlan } from '../helpers/call-history.ts'
import { handIn, importFile, NEW_LIST } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let ana: string
beforeEach(async () => {
  app = testApp()
  ana = (await app.call('people.add', { name: 'Ana', role: 'team_lead' })).id
  await importFile(
    app,
    [
      'ID;Nombre;Teléfono;E-mail',
      'x1;Luis Peña;600111221;luis@pena.example',
      'x2;Eva Gil;600111222;',
      'x3;Sara Mora;600111223;sara@mora.example',
      'x4;Iker Zubia;915551212;',
      'x5;Paul Meyer;915551212;',
    ].join('\r\n'),
  )
})
afterEach(() => app.close())

const CALLS = [
  'Fecha;Teléfono;Resultado;Comercial;Duración;Nota;Estado',
  '02/03/2026 10:00;600111221;No contesta;ana;;;',
  '03/03/2026 17:00;600111221;Ocupado;Berta Ruiz;;;',
  '04/03/2026 12:00;600 111 222;No interesado;Berta Ruiz;02:14;ya tiene proveedor;',
  '05/03/2026 12:00;600111223;No llamar;Berta Ruiz;;;',
  '05/03/2026 13:00;915551212;Ringing;ana;;;',
  '05/03/2026 13:00;699000000;Ringing;ana;;;',
  'ayer;600111221;Ringing;ana;;;',
  '01/01/2027 10:00;600111221;Ringing;ana;;;',
  '05/03/2026 14:00;600111221;Rarísimo;ana;;;',
  '05/03/2026 15:00;600111221;Pendiente;;;;',
].join('\r\n')
const FIELDS = ['calledAt', 'phone', 'outcome', 'agent', 'talk', 'note', 'result'] as const
const plan = (change: Partial<HistoryPlan> = {}) => historyPlan(FIELDS, change)
const run = async (change: Partial<HistoryPlan> = {}) =>
  app.call('history.run', { fileId: handIn(app, CALLS), plan: plan(change) })
const leads = () =>
  app.db.all(sql`SELECT name, stage, attempts, dials FROM leads JOIN persons ON persons.id = person_id
    ORDER BY leads.rowid LIMIT 3`)

it('says what it would do and writes nothing', async () => {
  const found = await app.call('history.check', {
    fileId: handIn(app, CALLS),
    plan: plan({ addReps: false }),
  })
  expect(found).toMatchObject({
    rows: 10,
    counts: { call: 1, verdict: 0, none: 1, duplicate: 0, error: 8 },
    agents: [{ name: 'Berta Ruiz', calls: 3 }],
    outcomes: [{ cell: 'Rarísimo', calls: 1 }],
  })
  expect(found.errors.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'unknown_agent'],
    [4, 'unknown_agent'],
    [5, 'unknown_agent'],
    [6, 'several_people'],
    [7, 'unknown_person'],
    [8, 'no_date'],
    [9, 'future'],
    [10, 'no_outcome'],
  ])
  expect(app.db.all(sql`SELECT id FROM calls`)).toEqual([])
})

it('calls of elsewhere count in ladders and numbers, by whoever made them', async () => {
  const { importId, counts, agents } = await run()
  expect(counts).toEqual({ call: 4, verdict: 0, none: 1, duplicate: 0, error: 5 })
  expect(agents).toEqual([{ name: 'Berta Ruiz', calls: 3 }])
  expect(leads()).toEqual([
    { name: 'Luis Peña', stage: 'lead', attempts: 2, dials: 2 },
    { name: 'Eva Gil', stage: 'nurture', attempts: 0, dials: 1 },
    { name: 'Sara Mora', stage: 'lead', attempts: 1, dials: 1 },
  ])
  expect(
    app.db
      .all(sql`SELECT outcome, name, active, talk, spoke, import_id AS file FROM calls JOIN reps ON reps.id = rep_id
      ORDER BY dialled_at`),
  ).toEqual([
    { outcome: 'no_answer', name: 'Ana', active: 1, talk: null, spoke: null, file: importId },
    { outcome: 'busy', name: 'Berta Ruiz', active: 0, talk: null, spoke: null, file: importId },
    { outcome: 'not_interested', name: 'Berta Ruiz', active: 0, talk: 134, spoke: 'person', file: importId },
    { outcome: 'do_not_call', name: 'Berta Ruiz', active: 0, talk: null, spoke: null, file: importId },
  ])
  // Who asked for silence is in no queue, and who was never called stays ready.
  expect(
    app.db.all(sql`SELECT name FROM queue JOIN persons ON persons.id = person_id WHERE until IS NULL`),
  ).not.toContainEqual({ name: 'Sara Mora' })
  expect(app.db.all(sql`SELECT person_id FROM suppressions WHERE channel = 'call'`)).toHaveLength(1)
})

it('the same file again brings nothing; another one brings what is new', async () => {
  await run()
  const again = await run()
  expect(again.counts).toMatchObject({ call: 0, duplicate: 4 })
  expect(app.db.all(sql`SELECT id FROM calls`)).toHaveLength(4)
  expect((await app.call('imports.list', {})).map(({ fileName, holds }) => [fileName, holds])).toContainEqual(
    ['llamadas.csv', 'calls'],
  )
})

it('is undone whole: calls, wishes and stages', async () => {
  const before = leads()
  const { importId } = await run()
  expect(await app.call('history.undo', { importId })).toEqual({ calls: 4, stay: [] })
  expect(leads()).toEqual(before)
  expect(app.db.all(sql`SELECT id FROM live_suppressions`)).toEqual([])
  expect((await run()).counts.call).toBe(4)
})

const team = async () => (await app.call('app.state', {})).reps.map(({ name }) => name)

it('agents whom only it named leave with it; those of another file stay, are named, and leave with that one', async () => {
  const before = await team()
  const first = await run()
  app.clock.advance(1000)
  const file = CALLS.split('\r\n')[0] + '\r\n09/03/2026 10:00;600111221;Ringing;Berta Ruiz;;;\r\n'
  const other = file.replace('Berta', 'Jon') + '09/03/2026 11:00;600111222;Ringing;Berta Ruiz;;;\r\n'
  const second = await app.call('history.run', { fileId: handIn(app, other), plan: plan() })
  expect(await team()).toEqual([...before, 'Berta Ruiz', 'Jon Ruiz'])
  expect(await app.call('history.undo', { importId: first.importId })).toEqual({
    calls: 4,
    stay: ['Berta Ruiz'],
  })
  expect(await team()).toContain('Berta Ruiz')
  expect(await app.call('history.undo', { importId: second.importId })).toMatchObject({ calls: 2, stay: [] })
  expect(await team()).toEqual(before)
})

it.each([
  [
    'joined the team',
    async (id: string) =>
      expect(await app.call('people.add', { name: 'berta ruiz', role: 'rep' })).toMatchObject({
        id,
        active: true,
      }),
  ],
  [
    'has a lead by now',
    (id: string) => void app.db.run(sql`UPDATE leads SET owner_id = ${id} WHERE external_id = 'x4'`),
  ],
])('an agent who %s stays once the calls are taken back', async (_, deed) => {
  const { importId } = await run()
  const { id } = app.db.get<{ id: string }>(sql`SELECT id FROM reps WHERE name = 'Berta Ruiz'`)
  await deed(id)
  await app.call('history.undo', { importId })
  expect((await team()).map((name) => name.toLowerCase())).toContain('berta ruiz')
})

it('says itself where a result was given: another system closed or won it', async () => {
  const file = CALLS.replace('Ocupado;Berta Ruiz;;;', 'Sale Made;Berta Ruiz;10:00;;Closed Won')
  await app.call('history.run', { fileId: handIn(app, file), plan: plan({ closes: false }) })
  expect(leads()).toMatchObject([{ stage: 'customer' }, { stage: 'lead' }, { stage: 'lead' }])
})

it('no call of elsewhere is taken back as the last outcome of the desk', async () => {
  await app.call('history.run', {
    fileId: handIn(app, 'Fecha;Tel;Fin;Quién\r\n10/03/2026 08:00;600111221;Busy;Ana\r\n'),
    plan: plan({ columns: plan().columns.slice(0, 4) }),
  })
  expect(app.db.all(sql`SELECT rep_id AS id FROM calls`)).toEqual([{ id: ana }])
  expect(await app.call('call.undo', {})).toMatchObject({ kind: 'refused' })
})

it('the same file again brings nothing of whoever was found to be another since', async () => {
  await run()
  const personOf = (name: string) =>
    app.db.get<{ id: string }>(sql`SELECT id FROM persons WHERE name = ${name}`).id
  const [keepId, otherId] = [personOf('Eva Gil'), personOf('Luis Peña')]
  await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
  expect((await run()).counts).toMatchObject({ call: 0, duplicate: 4 })
})

it('is undone whole once somebody in it was found to be another', async () => {
  const newList = { ...NEW_LIST, name: 'Otra' }
  await importFile(app, 'ID;Nombre;Teléfono\r\nz1;Zoe Ruiz;600111999', { newList })
  const stood = () => app.db.all(sql`SELECT stage, attempts, dials FROM leads ORDER BY rowid`)
  const before = stood()
  const { importId } = await run()
  const personOf = (name: string) =>
    app.db.get<{ id: string }>(sql`SELECT id FROM persons WHERE name = ${name}`).id
  const [keepId, otherId] = [personOf('Zoe Ruiz'), personOf('Luis Peña')]
  await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
  await app.call('history.undo', { importId })
  expect(stood()).toEqual(before)
})

it('is cancelled in the middle: what was written is taken back, and the file can come again', async () => {
  const before = leads()
  const rows = Array.from({ length: 1500 }, (_, n) => {
    const [day, minute] = [1 + (n % 28), n % 59]
    const when = `${String(day).padStart(2, '0')}/01/202${n % 6} ${10 + (n % 8)}:${String(minute).padStart(2, '0')}`
    return `${when};600111221;Ringing;Berta Ruiz;;;`
  })
  const given = { fileId: handIn(app, [CALLS.split('\r\n')[0], ...new Set(rows)].join('\r\n')), plan: plan() }
  const running = app.call('history.run', given)
  while (app.db.all(sql`SELECT 1 FROM calls LIMIT 1`).length === 0)
    await new Promise((resolve) => setImmediate(resolve))
  expect(await app.dispatch('history.check', given)).toMatchObject({ error: { reason: 'import-running' } })
  await app.call('history.cancel', {})
  expect(await running).toMatchObject({ cancelled: true })
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).toEqual([])
  expect(leads()).toEqual(before)
  const log = await app.call('imports.list', {})
  expect(log.filter(({ holds }) => holds === 'calls')).toMatchObject([
    { state: 'cancelled', fileName: 'llamadas.csv', counts: { create: 0 } },
  ])

  const { cancelled, counts } = await app.call('history.run', given)
  expect(cancelled).toBe(false)
  expect(app.db.all(sql`SELECT 1 FROM live_calls`)).toHaveLength(counts.call)
  expect(counts.duplicate).toBe(0)
})

it('a name that nobody has is the rep somebody says it is', async () => {
  const values = { 'berta ruiz': ana }
  const columns = plan().columns.map((column) => (column.field === 'agent' ? { ...column, values } : column))
  expect((await run({ columns, addReps: false })).agents).toEqual([])
  expect(app.db.all(sql`SELECT DISTINCT rep_id AS repId FROM calls`)).toEqual([{ repId: ana }])
  expect((await app.call('app.state', {})).reps.map(({ name }) => name)).toEqual(['Ana'])
})
