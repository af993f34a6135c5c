import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { REFERRED } from '#electron/db/stage'
import { sitAtDesk } from '#electron/db/device'
import { answers, opportunities, suppressions } from '#electron/db/schema/facts'
import { leads, lists } from '#electron/db/schema/lead'
import { companies, texts } from '#electron/db/schema/person'
import { gather } from '#electron/services/export/gather'
import type { Input } from '#shared/contract/api'
import type { ExportLead } from '#shared/domain/export/lead'
import { SHIPPED_OUTCOMES } from '#shared/domain/outcome-set'
import { HOUR } from '#shared/lib/time'
import { exportDesk, type ExportDesk } from '../helpers/export-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: ExportDesk
let marta: string
let ana: ReturnType<ExportDesk['sql']>
beforeEach(() => {
  desk = exportDesk()
  marta = desk.add.rep('Marta G.', 'team_lead')
  ana = desk.sql('Ana Pérez', {}, { campaign: 'Feria' })
})
afterEach(() => desk.close())

const of = ({ leadId }: { leadId: string } = ana): ExportLead => {
  const [lead] = gather(desk.deps, [leadId])
  if (!lead) throw new Error('nothing was gathered')
  return lead
}
const stamp = (n: number) => {
  const id = desk.deps.newId()
  return {
    id,
    repId: desk.lucia,
    device: 'd',
    seq: n,
    at: NOW + n,
    offset: 60,
    clock: `z${n}`,
    ruleVersion: 1,
  }
}
const said = (factId: string, field: string, text: string) =>
  desk.db.insert(texts).values({ factId, field, personId: ana.personId, text }).run()
const call = (more: Partial<Parameters<typeof desk.add.call>[0]> = {}) =>
  desk.add.call({ ...ana, at: NOW, outcome: 'callback', ...more })

describe('of several, what goes out is', () => {
  it('the newest next step', () => {
    desk.add.promise({ ...ana, at: NOW, kind: 'demo', dueAt: NOW + HOUR })
    expect(of().step).toMatchObject({ kind: 'demo', dueAt: NOW + HOUR })
  })

  it('the newest note, also where the last call has none', () => {
    call({ note: 'Call back in May' })
    call()
    expect(of().note).toBe('Call back in May')
  })

  it('the newest hand-over, with its score and who passed it', () => {
    expect(of().sql).toMatchObject({ by: 'Lucía M.', callId: ana.callId, score: 8000, override: null })
    const frozen = { now: 6000, threshold: 70, framework: 'meddic' }
    const id = desk.add.stage({
      leadId: ana.leadId,
      repId: marta,
      at: NOW,
      to: 'sql',
      frozen,
      overrideBy: marta,
    })
    said(id, 'override', 'Known buyer')
    expect(of().sql).toEqual({
      at: NOW,
      by: 'Marta G.',
      callId: null,
      score: 6000,
      threshold: 70,
      framework: 'meddic',
      override: { by: 'Marta G.', reason: 'Known buyer' },
    })
  })

  it('the newest deal, with its own problem', () => {
    const deals = [
      { amountMinor: 100, problem: 'Scrap' },
      { amountMinor: 200, problem: 'Downtime' },
    ]
    deals.forEach(({ amountMinor, problem }, n) => {
      const fact = { ...stamp(n), leadId: ana.leadId, consent: true, amountMinor, currency: 'EUR' }
      desk.db.insert(opportunities).values(fact).run()
      said(fact.id, 'problem', problem)
    })
    expect(of().opportunity).toMatchObject(deals[1] ?? {})
  })

  it('the newest answer to each question, in the order of the board, what it does not ask last', () => {
    const ask = (n: number, criterion: string, grade: string) =>
      desk.db
        .insert(answers)
        .values({
          ...stamp(n),
          ...ana,
          id: desk.deps.newId(),
          repId: desk.lucia,
          criterion,
          state: 'answered',
          grade,
        })
        .run()
    const asked = ['pain', 'timeline', 'need', 'authority', 'budget']
    asked.forEach((criterion, n) => ask(n, criterion, 'later'))
    expect(of().answers.map(({ criterion, grade }) => [criterion, grade])).toEqual(
      ['budget', 'authority', 'need', 'timeline', 'pain'].map((criterion) => [criterion, 'later']),
    )
  })

  it('every call, oldest first', () => {
    const later = [call({ outcome: 'busy' }), call({ outcome: 'voicemail' })]
    expect(of().calls.map(({ id }) => id)).toEqual([ana.callId, ...later])
  })
})

