import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'team_lead' })
})
afterEach(() => app.close())

const FIELDS = ['externalId', 'fullName', 'phone', 'email', 'title', 'company', 'industry'] as const
const COLUMNS: ImportPlan['columns'] = FIELDS.map((field, index) => ({ index, field, rule: 'overwrite' }))
const listNamed = (name: string) =>
  app.db.get<{ id: string } | undefined>(sql`SELECT id FROM lists WHERE name = ${name}`)?.id ?? null
async function bring(rows: string[], list = 'Home') {
  app.clock.advance(60_000)
  const there = listNamed(list)
  const into = there
    ? { listId: there, newList: null }
    : { listId: null, newList: { ...NEW_LIST, name: list } }
  const shape = { headerLine: 1, delimiter: ',', columns: COLUMNS } as const
  return importFile(app, [FIELDS.join(','), ...rows].join('\n'), { ...shape, ...into })
}
const FIRST = ['1,Ana Roa,600111222,,Jefa,Forjas,', '2,Luis Gil,600111333,,,Forjas,']
const ana = () => {
  const found = app.db.get<{ id: string; listId: string; personId: string }>(
    sql`SELECT leads.id, list_id AS listId, person_id AS personId FROM leads JOIN persons ON persons.id = person_id
      WHERE name = 'Ana Roa'`,
  )
  return { ...found, leadId: found.id }
}
const columnOf = (column: 'e164' | 'email' | 'key', table: string, more = '1'): string[] =>
  app.db
    .all<{ value: string }>(
      sql.raw(`SELECT ${column} AS value FROM ${table} JOIN persons ON persons.id = person_id
        WHERE name LIKE 'Ana%' AND ${more} ORDER BY 1`),
    )
    .map(({ value }) => value)
const numbers = () => ({
  has: columnOf('e164', 'phones'),
  foundBy: columnOf('key', 'identities', `kind = 'phone'`),
})
const preview = (importId: string) => app.call('import.undoPreview', { importId })

describe('a number that a file brought to somebody who was there', () => {
  const NEW = '+34600999888'
  const both = { has: ['+34600111222', NEW], foundBy: ['+34600111222', NEW] }

  it('stays once it was called, and they are found by it', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,600999888,,,,'])
    const { leadId, listId } = ana()
    const card = await app.call('desk.open', { listId, leadId, after: null })
    const callId = card?.draft?.callId ?? ''
    const phoneId = card?.person.phones[1]?.id ?? ''
    await app.call('call.dial', { leadId, phoneId, override: null })
    await app.call('call.log', { ...UNREACHED, leadId, callId, listId, outcome: 'no_answer' })
    expect(await preview(importId)).toMatchObject({ rows: [{ end: 'kept', why: 'called' }] })
    await undoImport(app, importId)
    expect(numbers()).toEqual(both)
    expect((await bring(['7,Ana Roa,600999888,,,,'])).counts).toMatchObject({ create: 0, update: 1 })
  })

  it('stays as somebody corrected it by hand', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,600999888,,,,'])
    const { id } = app.db.get<{ id: string }>(sql`SELECT id FROM phones WHERE e164 = ${NEW}`)
    await app.call('lead.edit', { leadId: ana().leadId, field: 'phone', of: id, value: '600777666' })
    expect(await preview(importId)).toMatchObject({ rows: [{ end: 'kept', why: 'edited' }] })
    await undoImport(app, importId)
    const corrected = ['+34600111222', '+34600777666']
    expect(numbers()).toEqual({ has: corrected, foundBy: corrected })
  })

  it('goes otherwise, and nobody is found by it', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,600999888,,,,'])
    expect(numbers()).toEqual(both)
    await undoImport(app, importId)
    expect(numbers()).toEqual({ has: ['+34600111222'], foundBy: ['+34600111222'] })
  })
})

