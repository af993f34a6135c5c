import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import type { ColumnRule } from '#shared/domain/import/field'
import { ended, handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let luis: string
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
  luis = (await app.call('people.add', { name: 'Luis Peña', role: 'rep' })).id
})
afterEach(() => app.close())

const into = (): Partial<ImportPlan> => ({
  newList: null,
  listId: app.db.get<{ id: string }>(sql`SELECT id FROM lists`).id,
})
/** The same file again, every column by one rule. */
async function again(bytes: string, rule: ColumnRule) {
  const fileId = handIn(app, bytes)
  const plan = planOf(await inspect(app, fileId), into())
  plan.columns = plan.columns.map((column) => ({ ...column, rule }))
  const { importId } = await app.call('import.run', { fileId, plan })
  return { ...(await ended(app, importId)), importId }
}
const person = () => app.db.get<{ title: string; city: string }>(sql`SELECT title, city FROM persons`)
const extra = () =>
  JSON.parse(app.db.get<{ extra: string }>(sql`SELECT extra FROM leads`).extra) as Record<string, string>

describe('what an update does to a value', () => {
  const file = (title: string, city: string, tag: string, changed = '') =>
    `E-mail;Puesto;Ciudad;Etiqueta;Fecha de modificación\r\nana@roa.example;${title};${city};${tag};${changed}\r\n`
  beforeEach(() => importFile(app, file('Gerente', 'Bilbao', 'uno', '01/02/2026')))

  it.each([
    ['fill', 'Gerente', 'Bilbao', 'uno'],
    ['never', 'Gerente', 'Bilbao', 'uno'],
    ['overwrite', 'Directora', 'Madrid', 'dos'],
    ['append', 'Gerente; Directora', 'Bilbao', 'uno; dos'],
  ] as const)('%s', async (rule, title, city, tag) => {
    await again(file('Directora', 'Madrid', 'dos'), rule)
    expect({ ...person(), tag: extra()['Etiqueta'] }).toEqual({ title, city, tag })
    expect((await again(file('Directora', 'Madrid', 'dos'), rule)).counts).toMatchObject({ duplicate: 1 })
  })
  it('newest: only a row that was written later', async () => {
    expect((await again(file('Jefa', 'Vigo', 'x', '31/01/2026'), 'newest')).counts).toMatchObject({
      duplicate: 1,
    })
    expect((await again(file('Jefa', 'Vigo', 'x'), 'newest')).counts).toMatchObject({ duplicate: 1 })
    await again(file('Directora', 'Madrid', 'dos', '02/02/2026'), 'newest')
    expect(person()).toEqual({ title: 'Directora', city: 'Madrid' })
    await again(file('Jefa', 'Vigo', 'x', '01/02/2026'), 'newest')
    expect(person()).toEqual({ title: 'Directora', city: 'Madrid' })
  })
})

describe('stages and owners of another system', () => {
  const CSV = [
    'Nombre;Teléfono;Estado;Comercial',
    'Ana Roa;600111221;Nuevo;Luis Peña',
    'Eva Gil;600111222;Ganado;luis peña',
    'Iker Zubia;600111223;Perdido;',
    'Paul Meyer;600111224;Rarísimo;Nadie Conocido',
    'Sara Mora;600111225;;',
  ].join('\r\n')
  const leads = () =>
    app.db.all(sql`SELECT name, stage, born_as AS born, owner_id AS owner,
      (SELECT owner_id FROM queue WHERE lead_id = leads.id) AS queued FROM leads
      JOIN persons ON persons.id = person_id ORDER BY leads.rowid`)

  it('are where the leads start, and only those who wait for a call are queued', async () => {
    const { counts, marked } = await importFile(app, CSV, { ownerId: null })
    expect([counts.create, marked]).toEqual([5, 1])
    expect(leads()).toEqual([
      { name: 'Ana Roa', stage: 'inquiry', born: 'inquiry', owner: luis, queued: luis },
      { name: 'Eva Gil', stage: 'customer', born: 'customer', owner: luis, queued: null },
      { name: 'Iker Zubia', stage: 'lost', born: 'lost', owner: null, queued: null },
      { name: 'Paul Meyer', stage: 'lead', born: 'lead', owner: null, queued: null },
      { name: 'Sara Mora', stage: 'lead', born: 'lead', owner: null, queued: null },
    ])
    expect(app.db.all(sql`SELECT lead_id FROM queue`)).toHaveLength(3)
  })
  it('stand for what somebody says they do, and the owner of the plan has the rest', async () => {
    const fileId = handIn(app, CSV)
    const plan = planOf(await inspect(app, fileId), { ownerId: luis })
    plan.columns = plan.columns.map((column) =>
      column.field === 'stage' ? { ...column, values: { rarisimo: 'nurture', nuevo: '' } } : column,
    )
    const { importId } = await app.call('import.run', { fileId, plan })
    await ended(app, importId)
    expect(leads()).toMatchObject([
      { stage: 'lead', owner: luis },
      { stage: 'customer', owner: luis },
      { stage: 'lost', owner: luis },
      { stage: 'nurture', owner: luis },
      { stage: 'lead', owner: luis },
    ])
    const [entry] = await app.call('imports.list', {})
    expect(entry).toMatchObject({
      fileName: 'leads.csv',
      mode: 'create_update',
      undoUntil: expect.any(Number),
    })
    expect(entry?.hash).toMatch(/^[\da-f]{12}$/)
    expect(entry?.columns).toContainEqual({ index: 2, header: 'Estado', field: 'stage', rule: 'fill' })
  })
})

it('a header that came in before finds its mapping again, wherever its columns stand', async () => {
  const fileId = handIn(app, 'Dato raro;E-mail\r\nAna Roa;ana@roa.example\r\n')
  const plan = planOf(await inspect(app, fileId), { mode: 'create' })
  plan.columns = plan.columns.map((column) => ({
    ...column,
    field: column.index === 0 ? 'fullName' : column.field,
  }))
  const { importId } = await app.call('import.run', { fileId, plan })
  await ended(app, importId)
  const { saved } = await inspect(app, handIn(app, 'E-MAIL;dato raro\r\nb@roa.example;Eva\r\n'))
  expect(saved).toMatchObject({ by: 'Ana', fileName: 'leads.csv', mode: 'create' })
  expect(saved?.columns.map(({ index, field }) => [index, field])).toEqual([
    [1, 'fullName'],
    [0, 'email'],
  ])
  expect((await inspect(app, handIn(app, 'Otro;E-mail\r\nAna;c@roa.example\r\n'))).saved).toBeNull()
})

it('rows that were mended take the place of those in the file', async () => {
  const fileId = handIn(app, 'Nombre;Teléfono;Nota\r\n;;nadie\r\nEva;6001112x;\r\n')
  const plan = planOf(await inspect(app, fileId), {
    mended: [
      { line: 2, cells: ['Ana', '600111222', ''] },
      { line: 3, cells: ['Eva', '600111223', ''] },
    ],
  })
  const { importId } = await app.call('import.check', { fileId, plan })
  expect(await ended(app, importId)).toMatchObject({ rows: 2, marked: 0, counts: { create: 2, error: 0 } })
})
