import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { PROVEN, STAGES, type Stage } from '#shared/domain/stage'
import { DAY } from '#shared/lib/time'
import { historyPlan } from '../helpers/call-history.ts'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, importFile, inspect, planOf, undoImport } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const FIELDS = ['calledAt', 'phone', 'outcome', 'result', 'verdict', 'reason'] as const
const plan = historyPlan(FIELDS)
const numberOf = (leadId: string) =>
  app.db.get<{ e164: string }>(
    sql`SELECT e164 FROM phones JOIN leads ON leads.person_id = phones.person_id WHERE leads.id = ${leadId}`,
  )?.e164
/** The ladder finds who was called by their number. */
const known = (leadId: string) =>
  app.db.run(sql`INSERT OR IGNORE INTO identities (kind, key, person_id)
    SELECT 'phone', e164, person_id FROM phones WHERE person_id IN (SELECT person_id FROM leads WHERE id = ${leadId})`)
const bring = (
  leadId: string,
  outcome: string,
  { result = '', verdict = '', reason = '', when = '02/03/2026 10:00' },
) => {
  known(leadId)
  const row = [when, numberOf(leadId), outcome, result, verdict, reason].join(';')
  return app.call('history.run', { fileId: handIn(app, `a;b;c;d;e;f\r\n${row}\r\n`), plan })
}
const stage = (leadId: string) => app.rows<{ stage: Stage }>('leads', `id = '${leadId}'`)[0]?.stage

it('a rep brings the calls, and no stage that only proofs give', async () => {
  const found = await bring(ana, 'Venta', { result: 'SQL', verdict: 'Aceptado' })
  expect(found).toMatchObject({ counts: { call: 1 }, claims: { leads: 1, stay: true } })
  expect(stage(ana)).toBe('lead')
  expect(app.rows('calls')).toHaveLength(1)
  expect([...app.rows('stage_changes'), ...app.rows('verdicts')]).toEqual([])
})

const queued = (leadId: string) => app.rows('queue', `lead_id = '${leadId}'`).length

it.each([
  { verdict: 'Ganado' },
  { result: 'Closed Won' },
  { result: 'Cliente', verdict: 'Aceptado' },
  { outcome: 'Ganado' },
])(
  'whom a rep’s file has as a customer nobody calls (%o): closed as one already until the file is undone',
  async ({ outcome = 'Venta', ...says }) => {
    const { importId, claims } = await bring(ana, outcome, says)
    expect(claims).toEqual({ leads: 1, stay: true })
    const year = Date.UTC(2027, 2, 2, 9)
    const [lead] = app.rows('leads', `id = '${ana}'`)
    expect(lead).toMatchObject({ stage: 'disqualified', reason: 'already_customer', wakes_at: year })
    expect(queued(ana)).toBe(0)
    // It is no word of theirs: nobody answers for it as a proof, and no verdict of the CRM is counted.
    expect(app.rows('stage_changes')).toMatchObject([{ override_by: null }])
    expect(app.rows('verdicts')).toEqual([])
    await app.call('history.undo', { importId })
    expect([stage(ana), queued(ana)]).toEqual(['lead', 1])
  },
)

it('closes one that sleeps too, and leaves what is closed for its own reason', async () => {
  const eva = app.lead('Eva Gil')
  await app.log(ana, 'nurture')
  await app.log(eva, 'disqualified')
  app.clock.advance(DAY)
  for (const leadId of [ana, eva])
    await bring(leadId, 'Venta', { verdict: 'Ganado', when: '11/03/2026 09:00' })
  expect(app.rows('leads').map(({ reason }) => reason)).toEqual(['already_customer', 'competitor'])
})

it('under a team lead it stands as of elsewhere: their name, the file as the reason, nothing to export', async () => {
  app.sit(app.oscar)
  const found = await bring(ana, 'Venta', { verdict: 'Aceptado' })
  expect(found.claims).toEqual({ leads: 1, stay: false })
  expect(stage(ana)).toBe('sql')
  const [change] = app.rows<{ id: string }>('stage_changes')
  expect(change).toMatchObject({ to_stage: 'sql', override_by: app.oscar })
  expect(app.rows('texts', `fact_id = '${change?.id}'`)).toMatchObject([
    { field: 'override', text: 'llamadas.csv' },
  ])
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 0, held: [] })
})

