import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { answers, suppressions } from '#electron/db/schema/facts'
import { leads as leadsTable } from '#electron/db/schema/lead'
import { emails as emailsTable, persons, texts } from '#electron/db/schema/person'
import { unguard } from '#shared/domain/export/guard'
import type { ExportProfile } from '#shared/domain/export/profile'
import { historyOf, type History } from '../helpers/history.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let add: History
let lucia: string
let metal: string
beforeEach(async () => {
  app = testApp()
  add = historyOf(app.db, app.deps.newId)
  lucia = add.rep('Lucía M.')
  metal = add.list('Metal')
  await app.call('people.sit', { repId: lucia })
})
afterEach(() => app.close())

const HOUR = 3_600_000

/** A person who was qualified in one call, with the proofs that go with it. */
function sql(
  name: string,
  more: Parameters<History['person']>[1] = {},
  lead: Parameters<History['lead']>[2] = {},
) {
  const acme = {
    id: add.company('Forjas Gar', { domain: 'forjas.example', employees: 40 }),
    name: 'Forjas Gar',
  }
  const personId = add.person(name, {
    company: acme,
    phones: ['+34600111222'],
    emails: ['a@forjas.example'],
    ...more,
  })
  const leadId = add.lead(personId, metal, { companyId: acme.id, stage: 'sql', ...lead })
  const at = NOW - HOUR
  const of = { leadId, personId, listId: metal, repId: lucia }
  const callId = add.call({ ...of, at, outcome: 'qualified', talk: 240, note: 'Wants a quote' })
  const stageId = add.stage({ ...of, at, to: 'sql', callId, frozen: { now: 8000, threshold: 75 } })
  answer(of, callId, 'budget', 'will_buy', 'Signed off in January')
  add.promise({ ...of, at, callId, kind: 'meeting', dueAt: NOW + 24 * HOUR })
  return { ...of, callId, stageId }
}

function answer(
  of: { leadId: string; personId: string; repId: string },
  callId: string | null,
  criterion: string,
  grade: string,
  evidence?: string,
) {
  const id = app.deps.newId()
  const stamp = {
    id,
    repId: of.repId,
    device: 'd',
    seq: 0,
    at: NOW - HOUR,
    offset: 60,
    clock: id,
    ruleVersion: 0,
  }
  app.db
    .insert(answers)
    .values({
      ...stamp,
      ...of,
      id,
      callId,
      criterion,
      state: 'answered',
      grade,
      amountMinor: 2_000_050,
      currency: 'EUR',
    })
    .run()
  if (evidence)
    app.db
      .insert(texts)
      .values({ factId: id, field: 'evidence', personId: of.personId, text: evidence })
      .run()
}

function read(fileId: string): Record<string, string>[] {
  const text = readFileSync(join(app.data, 'outbox', fileId), 'utf8').replace(/^\uFEFF/, '')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}
async function run(profile: ExportProfile) {
  const { files, ...rest } = await app.call('export.run', { profile })
  return { files: files.map(({ fileId, name }) => ({ name, rows: read(fileId) })), ...rest }
}

describe('to HubSpot', () => {
  it('go contacts and calls under its own headers and values', async () => {
    sql('Ana Pérez', { givenName: 'Ana', familyName: 'Pérez', title: 'CEO' }, { ownerId: lucia })
    const { files } = await run('hubspot')
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
    const { personId } = sql('No Mail', { emails: [] })
    const first = await app.call('export.ready', { profile: 'hubspot' })
    expect([first.new, first.calls, first.unlinked]).toEqual([1, 0, 1])
    expect((await run('hubspot')).files.length).toBe(1)
    app.db.insert(emailsTable).values({ personId, email: 'found@later.example', place: 0 }).run()
    expect((await run('hubspot')).files.map(({ rows }) => rows.length)).toEqual([1, 1])
  })
})

describe('to Salesforce', () => {
  it('go leads under API names, and calls of leads whose id it knows', async () => {
    sql(
      'Ana Pérez',
      { givenName: 'Ana', familyName: 'Pérez' },
      { externalId: '00Q5g00000AbCdEEAX', source: 'Google' },
    )
    const { files } = await run('salesforce')
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
    const nobody = add.person('X'.repeat(81))
    const leadId = add.lead(nobody, metal, { stage: 'sql' })
    add.stage({ leadId, repId: lucia, at: NOW, to: 'sql' })
    const { held, new: fresh } = await app.call('export.ready', { profile: 'salesforce' })
    expect(fresh).toBe(0)
    expect(held[0]?.problems).toEqual([
      { why: 'too-long', header: 'LastName', max: 80, length: 81 },
      { why: 'required', header: 'Company', max: null, length: null },
    ])
    await expect(app.call('export.run', { profile: 'salesforce' })).rejects.toMatchObject({
      reason: 'nothing-ready',
    })
  })
})

