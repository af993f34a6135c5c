import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { BEST, deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz', { phones: 2 })
})
afterEach(() => app.close())

const phones = () => app.rows<{ id: string; status: string }>('phones')
const change = async (company = 'Fundición Sur', gone: string[] = []) => {
  const reply = await app.call('lead.changeJob', { leadId: ana, company, title: 'Gerente', gone })
  if (reply.kind !== 'saved') throw new Error(JSON.stringify(reply))
  return reply.editIds
}
const undo = (editIds: string[]) => app.call('lead.unchangeJob', { leadId: ana, editIds })
const companyOf = (leadId: string) =>
  app.rows<{ name: string }>('companies', `id = (SELECT company_id FROM leads WHERE id = '${leadId}')`)[0]
    ?.name
const state = () =>
  ['persons', 'phones', 'leads', 'queue'].map((table) =>
    app.rows(table).map((row) => ({ ...row, family_name: null })),
  )

it('employer, title and the numbers of the desk in one deed, and back in one', async () => {
  const [first] = phones()
  const before = state()
  const editIds = await change('Fundición Sur', [first?.id ?? ''])
  expect(companyOf(ana)).toBe('Fundición Sur')
  expect(app.rows('persons')).toMatchObject([{ title: 'Gerente' }])
  expect(phones().map(({ status }) => status)).toEqual(['wrong_person', 'ok'])
  expect(app.rows('edits').map(({ field }) => field)).toEqual(['company', 'title', 'phone.status'])
  const kinds = { kinds: ['edit' as const], repId: null, since: null, before: null }
  const { items } = await app.call('lead.timeline', { leadId: ana, ...kinds })
  expect(items.map(({ reason }) => reason)).toEqual(['job', 'job', 'job'])
  expect((await undo(editIds)).kind).toBe('saved')
  expect(state()).toEqual(before)
  expect(app.rows('edits')).toHaveLength(6)
})

it('who decides is asked again; a lead that was closed stays with whom it was closed at', async () => {
  const other = app.given.list('Feria')
  const personId = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
  const closed = app.given.lead(personId, other, { stage: 'lost', bornAs: 'lost', companyId: app.norte })
  await app.open(ana)
  await app.answerAll(ana, BEST)
  app.clock.advance(DAY)
  await change()
  const { board } = await app.call('lead.card', { leadId: ana })
  const stale = board.answers.filter((answer) => answer.stale).map(({ criterion }) => criterion)
  expect(stale).toContain('authority')
  expect([companyOf(ana), companyOf(closed)]).toEqual(['Fundición Sur', 'Talleres Norte'])
})

it('what the old employer asked for holds there, and no longer for who left', async () => {
  const eva = app.lead('Eva Gil')
  await app.log(eva, 'do_not_call', { scope: 'company' })
  expect(app.rows('queue', `lead_id = '${ana}'`)).toEqual([])
  await change()
  expect(app.rows('queue', `lead_id = '${ana}'`)).toHaveLength(1)
})

it('is taken back whole or not at all', async () => {
  const editIds = await change()
  await app.call('lead.edit', { leadId: ana, field: 'title', of: null, value: 'Directora' })
  expect(await undo(editIds)).toEqual({ kind: 'refused', reason: 'changed-since' })
  expect(companyOf(ana)).toBe('Fundición Sur')
})

it('of nothing is nothing, and a number that asked for silence stays silent', async () => {
  const [first] = phones()
  const of = first?.id ?? ''
  await app.call('lead.edit', { leadId: ana, field: 'phone.status', of, value: 'opted_out' })
  await change('Fundición Sur', [of])
  expect(phones()[0]?.status).toBe('opted_out')
  const again = { leadId: ana, company: 'fundición sur', title: 'Gerente', gone: [] }
  expect(await app.call('lead.changeJob', { ...again, company: 'Fundición Sur' })).toEqual({
    kind: 'unchanged',
  })
})