it('a verdict that stands alone is of elsewhere too', async () => {
  app.sit(app.oscar)
  known(ana)
  const file = `a;b\r\n${numberOf(ana)};Aceptado\r\n`
  const columns = (['phone', 'verdict'] as const).map((field, index) => ({ index, field }))
  await app.call('history.run', { fileId: handIn(app, file), plan: { ...plan, columns } })
  expect(stage(ana)).toBe('sql')
  expect(app.rows('stage_changes')).toMatchObject([{ to_stage: 'sql', override_by: app.oscar }])
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 0, held: [] })
})

it('the CRM has its word on what was handed over here, whoever brings it', async () => {
  await app.open(ana)
  await app.answerAll(ana)
  await app.log(ana, 'qualified')
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 1 })
  app.clock.advance(DAY)
  const found = await bring(ana, 'Venta', { verdict: 'Ganado', when: '11/03/2026 09:00' })
  expect(found.claims.leads).toBe(0)
  expect(stage(ana)).toBe('customer')
  // It was proven here: what becomes of it goes out like before.
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 1 })
})

it('what closes says why: the reason of the file, else the file itself', async () => {
  const eva = app.lead('Eva Gil')
  await bring(ana, 'Venta', { result: 'Descartado', reason: 'competencia' })
  await bring(eva, 'Venta', { result: 'Descartado', reason: 'no cogen el teléfono nunca' })
  expect([stage(ana), stage(eva)]).toEqual(['disqualified', 'disqualified'])
  const [first, second] = app.rows<{ id: string }>('stage_changes')
  expect([first, second]).toMatchObject([{ reason: 'competitor' }, { reason: 'other' }])
  expect(app.rows('texts', `fact_id = '${second?.id}'`)).toMatchObject([
    { field: 'reason', text: 'no cogen el teléfono nunca' },
  ])
})

it('law: whatever a file says, under a rep nobody is where only proofs could put them', async () => {
  const word = fc.constantFrom('', ...STAGES, 'Closed Won', 'Ganado', 'Perdido')
  const verdict = fc.constantFrom('', 'Aceptado', 'Rechazado', 'Ganado', 'Perdido')
  const reason = fc.constantFrom('', 'sin presupuesto', 'competencia', 'bad data', 'x')
  const outcome = fc.constantFrom('Venta', 'No contesta', 'No interesado', 'No llamar')
  let made = 0
  await fc.assert(
    fc.asyncProperty(outcome, word, verdict, reason, fc.boolean(), async (how, result, crm, why, byLead) => {
      app.sit(byLead ? app.oscar : app.lucia)
      const one = app.lead(`Eva ${++made}`)
      const { errors } = await bring(one, how, { result, verdict: crm, reason: why })
      expect(errors).toEqual([])
      if (!byLead) expect(PROVEN).not.toContain(stage(one))
      for (const change of app.rows('live_stage_changes', `lead_id = '${one}'`))
        if (PROVEN.includes(change['to_stage'] as Stage)) expect(change['override_by']).toBe(app.oscar)
    }),
    { numRuns: 60 },
  )
})

const file = (stage: string, n = 1) =>
  `ID;Nombre;Teléfono;Etapa\r\nz${n};Eva Roa;+3460099${1000 + n};${stage}\r\n`
const born = (n = 1) =>
  app.rows<{ born_as: Stage; extra: string | null }>('leads', `external_id = 'z${n}'`)[0] ?? null

it('a rep’s file of people makes nobody an SQL: they are born as any other, marked, and its word is kept', async () => {
  const { counts, marked } = await importFile(app, file('Oportunidad'))
  expect([counts.create, marked]).toEqual([1, 1])
  expect(born()).toMatchObject({ born_as: 'lead', extra: '{"Etapa":"Oportunidad"}' })
  expect(app.rows('queue', "lead_id IN (SELECT id FROM leads WHERE external_id = 'z1')")).toHaveLength(1)
})