describe('a lead', () => {
  it('goes out once, and again with what changed named', async () => {
    const { leadId, personId } = sql('Ana Pérez')
    expect(await run('generic')).toMatchObject({ rows: 1, changed: 0 })
    await expect(app.call('export.run', { profile: 'generic' })).rejects.toMatchObject({ code: 'conflict' })

    app.db.update(persons).set({ title: 'CFO' }).run()
    answer({ leadId, personId, repId: lucia }, null, 'need', 'must_have')
    const again = await run('generic')
    expect(again).toMatchObject({ rows: 1, changed: 1 })
    expect(again.files[0]?.rows[0]?.['_changed']).toBe('Job title; _need')
  })

  it('sends each call once, a late one alone', async () => {
    const { personId, leadId } = sql('Ana Pérez')
    await run('hubspot')
    const at = NOW - 2 * HOUR
    add.call({ leadId, personId, listId: metal, repId: lucia, at, outcome: 'voicemail', leftMessage: true })
    add.call({ leadId, personId, listId: metal, repId: lucia, at, outcome: 'technical_failure' })
    const { files, rows } = await run('hubspot')
    expect([files.length, rows]).toEqual([1, 0])
    expect(files[0]?.rows.map((row) => row['Call outcome'])).toEqual(['b2cf5968-551e-4856-9783-52b3da59a7d0'])
  })

  it('without the proofs stays, unless a team lead passed it, which is marked', async () => {
    add.lead(add.person('Imported so'), metal, { stage: 'sql', bornAs: 'sql' })
    const { leadId } = sql('Passed')
    const lead = add.rep('Marta G.', 'team_lead')
    const stageId = add.stage({ leadId, repId: lucia, at: NOW, to: 'sql', overrideBy: lead })
    app.db
      .insert(texts)
      .values({ factId: stageId, field: 'override', personId: lead, text: 'Known buyer' })
      .run()

    const { held, rows } = await app.call('export.ready', { profile: 'generic' })
    expect(held.map(({ name, problems }) => [name, problems[0]?.why])).toEqual([['Imported so', 'no-proofs']])
    expect(rows.map((row) => [row.name, row.override])).toEqual([['Passed', true]])
    const { files } = await run('generic')
    expect(files[0]?.rows[0]).toMatchObject({ _override_by: 'Marta G.', _override_reason: 'Known buyer' })
  })

  it('that was handed over and fell back is said again', async () => {
    const { personId, leadId } = sql('Ana Pérez')
    await run('salesforce')
    app.db.update(leadsTable).set({ stage: 'disqualified' }).run()
    const stop = {
      scope: 'person',
      channel: 'call',
      personId,
      leadId,
      source: 'call',
      lifted: false,
    } as const
    const stamp = {
      id: app.deps.newId(),
      repId: lucia,
      device: 'd',
      seq: 0,
      at: NOW,
      offset: 60,
      clock: 'z',
      ruleVersion: 0,
    }
    app.db
      .insert(suppressions)
      .values({ ...stamp, ...stop })
      .run()
    const { files } = await run('salesforce')
    expect(files[0]?.rows[0]).toMatchObject({ Status: 'Closed - Not Converted', DoNotCall: 'TRUE' })
  })

  it('with undone calls shows none of them', async () => {
    const { callId } = sql('Undone')
    add.undo(callId, lucia, NOW)
    const { held } = await app.call('export.ready', { profile: 'generic' })
    expect(held[0]?.problems[0]?.why).toBe('no-proofs')
  })
})

describe('a file', () => {
  it('holds no formula, and every text comes back as it was', async () => {
    const hostile = (JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[])
      .concat('=1+1', "'=1", '+34600111222', '-5', '@SUM(1)', '\t=1', "''-")
      .filter((text) => text.trim())
    hostile.forEach((title, n) => sql(`Person ${n}`, { title }))
    const { files } = await app.call('export.run', { profile: 'generic' })
    const raw = readFileSync(join(app.data, 'outbox', files[0]?.fileId ?? ''), 'utf8')
    expect(raw.startsWith('\uFEFF')).toBe(true)
    const rows = read(files[0]?.fileId ?? '')
    const titles = rows.map((row) => row['Job title'] ?? '')
    expect(titles.filter((cell) => /^[=@\t\r-]|^\+(?!\d+$)/.test(cell))).toEqual([])
    expect(titles.map(unguard)).toEqual(hostile)
    expect(new Set(rows.map((row) => row['Phone']))).toEqual(new Set(['+34600111222']))
  })

  it('is listed while it is there', async () => {
    sql('Ana Pérez')
    const { files } = await app.call('export.run', { profile: 'generic' })
    const [entry] = await app.call('exports.list', {})
    expect(entry).toMatchObject({ by: 'Lucía M.', profile: 'generic', rows: 1, at: NOW, file: files[0] })
    expect(app.events).toContainEqual({ kind: 'changed', topics: ['exports'] })
  })

  it('is not left behind when what went out could not be noted', async () => {
    sql('Ana Pérez')
    app.db.run("CREATE TRIGGER no BEFORE INSERT ON exported_leads BEGIN SELECT RAISE(ABORT, 'full'); END")
    expect(await app.dispatch('export.run', { profile: 'generic' })).toMatchObject({ ok: false })
    expect(existsSync(join(app.data, 'outbox')) ? readdirSync(join(app.data, 'outbox')) : []).toEqual([])
    expect(await app.call('exports.list', {})).toEqual([])
  })
})