it('each list says in what language it is written, and what it qualifies by', async () => {
  const fair = desk.add.list('Fair')
  const eva = desk.sql('Eva Roa')
  desk.db.update(lists).set({ language: 'en' }).where(eq(lists.id, fair)).run()
  desk.db.update(leads).set({ listId: fair }).where(eq(leads.id, eva.leadId)).run()
  sitAtDesk(desk.db, desk.add.rep('Irene', 'admin'))
  await desk.call('definition.choose', { listId: fair, framework: 'meddic' })
  const both = gather(desk.deps, [ana.leadId, eva.leadId])
  expect(both.map(({ list, language, framework }) => [list, language, framework.framework])).toEqual([
    ['Metal', 'es', 'bant'],
    ['Fair', 'en', 'meddic'],
  ])
})

it('a call is called as the team calls it, in the language of the list', async () => {
  const fair = desk.add.list('Fair')
  desk.db.update(lists).set({ language: 'en' }).where(eq(lists.id, fair)).run()
  sitAtDesk(desk.db, desk.add.rep('Irene', 'admin'))
  const named = (code: string, es: string, en: string) => ({
    ...SHIPPED_OUTCOMES.find(({ kind }) => kind === 'busy'),
    code,
    label: { es, en },
  })
  const others = SHIPPED_OUTCOMES.filter(({ kind }) => kind !== 'busy')
  const set = [
    ...others,
    named('busy', 'Comunica', 'Engaged'),
    { ...named('own_away', 'Fuera', 'Away'), key: 'Z' },
  ]
  await desk.call('outcome.save', { set: set as Input<'outcome.save'>['set'], from: null })
  call({ outcome: 'busy' })
  call({ outcome: 'busy', ownOutcome: 'own_away' })
  const names = () => of().calls.map(({ named: label }) => label)
  expect(names()).toEqual([null, 'Comunica', 'Fuera'])
  desk.db.update(leads).set({ listId: fair }).where(eq(leads.id, ana.leadId)).run()
  expect(names()).toEqual([null, 'Engaged', 'Away'])
})

it('who decides goes with a hand-over alone', () => {
  const named = (leadId: string, personId: string, name: string) => {
    const whom = desk.add.person(name)
    const found = { leadId: desk.add.lead(whom, desk.metal), personId: whom }
    const fact = { ...stamp(1), leadId, personId, criterion: 'authority', state: 'answered' as const }
    desk.db
      .insert(answers)
      .values({ ...fact, grade: 'names_who_decides' })
      .run()
    desk.db
      .insert(texts)
      .values({ factId: fact.id, field: REFERRED, personId: found.personId, text: found.leadId })
      .run()
  }
  const before = desk.add.person('Sol Vidal')
  const sol = desk.add.lead(before, desk.metal)
  named(ana.leadId, ana.personId, 'Carmen Ortiz')
  named(sol, before, 'Pilar Gil')
  expect([of().decider, of({ leadId: sol }).decider]).toEqual(['Carmen Ortiz', null])
})

it('what is known of the company and the campaign goes along', () => {
  desk.db.update(companies).set({ industry: 'Metal' }).run()
  expect(of()).toMatchObject({ industry: 'Metal', campaign: 'Feria', company: 'Forjas Gar', employees: 40 })
})

describe('nobody is called where', () => {
  const scope = { leadId: null, source: 'call', lifted: false } as const
  const companyIdOf = () =>
    desk.db.select({ id: leads.companyId }).from(leads).where(eq(leads.id, ana.leadId)).get()?.id
  const phoneIdOf = () =>
    desk.db.get<{ id: string }>(`SELECT id FROM phones WHERE person_id = '${ana.personId}'`).id
  const WISHES = {
    person: () => ({ scope: 'person', channel: 'call', personId: ana.personId }) as const,
    company: () => ({ scope: 'company', channel: 'call', companyId: companyIdOf() ?? null }) as const,
    number: () => ({ scope: 'number', channel: 'call', phoneId: phoneIdOf() }) as const,
  }
  it.each(Object.keys(WISHES) as (keyof typeof WISHES)[])('the %s asked for it', (which) => {
    expect(of()).toMatchObject({ doNotCall: false, doNotMail: false })
    desk.db
      .insert(suppressions)
      .values({ ...stamp(1), ...scope, ...WISHES[which]() })
      .run()
    expect(of()).toMatchObject({ doNotCall: true, doNotMail: false })
  })
  it('and nobody is written to who asked for that alone', () => {
    const wish = { scope: 'person', channel: 'mail', personId: ana.personId } as const
    desk.db
      .insert(suppressions)
      .values({ ...stamp(1), ...scope, ...wish })
      .run()
    expect(of()).toMatchObject({ doNotMail: true })
  })
})
