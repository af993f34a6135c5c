import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { identities } from '#electron/db/schema/person'
import { refresh } from '#electron/services/queue'
import { emailKey } from '#shared/domain/email-key'
import { DAY, HOUR } from '#shared/lib/time'
import { importFile } from '../helpers/import-file.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

/** A person with numbers and addresses that the ladder knows them by, and a lead. */
function somebody(name: string, more: { phones?: string[]; emails?: string[]; listId?: string } = {}) {
  const { phones = [], emails = [], listId = app.list } = more
  const id = app.given.person(name, {
    country: 'ES',
    phones,
    emails,
    company: { id: app.norte, name: 'Talleres Norte' },
  })
  const keys = [...phones.map((key) => ['phone', key]), ...emails.map((email) => ['email', emailKey(email)])]
  for (const [kind, key = ''] of keys)
    app.db
      .insert(identities)
      .values({ kind: kind as 'phone', key, personId: id })
      .run()
  const at = app.clock.now() - DAY
  return { id, lead: app.given.lead(id, listId, { createdAt: at, arrivedAt: at, companyId: app.norte }) }
}
const merge = (keepId: string, otherId: string, choices = {}) =>
  app.call('review.merge', { kind: 'person', keepId, otherId, choices })
const row = (table: string, where: string) => app.rows(table, where)[0] ?? {}

describe('a merge of two people', () => {
  it('brings leads, numbers and addresses to the one who stays, and what was chosen', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'], emails: ['ana@a.es'] })
    const other = somebody('Ana Ruíz Gil', {
      phones: ['+34600111222', '+34915551212'],
      emails: ['ANA@a.es', 'ana@gmail.com'],
      listId: app.given.list('Feria'),
    })
    app.db.run(`UPDATE persons SET title = 'Gerente' WHERE id = '${other.id}'`)
    await merge(ana.id, other.id, { name: 'other' })
    expect(row('persons', `id = '${ana.id}'`)).toMatchObject({ name: 'Ana Ruíz Gil', title: 'Gerente' })
    expect(app.rows('leads').map((lead) => lead['person_id'])).toEqual([ana.id, ana.id])
    const card = await app.call('lead.card', { leadId: other.lead })
    expect(card.person.phones.map(({ display }) => display)).toEqual(['+34 600 11 12 22', '+34 915 55 12 12'])
    expect(card.person.emails).toEqual(['ana@a.es', 'ana@gmail.com'])
    expect(app.rows('identities').every((key) => key['person_id'] === ana.id)).toBe(true)
    const found = await app.call('find.search', { text: 'gil', limit: 9 })
    expect(found.leads.map(({ name }) => name)).toEqual(['Ana Ruíz Gil', 'Ana Ruíz Gil'])
  })

  it('leaves one open lead a list: the one that is further along, with the date and the interest of both', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'] })
    const other = somebody('Ana Ruiz', { phones: ['+34600333444'] })
    const at = app.clock.now() + HOUR
    await app.log(other.lead, 'callback', { step: { kind: 'call', at, agreed: true, withWhom: 'Ana' } })
    app.db.run(`INSERT INTO signals VALUES ('s1', '${other.lead}', 'demo', ${app.clock.now()})`)
    await merge(ana.id, other.id)
    expect(row('leads', `id = '${ana.lead}'`)).toMatchObject({ stage: 'lead' })
    expect(row('leads', `id = '${other.lead}'`)).toMatchObject({
      stage: 'disqualified',
      reason: 'same_episode',
    })
    expect(app.rows('queue')).toMatchObject([{ lead_id: ana.lead, bucket: 'promise', due_at: at }])
    expect(row('signals', "id = 's1'")).toMatchObject({ lead_id: ana.lead })
    const card = await app.call('lead.card', { leadId: ana.lead })
    expect(card.history.filter(({ kind }) => kind === 'call')).toHaveLength(1)
  })

  it('counts the dials of both against one cap', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'] })
    const other = somebody('Ana Ruiz', { phones: ['+34600333444'], listId: app.given.list('Feria') })
    await app.log(ana.lead, 'no_answer')
    app.clock.advance(4 * HOUR)
    await app.log(other.lead, 'no_answer')
    await merge(ana.id, other.id)
    const why = await app.call('queue.why', { leadId: ana.lead })
    expect(JSON.stringify(why)).toContain('cap_person')
  })

  it('lets suppression win, and leaves it on both when it is taken back', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'] })
    const other = somebody('Ana Ruiz', { phones: ['+34600333444'], listId: app.given.list('Feria') })
    await app.log(other.lead, 'do_not_call')
    const { pairingId } = await merge(ana.id, other.id)
    expect(app.rows('queue')).toEqual([])
    await app.call('review.undo', { pairingId })
    expect(app.rows('queue')).toEqual([])
    expect(new Set(app.rows('suppressions').map((fact) => fact['person_id']))).toEqual(
      new Set([ana.id, other.id]),
    )
  })

  it('taken back gives each their own, with what was done since on their lead', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'] })
    const other = somebody('Ana Gil', { phones: ['+34600333444'], listId: app.given.list('Feria') })
    const { pairingId } = await merge(ana.id, other.id)
    await app.log(other.lead, 'no_answer')
    await app.call('review.undo', { pairingId })
    const calls = async (leadId: string) =>
      (await app.call('lead.card', { leadId })).history.filter(({ kind }) => kind === 'call').length
    expect([await calls(ana.lead), await calls(other.lead)]).toEqual([0, 1])
    const metrics = app.rows('pairing_leads')
    expect(metrics).toMatchObject([{ lead_id: other.lead }])
  })

  it('is refused while a call is open, for who is not here, and for who was merged already', async () => {
    const ana = somebody('Ana Ruiz', { phones: ['+34600111222'] })
    const other = somebody('Ana Gil', { phones: ['+34600333444'] })
    const third = somebody('Ana Roa', { phones: ['+34600555666'] })
    const { draft } = await app.open(other.lead)
    app.db.run(`UPDATE drafts SET dialled_at = ${app.clock.now()} WHERE call_id = '${draft.callId}'`)
    await expect(merge(ana.id, other.id)).rejects.toMatchObject({ reason: 'call-open' })
    await app.log(other.lead, 'no_answer')
    await merge(ana.id, other.id)
    await expect(merge(third.id, other.id)).rejects.toMatchObject({ reason: 'merged-meanwhile' })
    await expect(merge(ana.id, crypto.randomUUID())).rejects.toMatchObject({ reason: 'person-unknown' })
  })

  it('is taken back by whoever made it or a team lead, the newest first, and once', async () => {
    const [ana, bea, cris] = ['Ana Ruiz', 'Ana Gil', 'Ana Roa'].map((name) => somebody(name))
    if (!ana || !bea || !cris) throw new Error('nobody')
    const first = await merge(bea.id, ana.id)
    const second = await merge(cris.id, bea.id)
    await expect(app.call('review.undo', first)).rejects.toMatchObject({ reason: 'merged-again' })
    const merges = () => app.call('review.merges', { kind: 'person', id: cris.id })
    app.sit(app.given.rep('Marc'))
    await expect(app.call('review.undo', second)).rejects.toMatchObject({ reason: 'needs-team-lead' })
    expect(await merges()).toMatchObject([{ ...second, name: 'Ana Gil', by: 'Lucía Marín', yours: false }])
    app.sit(app.oscar)
    expect(await merges()).toMatchObject([{ yours: true }])
    await app.call('review.undo', second)
    await expect(app.call('review.undo', second)).rejects.toMatchObject({ reason: 'taken-back' })
    expect(await merges()).toEqual([])
    app.sit(app.lucia)
    await app.call('review.undo', first)
    expect(app.rows('leads').map((lead) => lead['person_id'])).toEqual([ana.id, bea.id, cris.id])
  })
})

