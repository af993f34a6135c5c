import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const leadRow = (id: string) => app.rows('leads', `id = '${id}'`)[0]

describe('what an outcome brings', () => {
  it('a promise when the person agreed, else a follow-up, and who it is with', async () => {
    await app.log(ana, 'callback')
    expect(app.rows('promises')).toMatchObject([
      { lead_id: ana, kind: 'call', agreed: 1, due_at: TOMORROW.at },
    ])
    expect(app.rows('texts', "field = 'who'")).toMatchObject([{ text: 'Ana Ruiz' }])
    expect(app.rows('queue', `lead_id = '${ana}'`)).toMatchObject([
      { bucket: 'promise', due_at: TOMORROW.at },
    ])
    const other = app.lead('Iñigo Goñi')
    await app.log(other, 'callback', { spoke: 'other' })
    expect(app.rows('queue', `lead_id = '${other}'`)).toMatchObject([{ bucket: 'retry', why: 'follow_up' }])
  })

  it('whoever first speaks with somebody keeps them', async () => {
    await app.log(ana, 'no_answer')
    expect(leadRow(ana)).toMatchObject({ owner_id: null })
    await app.log(ana, 'callback')
    app.sit(app.oscar)
    app.clock.advance(DAY)
    await app.log(ana, 'callback', { step: { ...TOMORROW, at: NOW + 3 * DAY } })
    expect(leadRow(ana)).toMatchObject({ owner_id: app.lucia })
    expect(app.rows('assignments')).toHaveLength(1)
  })

  it('sql with its three proofs, the board frozen as it stood', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    expect(await app.log(ana, 'qualified')).toMatchObject({ kind: 'logged', stage: 'sql' })
    const [change] = app.rows<{ frozen: string }>('stage_changes')
    expect(change).toMatchObject({ from_stage: 'lead', to_stage: 'sql', override_by: null })
    expect(JSON.parse(change?.frozen ?? '')).toMatchObject({
      framework: 'bant',
      version: 0,
      threshold: 75,
      weights: { budget: 25 },
      now: 10_000,
      answers: [
        { criterion: 'budget', grade: 'will_buy', standing: 'fresh' },
        {},
        {},
        { date: '2026-04-09' },
      ],
    })
  })

  it('sql only for a team lead when proof 2 is missing, and marked', async () => {
    const override = { override: 'referencia del sector' }
    await app.open(ana)
    await app.answer(ana, 'need', { grade: 'must_have' })
    expect(await app.log(ana, 'qualified')).toEqual({
      kind: 'refused',
      reasons: ['proof-bant', 'gate-authority'],
    })
    expect(await app.log(ana, 'qualified', override)).toMatchObject({
      kind: 'refused',
      reasons: ['override-needs-team-lead', 'proof-bant', 'gate-authority'],
    })
    app.sit(app.oscar)
    expect(await app.log(ana, 'qualified', override)).toMatchObject({ kind: 'logged', stage: 'sql' })
    expect(app.rows('stage_changes')).toMatchObject([{ override_by: app.oscar }])
    expect(app.rows('texts', "field = 'override'")).toMatchObject([{ text: 'referencia del sector' }])
  })

  it('nurture with its reason and waking, out of the queue until then', async () => {
    await app.log(ana, 'nurture', { reason: 'competitor_contract', wakesOn: '2026-12-31' })
    const wakes = Date.UTC(2026, 9, 1, 22)
    expect(leadRow(ana)).toMatchObject({ stage: 'nurture', reason: 'competitor_contract', wakes_at: wakes })
    expect(app.rows('queue')).toMatchObject([{ bucket: 'review', until: wakes, why: 'nurture' }])
  })

  it('disqualified on the second "refused"', async () => {
    await app.log(ana, 'not_interested', { reason: 'refused' })
    expect(leadRow(ana)).toMatchObject({ stage: 'nurture', reason: 'refused' })
    app.clock.advance(61 * DAY)
    await app.log(ana, 'not_interested', { reason: 'refused' })
    const wakes = Date.UTC(2027, 4, 9, 22)
    expect(leadRow(ana)).toMatchObject({ stage: 'disqualified', reason: 'refused', wakes_at: wakes })
    expect(app.rows('queue')).toMatchObject([{ bucket: 'review', until: wakes, why: 'review' }])
  })

  it('unreachable with the sixth attempt, a busy line and its retry counting as one', async () => {
    const outcomes = ['no_answer', 'busy', 'no_answer', 'voicemail', 'gatekeeper', 'no_answer'] as const
    for (const outcome of outcomes) {
      await app.log(ana, outcome)
      app.clock.advance(DAY)
    }
    expect(leadRow(ana)).toMatchObject({ stage: 'lead', attempts: 5, dials: 6 })
    expect(await app.log(ana, 'no_answer')).toMatchObject({ stage: 'nurture' })
    expect(leadRow(ana)).toMatchObject({ stage: 'nurture', reason: 'unreachable', attempts: 6 })
  })

  it('the next number after a bad one, and bad data after the last', async () => {
    const two = app.lead('Marta Vidal', { phones: 2 })
    const reply = await app.log(two, 'dead_number')
    expect(reply).toMatchObject({ kind: 'logged', stage: 'lead' })
    expect(app.rows('phones', `status <> 'ok'`)).toMatchObject([{ status: 'invalid', place: 0 }])
    await app.log(two, 'wrong_number')
    expect(app.rows('phones', `status <> 'ok'`)).toMatchObject([
      { status: 'invalid' },
      { status: 'wrong_person' },
    ])
    expect(leadRow(two)).toMatchObject({ stage: 'disqualified', reason: 'bad_data' })
  })
})

