import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { persons } from '#electron/db/schema/person'
import type { ExportProfile } from '#shared/domain/export/profile'
import { HOUR } from '#shared/lib/time'
import { exportDesk, type ExportDesk } from '../helpers/export-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: ExportDesk
beforeEach(() => void (desk = exportDesk()))
afterEach(() => desk.close())

type Lead = ReturnType<ExportDesk['sql']>
const ready = (profile: ExportProfile = 'hubspot') => desk.call('export.ready', { profile })
const call = (lead: Pick<Lead, 'leadId' | 'personId' | 'listId' | 'repId'>, at = NOW) =>
  desk.add.call({ ...lead, at, outcome: 'voicemail' })
const titled = ({ personId }: Lead, title: string) =>
  desk.db.update(persons).set({ title }).where(eq(persons.id, personId)).run()
/** Somebody who was never handed over by a call of ours, so that they are held back. */
function unproven(name: string, emails: string[]) {
  const company = { id: desk.add.company('Torneados Sur'), name: 'Torneados Sur' }
  const personId = desk.add.person(name, { emails, company })
  const born = { stage: 'sql', bornAs: 'sql', companyId: company.id } as const
  const leadId = desk.add.lead(personId, desk.metal, born)
  return { leadId, personId, listId: desk.metal, repId: desk.lucia }
}

it('counts who is new, who changed and whose calls alone are, each on its own', async () => {
  const [ana, eva, luis] = ['Ana Pérez', 'Eva Roa', 'Luis Gil'].map((name) => desk.sql(name)) as [
    Lead,
    Lead,
    Lead,
  ]
  call(ana)
  call(ana, NOW - 2 * HOUR)
  expect(await ready()).toMatchObject({ new: 3, changed: 0, calls: 5 })
  await desk.run('hubspot')
  expect(await ready()).toMatchObject({ new: 0, changed: 0, calls: 0, rows: [], held: [] })

  titled(eva, 'CFO')
  call(eva)
  call(luis)
  const sol = desk.sql('Sol Vidal')
  const found = await ready()
  expect(found).toMatchObject({ new: 1, changed: 1, calls: 3 })
  expect(found.rows.map(({ leadId, name, changed, override }) => [leadId, name, changed, override])).toEqual([
    [eva.leadId, 'Eva Roa', ['Job Title'], false],
    [sol.leadId, 'Sol Vidal', null, false],
  ])
  const title = found.headers.indexOf('Job Title')
  expect(found.rows.map(({ cells }) => cells[title])).toEqual(['CFO', ''])
})

it('who is held back brings no call, and is told with name, company and why', async () => {
  desk.sql('Ana Pérez')
  call(unproven('Nobody Asked', ['n@a.example']))
  const found = await ready()
  expect([found.new, found.calls, found.rows.length]).toEqual([1, 1, 1])
  expect(found.held).toMatchObject([
    { name: 'Nobody Asked', company: 'Torneados Sur', problems: [{ why: 'no-proofs' }] },
  ])
})

it('calls that cannot be linked are counted of everybody, held back or not', async () => {
  desk.sql('Ana Pérez', { emails: [] })
  call(unproven('Nobody Asked', []))
  expect((await ready()).unlinked).toBe(2)
})

it('shows the first fifty and counts them all', async () => {
  for (let n = 0; n < 51; n++) desk.sql(`Person ${n}`)
  const found = await ready()
  expect([found.rows.length, found.new, found.calls]).toEqual([50, 51, 51])
})
