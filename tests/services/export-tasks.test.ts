import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { EXPORT_PROFILES, type ExportProfile } from '#shared/domain/export/profile'
import { isOurs } from '#shared/domain/export/generic'
import { SHIPPED_REASONS } from '#shared/domain/reason-set'
import { DAY, HOUR } from '#shared/lib/time'
import { historyPlan } from '../helpers/call-history.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { handIn, importFile } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const close = (leadId: string, reason = 'already_customer') => app.log(leadId, 'disqualified', { reason })
const ready = (profile: ExportProfile = 'generic') => app.call('export.ready', { profile })
async function run(profile: ExportProfile = 'generic') {
  const { files, ...rest } = await app.call('export.run', { profile })
  const read = (fileId: string) =>
    Papa.parse<Record<string, string>>(
      readFileSync(join(app.data, 'outbox', fileId), 'utf8').replace(/^\uFEFF/, ''),
      {
        header: true,
        skipEmptyLines: true,
      },
    ).data
  return { ...rest, files: files.map(({ fileId, name }) => ({ name, rows: read(fileId) })) }
}
const NOTHING = { code: 'conflict', reason: 'nothing-ready' }

describe('who turns out to be a customer', () => {
  it('is a task for their account manager, in a file of its own, with who found it and what was said', async () => {
    await app.open(ana)
    await app.call('desk.note', { leadId: ana, note: 'Compran desde 2019, lleva la cuenta Marta' })
    await close(ana)
    expect(await ready()).toMatchObject({
      new: 0,
      tasks: 1,
      customers: [{ leadId: ana, name: 'Ana Ruiz', company: 'Talleres Norte', foundBy: 'Lucía Marín' }],
    })
    const { files, rows, tasks } = await run()
    expect([rows, tasks]).toEqual([0, 1])
    expect(files).toMatchObject([
      {
        name: 'callwright-generic-customer-tasks-2026-03-10-1000.csv',
        rows: [
          {
            _task: 'Ya es cliente: Ana Ruiz, Talleres Norte',
            _due: '2026-03-10',
            Name: 'Ana Ruiz',
            Company: 'Talleres Norte',
            Phone: '+34600000001',
            _lead_id: ana,
            _found_at: '2026-03-10',
            _found_by: 'Lucía Marín',
            _note: 'Compran desde 2019, lleva la cuenta Marta',
          },
        ],
      },
    ])
    expect(await app.call('exports.list', {})).toMatchObject([{ rows: 1, profile: 'generic' }])
  })

  it.each(EXPORT_PROFILES)('goes to %s once, and never as a lead that is held back', async (profile) => {
    await close(ana)
    expect(await run(profile)).toMatchObject({ tasks: 1, rows: 0 })
    expect(await ready(profile)).toMatchObject({ new: 0, changed: 0, tasks: 0, customers: [], held: [] })
    await expect(run(profile)).rejects.toMatchObject(NOTHING)
    // Another target was not told.
    const other = EXPORT_PROFILES.find((each) => each !== profile) ?? profile
    expect(await ready(other)).toMatchObject({ tasks: 1 })
  })

  it('has the words that the target imports', async () => {
    await close(ana)
    const [hubspot] = (await run('hubspot')).files
    expect(hubspot?.rows).toEqual([
      {
        'Task title': 'Ya es cliente: Ana Ruiz, Talleres Norte',
        'Due date': '2026-03-10T09:00:00Z',
        'Task notes': 'Lo averiguó Lucía Marín, 2026-03-10\n+34600000001',
        'Task type': 'TODO',
        'Task status': 'NOT_STARTED',
        Email: '',
      },
    ])
    const [salesforce] = (await run('salesforce')).files
    expect(salesforce?.rows).toMatchObject([
      {
        Subject: 'Ya es cliente: Ana Ruiz, Talleres Norte',
        WhoId: '',
        Status: 'Not Started',
        ActivityDate: '2026-03-10',
      },
    ])
  })

  it('goes beside the SQLs, each in its file, and either is counted for itself', async () => {
    const eva = app.lead('Eva Roa')
    await app.open(eva)
    await app.answerAll(eva)
    await app.log(eva, 'qualified')
    await close(ana)
    const { files, rows, tasks } = await run()
    expect([rows, tasks]).toEqual([1, 1])
    expect(files.map(({ rows: [row] }) => row?.['Name'])).toEqual(['Eva Roa', 'Ana Ruiz'])
    expect(app.rows('exported_leads')).toHaveLength(2)
  })

  it('who went out as an SQL before goes on as one, and is a task beside that', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'qualified')
    await run()
    app.clock.advance(HOUR)
    await close(ana)
    expect(await ready()).toMatchObject({ changed: 1, tasks: 1, held: [] })
    expect(await run()).toMatchObject({ rows: 1, changed: 1, tasks: 1 })
    expect(await ready()).toMatchObject({ new: 0, changed: 0, tasks: 0 })
  })

  it('is none once the call is taken back; what went out stays', async () => {
    await close(ana)
    expect(await app.call('call.undo', {})).toMatchObject({ kind: 'undone' })
    expect((await ready()).tasks).toBe(0)
    await close(ana)
    await run()
    expect(await app.call('call.undo', {})).toEqual({ kind: 'refused', reason: 'exported' })
  })

  it('is none of somebody who was opened again, or erased', async () => {
    const eva = app.lead('Eva Roa')
    for (const leadId of [ana, eva]) await close(leadId)
    app.sit(app.oscar)
    await app.call('lead.move', { leadId: ana, to: 'lead', reason: 'other plant', override: null })
    app.sit(app.given.rep('Irene Sol', 'admin'))
    await app.call('erase.person', { leadId: eva, askedOn: null })
    expect((await ready()).tasks).toBe(0)
  })

  it('also when a hand closed it, one lead or many, and by a reason of the team’s own; by no other', async () => {
    const [eva, sol, mar] = ['Eva Roa', 'Sol Gil', 'Mar Paz'].map((name) => app.lead(name)) as [
      string,
      string,
      string,
    ]
    app.sit(app.given.rep('Irene Sol', 'admin'))
    const own = {
      ...SHIPPED_REASONS.find(({ code }) => code === 'already_customer')!,
      code: 'already_customer/group',
    }
    const label = { es: 'Cliente del grupo', en: 'Customer of the group' }
    await app.call('reason.save', { set: [...SHIPPED_REASONS, { ...own, label }], from: null })
    const move = { to: 'disqualified', reason: 'already_customer/group', words: 'Grupo Gar' } as const
    await app.call('lead.move', { leadId: ana, ...move, override: null })
    await app.call('batch.run', { which: { ids: [eva] }, deed: { kind: 'move', ...move } })
    await close(sol, 'competitor')
    await app.log(mar, 'nurture')
    expect((await ready()).customers.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Eva Roa'])
    expect((await run()).files[0]?.rows.map(({ _note }) => _note)).toEqual(['Grupo Gar', 'Grupo Gar'])
  })

  it('none of whom a file has as a customer: its system knows; found here later they are one', async () => {
    const people = 'ID;Nombre;Teléfono;Etapa\r\nz1;Eva Roa;+34600991001;Cliente\r\n'
    await importFile(app, people)
    const plan = historyPlan(['calledAt', 'phone', 'outcome', 'verdict'])
    const calls = 'a;b;c;d\r\n02/03/2026 10:00;+34600991001;Venta;Ganado\r\n'
    await app.call('history.run', { fileId: handIn(app, calls), plan })
    expect(app.rows('leads', "reason = 'already_customer'")).toHaveLength(1)
    expect((await ready()).tasks).toBe(0)
    const [eva] = app.rows<{ id: string }>('leads', "external_id = 'z1'")
    app.sit(app.oscar)
    app.clock.advance(DAY)
    await app.call('lead.move', { leadId: eva?.id ?? '', to: 'lead', reason: 'lapsed', override: null })
    app.clock.advance(DAY)
    await close(eva?.id ?? '')
    expect((await ready()).tasks).toBe(1)
  })

  it('and a file of tasks that is brought in again says nothing that an import would take for its own', async () => {
    await close(ana)
    const [file] = (await run()).files
    const ours = Object.keys(file?.rows[0] ?? {}).filter((header) => header.startsWith('_'))
    expect(ours.filter((header) => !isOurs(header))).toEqual([])
  })
})
