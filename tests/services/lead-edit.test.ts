import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

type Edit = Input<'lead.edit'>

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const edit = (field: Edit['field'], value: string, of: string | null = null) =>
  app.call('lead.edit', { leadId: ana, field, value, of })
const saved = async (field: Edit['field'], value: string, of: string | null = null) => {
  const reply = await edit(field, value, of)
  if (reply.kind !== 'saved') throw new Error(JSON.stringify(reply))
  return reply
}
const undo = (editId: string) => app.call('lead.unedit', { leadId: ana, editId })
const card = () => app.call('lead.card', { leadId: ana })
const found = async (text: string) =>
  (await app.call('find.search', { text, limit: 9 })).leads.map(({ name }) => name)
/** The family name is read from the name; the store of this test has none at first. */
const state = () =>
  Object.fromEntries(
    ['persons', 'phones', 'emails', 'identities', 'companies', 'leads', 'queue'].map((table) => [
      table,
      app.rows(table).map((row) => ({ ...row, family_name: null })),
    ]),
  )
const firstPhone = async () => (await card()).person.phones[0]?.id ?? ''

describe('an edit', () => {
  it('is a fact with what stood before and after, and who found by the old name is found by the new', async () => {
    await saved('name', ' Ana  Ruiz Gil ')
    expect(app.rows('edits')).toMatchObject([{ lead_id: ana, field: 'name', rep_id: app.lucia }])
    expect(app.rows('texts')).toMatchObject([
      { field: 'after', text: 'Ana  Ruiz Gil' },
      { field: 'before', text: 'Ana Ruiz' },
    ])
    expect((await card()).person.givenName).toBe('Ana')
    expect([await found('gil'), await found('ruiz')]).toEqual([['Ana  Ruiz Gil'], ['Ana  Ruiz Gil']])
  })

  it('of nothing writes nothing', async () => {
    expect(await edit('title', '')).toEqual({ kind: 'unchanged' })
    expect(app.rows('edits')).toEqual([])
  })

  it.each([
    ['name', '  ', 'name-missing'],
    ['country', 'XQ', 'country-unknown'],
    ['zone', 'Mars/Olympus', 'zone-unknown'],
    ['company.employees', 'many', 'employees-invalid'],
    ['email', 'ana@', 'email-invalid'],
    ['phone', '600 11', 'phone_invalid'],
    ['phone', 'call me', 'phone_letters'],
  ] as const)('of %s to %j is refused: %s', async (field, value, reason) => {
    expect(await edit(field, value)).toEqual({ kind: 'refused', reason })
    expect(app.rows('edits')).toEqual([])
  })

  it.each([
    ['name', 'Zoe Paz', null],
    ['title', 'Directora', null],
    ['city', 'Bilbao', null],
    ['country', 'gb', null],
    ['zone', 'Atlantic/Canary', null],
    ['company', 'Talleres Sur, S.L.', null],
    ['company.employees', '120', null],
    ['source', 'Feria', null],
    ['extra', 'azul', 'Color'],
    ['email', 'ana@norte.example', null],
    ['phone', '915 55 12 12', null],
  ] as const)('of %s can be taken back', async (field, value, of) => {
    const before = state()
    const { editId } = await saved(field, value, of)
    expect(state()).not.toEqual(before)
    expect((await undo(editId)).kind).toBe('saved')
    const after = state()
    // A company that was made for it may stay; nobody works there.
    expect({ ...after, companies: [] }).toEqual({ ...before, companies: [] })
    expect(app.rows('edits')).toHaveLength(2)
  })

  it('is not taken back over a later one', async () => {
    const { editId } = await saved('title', 'Directora')
    await saved('title', 'Gerente')
    expect(await undo(editId)).toEqual({ kind: 'refused', reason: 'changed-since' })
  })
})

describe('who is reached, and when', () => {
  it('a number that is added makes somebody callable', async () => {
    const bea = app.lead('Bea Gil', { phones: 0 })
    expect(app.rows('queue', `lead_id = '${bea}'`)).toMatchObject([{ why: 'no_number' }])
    await app.call('lead.edit', { leadId: bea, field: 'phone', value: '+34 915 55 12 12', of: null })
    expect(app.rows('queue', `lead_id = '${bea}'`)).toMatchObject([{ why: null, until: null }])
    expect(await found('915551212')).toEqual(['Bea Gil'])
    expect(app.rows('identities', "kind = 'phone' AND key = '+34915551212'")).toHaveLength(1)
  })

  it('a number marked as somebody else’s is not called', async () => {
    await saved('phone.status', 'wrong_person', await firstPhone())
    expect(app.rows('queue', `lead_id = '${ana}'`)).toMatchObject([{ why: 'no_number' }])
  })

  it('only a team lead calls again a number that asked not to be called', async () => {
    const phone = await firstPhone()
    await saved('phone.status', 'opted_out', phone)
    expect(await edit('phone.status', 'ok', phone)).toEqual({ kind: 'refused', reason: 'needs-team-lead' })
    app.sit(app.oscar)
    expect((await edit('phone.status', 'ok', phone)).kind).toBe('saved')
  })

  it('a number that was dialled stays what it is; another is a number of its own', async () => {
    const phone = await firstPhone()
    const open = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: phone, override: null })
    await app.log(ana, 'no_answer')
    expect(open.leadId).toBe(ana)
    expect(await edit('phone', '600 999 999', phone)).toEqual({ kind: 'refused', reason: 'was-dialled' })
    expect((await edit('phone', '600 999 999')).kind).toBe('saved')
  })

  it('the same number or address twice is refused, and others who have it are named', async () => {
    await saved('email', 'info@norte.example')
    expect(await edit('email', 'INFO@norte.example')).toEqual({ kind: 'refused', reason: 'email-twice' })
    const bea = app.lead('Bea Gil')
    const reply = await app.call('lead.edit', {
      leadId: bea,
      field: 'email',
      value: 'info@norte.example',
      of: null,
    })
    expect(reply).toMatchObject({ kind: 'saved', also: [{ leadId: ana, name: 'Ana Ruiz' }] })
  })

  it('a zone set by hand moves the calling window', async () => {
    const before = app.rows<{ calendar: string }>('queue')[0]?.calendar
    await saved('zone', 'America/New_York')
    const [row] = app.rows<{ calendar: string }>('queue')
    expect(row?.calendar).not.toBe(before)
    expect(row?.calendar).toContain('America/New_York')
  })

  it('a company’s size counts for every colleague', async () => {
    const bea = app.lead('Bea Gil')
    await saved('company.employees', '50')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect((await app.call('lead.card', { leadId: bea })).company?.employees).toBe(50)
  })
})