describe('what an undo says before', () => {
  it('counts who was changed by several rows as set back, as it then does', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,,,CEO,,', '1,Ana Roa,,,CFO,,'])
    expect(await preview(importId)).toMatchObject({ counts: { reversed: 1, kept: 0 }, updated: 1, rows: [] })
    await undoImport(app, importId)
    expect(app.db.get(sql`SELECT title FROM persons WHERE name = 'Ana Roa'`)).toEqual({ title: 'Jefa' })
  })

  it('of several rows, too, what was typed over the last stays', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,,,CEO,,', '1,Ana Roa,,,CFO,,'])
    await app.call('lead.edit', { leadId: ana().leadId, field: 'title', of: null, value: 'Dueña' })
    expect(await preview(importId)).toMatchObject({
      counts: { reversed: 0, kept: 1 },
      rows: [{ why: 'edited' }],
    })
    await undoImport(app, importId)
    expect(app.db.get(sql`SELECT title FROM persons WHERE name = 'Ana Roa'`)).toEqual({ title: 'Dueña' })
  })

  it('counts whom it gave one more lead once, whatever lead came after it', async () => {
    await bring(FIRST)
    const { importId } = await bring(['7,Ana Roa,600111222,,,,'], 'Second')
    await bring(['8,Ana Roa,600111222,,,,'], 'Third')
    expect(await preview(importId)).toMatchObject({ counts: { reversed: 1 }, created: 1, updated: 0 })
    await undoImport(app, importId)
    expect(columnOf('key', 'identities', `kind = 'external'`)).toEqual(['1', '8'])
  })

  it('counts whose company alone was changed', async () => {
    await bring(FIRST)
    const { importId } = await bring(['1,Ana Roa,,,,Forjas,Metal', '2,Luis Gil,,,,Forjas,Acero'])
    expect(await preview(importId)).toMatchObject({ counts: { reversed: 2, kept: 0 }, updated: 2, rows: [] })
    await undoImport(app, importId)
    expect(app.db.all(sql`SELECT industry FROM companies`)).toEqual([{ industry: null }])
  })
})

it.each(['script', 'list', 'nothing'] as const)(
  'a list that came with a file stays if somebody saved its %s',
  async (what) => {
    const { importId } = await bring(FIRST)
    const listId = listNamed('Home') ?? ''
    const saving = {
      script: async () => {
        const { scripts } = await app.call('script.get', { listId, version: null })
        await app.call('script.save', { listId, scripts })
      },
      list: () => app.call('lists.save', { ...NEW_LIST, id: listId, name: 'Home', costMinor: 900 }),
      nothing: () => null,
    }
    await saving[what]()
    await undoImport(app, importId)
    expect(listNamed('Home')).toBe(what === 'nothing' ? null : listId)
  },
)

it('what a file said of somebody stays once they were found to be another, also when they are two again', async () => {
  await bring(['1,Ana Roa,600111222,,,,'], 'A')
  await bring(['2,Ana Roa Gil,600111333,,,,'], 'B')
  const { importId } = await bring(['2,Ana Roa Gil,600111444,ana@gil.example,Jefa,,'], 'B')
  const [keep, other] = app.db.all<{ id: string }>(sql`SELECT id FROM persons ORDER BY name`)
  const two = { kind: 'person', keepId: keep?.id ?? '', otherId: other?.id ?? '', choices: {} } as const
  const { pairingId } = await app.call('review.merge', two)
  expect(await preview(importId)).toMatchObject({
    counts: { reversed: 0, kept: 1 },
    rows: [{ name: 'Ana Roa', end: 'kept', why: 'merged' }],
  })
  await undoImport(app, importId)
  await app.call('review.undo', { pairingId })
  const gil = app.db
    .get(sql`SELECT name, title, (SELECT group_concat(e164) FROM phones WHERE person_id = persons.id) AS phones,
    (SELECT email FROM emails WHERE person_id = persons.id) AS email FROM persons WHERE name = 'Ana Roa Gil'`)
  expect(gil).toEqual({
    name: 'Ana Roa Gil',
    title: 'Jefa',
    phones: '+34600111333,+34600111444',
    email: 'ana@gil.example',
  })
})