describe('do not call', () => {
  it('holds at once for every lead of the person', async () => {
    const [lead] = app.rows<{ person_id: string }>('leads')
    const elsewhere = app.given.lead(lead?.person_id ?? '', app.given.list('Feria'))
    await app.log(ana, 'do_not_call')
    expect(app.rows('suppressions')).toMatchObject([
      { scope: 'person', channel: 'call', source: 'call', lead_id: ana },
    ])
    expect(leadRow(ana)).toMatchObject({ stage: 'disqualified', reason: 'do_not_call' })
    expect(app.rows('queue')).toEqual([])
    const card = await app.open(elsewhere)
    expect(card.mayCall).toMatchObject({
      effect: 'block',
      conditions: [{ rule: 'suppressed_person', until: null }, {}, {}],
    })
    const phoneId = card.person.phones[0]?.id ?? ''
    expect(await app.call('call.dial', { leadId: elsewhere, phoneId, override: 'insist' })).toEqual({
      kind: 'refused',
      rule: 'suppressed_person',
      canOverride: false,
    })
    expect(app.dialled).toEqual([])
  })

  it('for a company takes all its leads out of the queue', async () => {
    app.lead('Iñigo Goñi')
    expect(app.rows('queue')).toHaveLength(2)
    await app.log(ana, 'do_not_call', { scope: 'company' })
    expect(app.rows('queue')).toEqual([])
  })

  it('for a number leaves the other numbers of the person', async () => {
    const two = app.lead('Marta Vidal', { phones: 2 })
    await app.log(two, 'do_not_call', { spoke: 'other', scope: 'number' })
    expect(app.rows('phones', `status = 'opted_out'`)).toHaveLength(1)
    expect(app.rows('suppressions')).toMatchObject([{ scope: 'number' }])
  })

  it('is never followed by a promise to call', async () => {
    await app.log(ana, 'do_not_call')
    expect(await app.log(ana, 'callback')).toEqual({ kind: 'refused', reasons: ['blocked'] })
    app.clock.advance(HOUR)
    expect(await app.log(ana, 'no_answer')).toMatchObject({ kind: 'logged', stage: 'disqualified' })
  })
})