const NEXT_YEAR = Date.UTC(2027, 2, 9, 23)
const standing = (n = 1) =>
  app.rows<{ id: string }>('leads', `external_id = 'z${n}'`).map(({ id, ...lead }) => ({
    ...lead,
    queued: app.rows('queue', `lead_id = '${id}'`).length,
  }))

it('whom a rep’s file has as a customer nobody calls: closed as one already for a year, marked, its word kept', async () => {
  const { counts, marked } = await importFile(app, file('Cliente'))
  expect([counts.create, marked]).toEqual([1, 1])
  const closed = { stage: 'disqualified', reason: 'already_customer', wakes_at: NEXT_YEAR, queued: 0 }
  expect(standing()).toMatchObject([{ ...closed, born_as: 'lead', extra: '{"Etapa":"Cliente"}' }])
  // The same person on another list, by the same word.
  await importFile(app, file('Closed Won'), { newList: null, listId: app.list })
  expect(standing()).toMatchObject([closed, closed])
  // A team lead answers for it.
  app.sit(app.oscar)
  await importFile(app, file('Cliente', 2), { newList: null, listId: app.list })
  expect(standing(2)).toMatchObject([{ stage: 'customer', born_as: 'customer', reason: null, queued: 0 }])
})

it('finds them closed in a later row of the same file, and an undo takes them out whole', async () => {
  const twice = `${file('Cliente')}z1b;Eva Roa;+34600991001;\r\n`
  const { counts, importId } = await importFile(app, twice)
  expect(counts).toMatchObject({ create: 1, re_disqualified: 1 })
  expect(app.rows('leads', "external_id LIKE 'z1%'")).toMatchObject([
    { stage: 'disqualified', reason: 'already_customer' },
    { stage: 'disqualified', reason: 'already_customer' },
  ])
  await undoImport(app, importId)
  expect(app.rows('leads', "external_id LIKE 'z1%'")).toEqual([])
})

it('says so before, names the cell, and takes nothing from what the plan says of itself', async () => {
  const fileId = handIn(app, file('SQL'))
  const plan = { ...planOf(await inspect(app, fileId)), capsStage: false }
  const { importId } = await app.call('import.check', { fileId, plan })
  await ended(app, importId)
  const page = { importId, filter: 'marked', offset: 0, limit: 10 } as const
  expect((await app.call('import.rows', page)).rows).toMatchObject([
    { problems: [{ field: 'stage', cell: 'SQL', problem: 'stage_unproven', mend: 'ask_team_lead' }] },
  ])
})

it('law: of people who are new, only a team lead answers for a stage that asks for proofs', async () => {
  let n = 1
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...STAGES, 'Closed Won', 'Perdido'),
      fc.boolean(),
      async (word, byLead) => {
        app.sit(byLead ? app.oscar : app.lucia)
        await importFile(app, file(word, ++n), { newList: null, listId: app.list })
        if (!byLead) expect(PROVEN).not.toContain(born(n)?.born_as)
        else if (STAGES.includes(word as Stage)) expect(born(n)?.born_as).toBe(word)
      },
    ),
    { numRuns: 30 },
  )
})

it('law: whatever calls a file brings, none of them is the first proof; a call made here is', async () => {
  const how = fc.constantFrom('Venta', 'Interesado', 'Callback')
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(how, { minLength: 1, maxLength: 3 }), async (outcomes) => {
      const one = app.lead(`Eva ${++made}`)
      for (const [day, outcome] of outcomes.entries())
        await bring(one, outcome, { when: `0${day + 1}/03/2026 10:00` })
      await app.open(one)
      await app.answerAll(one)
      const step = { ...TOMORROW, at: app.clock.now() + DAY }
      await app.log(one, 'callback', { spoke: 'other', step })
      const move = () => app.call('lead.move', { leadId: one, to: 'sql', reason: null, override: null })
      expect(await move()).toMatchObject({ kind: 'refused', reasons: expect.arrayContaining(['proof-call']) })
      await app.log(one, 'callback', { step })
      expect(await move()).toMatchObject({ kind: 'moved' })
    }),
    { numRuns: 10 },
  )
})
