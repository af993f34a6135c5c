import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { emails as emailsTable } from '#electron/db/schema/person'
import { exportDesk, type ExportDesk } from '../helpers/export-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: ExportDesk
beforeEach(() => {
  desk = exportDesk()
})
afterEach(() => desk.close())

describe('to HubSpot', () => {
  it('go contacts and calls under its own headers and values', async () => {
    desk.sql('Ana Pérez', { givenName: 'Ana', familyName: 'Pérez', title: 'CEO' }, { ownerId: desk.lucia })
    const { files } = await desk.run('hubspot')
    expect(files.map(({ name }) => name)).toEqual([
      'callwright-hubspot-contacts-2026-03-10-1000.csv',
      'callwright-hubspot-calls-2026-03-10-1000.csv',
    ])
    expect(files[0]?.rows).toEqual([
      {
        Email: 'a@forjas.example',
        'First Name': 'Ana',
        'Last Name': 'Pérez',
        'Phone Number': '+34600111222',
        'Company Name': 'Forjas Gar',
        'Job Title': 'CEO',
        'Lifecycle Stage': 'salesqualifiedlead',
        'Lead Status': 'IN_PROGRESS',
        'Contact owner': 'Lucía M.',
      },
    ])
    expect(files[1]?.rows).toEqual([
      {
        'Call title': 'Llamada: Cualificado',
        'Activity date': '2026-03-10T08:00:00Z',
        'Call notes': `Wants a quote
Cualificado por Lucía M., 2026-03-10, BANT 80 (umbral 75)
Presupuesto: comprará, 20000.50 EUR. Signed off in January
Próximo paso: Reunión, 2026-03-11 10:00`,
        'Call outcome': 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
        'Call duration': '240000',
        'Call direction': 'OUTBOUND',
        Email: 'a@forjas.example',
      },
    ])
  })

  it('calls wait until there is an e-mail to find the person by', async () => {
    const { personId } = desk.sql('No Mail', { emails: [] })
    const first = await desk.call('export.ready', { profile: 'hubspot' })
    expect([first.new, first.calls, first.unlinked]).toEqual([1, 0, 1])
    expect((await desk.run('hubspot')).files.length).toBe(1)
    desk.db.insert(emailsTable).values({ personId, email: 'found@later.example', place: 0 }).run()
    expect((await desk.run('hubspot')).files.map(({ rows }) => rows.length)).toEqual([1, 1])
  })
})

describe('to Salesforce', () => {
  it('go leads under API names, and calls of leads whose id it knows', async () => {
    desk.sql(
      'Ana Pérez',
      { givenName: 'Ana', familyName: 'Pérez' },
      { externalId: '00Q5g00000AbCdEEAX', source: 'Google' },
    )
    const { files } = await desk.run('salesforce')
    expect(files[0]?.rows[0]).toMatchObject({
      Id: '00Q5g00000AbCdEEAX',
      FirstName: 'Ana',
      LastName: 'Pérez',
      Company: 'Forjas Gar',
      Phone: '+34600111222',
      Status: 'Working - Contacted',
      LeadSource: 'Web',
      NumberOfEmployees: '40',
      DoNotCall: 'FALSE',
    })
    expect(files[0]?.rows[0]?.['Description']).toContain('BANT 80 (umbral 75)\nPresupuesto: comprará')
    expect(files[1]?.rows[0]).toMatchObject({
      WhoId: '00Q5g00000AbCdEEAX',
      ActivityDate: '2026-03-10',
      Status: 'Completed',
      TaskSubtype: 'Call',
      CallType: 'Outbound',
      CallDurationInSeconds: '240',
    })
  })

  it('holds back what it would refuse, and says which header and why', async () => {
    const nobody = desk.add.person('X'.repeat(81))
    const leadId = desk.add.lead(nobody, desk.metal, { stage: 'sql' })
    desk.add.stage({ leadId, repId: desk.lucia, at: NOW, to: 'sql' })
    const { held, new: fresh } = await desk.call('export.ready', { profile: 'salesforce' })
    expect(fresh).toBe(0)
    expect(held[0]?.problems).toEqual([
      { why: 'too-long', header: 'LastName', max: 80, length: 81 },
      { why: 'required', header: 'Company', max: null, length: null },
    ])
    await expect(desk.call('export.run', { profile: 'salesforce' })).rejects.toMatchObject({
      reason: 'nothing-ready',
    })
  })
})