describe('companies', () => {
  it('are merged by a team lead: people, leads and wishes are of one, and of two again', async () => {
    const norte = app.given.company('TalleresNorte')
    const at = { id: norte, name: 'TalleresNorte' }
    const person = app.given.person('Luis Gil', { company: at, phones: ['+34600111222'] })
    const lead = app.given.lead(person, app.list, { companyId: norte })
    app.db.transaction((tx) => refresh(tx, app.deps, [lead]))
    const asked = app.lead('Ana Ruiz')
    const input = { kind: 'company', keepId: app.norte, otherId: norte, choices: {} } as const
    await expect(app.call('review.merge', input)).rejects.toMatchObject({ reason: 'needs-team-lead' })
    app.sit(app.oscar)
    const before = ['companies', 'persons', 'leads'].map((table) => app.rows(table))
    const { pairingId } = await app.call('review.merge', input)
    const page = await app.call('company.page', { companyId: app.norte })
    expect(page.people.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Luis Gil'])
    expect(page.merges).toMatchObject([{ pairingId, name: 'TalleresNorte' }])
    expect(await app.call('company.page', { companyId: norte })).toMatchObject({
      total: 0,
      mergedInto: { companyId: app.norte },
    })
    await app.call('review.undo', { pairingId })
    expect(['companies', 'persons', 'leads'].map((table) => app.rows(table))).toEqual(before)

    await app.log(asked, 'do_not_call', { scope: 'company' })
    await app.call('review.merge', input)
    expect(app.rows('queue')).toEqual([])
    expect(await app.call('company.page', { companyId: app.norte })).toMatchObject({
      silencedAt: expect.any(Number),
    })
  })
})

describe('an import after a merge', () => {
  it('finds who stayed by every key of both, and by both names of a company', async () => {
    const file = 'ID;Nombre;Empresa;Email;Teléfono\r\n'
    await importFile(
      app,
      `${file}1;Ana Ruiz;GTX Pro;ana@a.es;600111222\r\n2;Anna Ruiz;GTXPro;anna@b.es;600333444`,
    )
    const { id = '' } = (await app.call('app.state', {})).lists.find(({ name }) => name === 'Imported') ?? {}
    const [ana, anna] = app.rows<{ id: string; company_id: string }>('persons')
    app.sit(app.oscar)
    await merge(ana?.id ?? '', anna?.id ?? '')
    const companies = { keepId: ana?.company_id ?? '', otherId: anna?.company_id ?? '', choices: {} }
    await app.call('review.merge', { kind: 'company', ...companies })
    const counts = { persons: app.rows('persons').length, companies: app.rows('companies').length }
    const again = `${file}2;;;;\r\n;;;anna@b.es;\r\n;;;;600333444\r\n9;Eva Roa;GTXPro S.L.;;600999888`
    await importFile(app, again, { listId: id, newList: null })
    expect(app.rows('persons')).toHaveLength(counts.persons + 1)
    expect(app.rows('companies')).toHaveLength(counts.companies)
    expect(app.rows('persons', "name = 'Eva Roa'")).toMatchObject([{ company_id: ana?.company_id }])
  })
})
