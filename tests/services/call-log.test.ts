import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { OUTCOME_IDS } from '#shared/domain/outcome'
import { DAY, deskApp, HOUR, MINUTE, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const leadRow = (id: string) => app.rows<Record<string, unknown>>('leads', `id = '${id}'`)[0]

describe('an outcome', () => {
  it.each(OUTCOME_IDS)('%s is logged whole, by who sits here, stamped', async (outcome) => {
    await app.open(ana)
    await app.answerAll(ana)
    expect(await app.log(ana, outcome)).toMatchObject({ kind: 'logged', savedAt: NOW })
    expect(app.rows('calls')).toMatchObject([
      {
        lead_id: ana,
        outcome,
        rep_id: app.lucia,
        list_id: app.list,
        offset: 60,
        rule_version: 0,
        by_hand: 1,
      },
    ])
    expect(app.rows('drafts', `lead_id = '${ana}' AND (dialled_at IS NOT NULL OR note <> '')`)).toEqual([])
  })

  it('brings the next lead with it, ready on the desk', async () => {
    const next = app.lead('Iñigo Goñi')
    const reply = await app.log(ana, 'no_answer')
    expect(reply).toMatchObject({
      kind: 'logged',
      next: { leadId: next, draft: { note: '', dialledAt: null } },
    })
    expect(await app.log(next, 'no_answer')).toMatchObject({ kind: 'logged', next: null })
  })

  it('brings the same lead again when the line failed, and never when they were just called', async () => {
    expect(await app.log(ana, 'technical_failure')).toMatchObject({ kind: 'logged', next: { leadId: ana } })
    expect(leadRow(ana)).toMatchObject({ dials: 0, attempts: 0, first_dial_at: null })
    const soon = { ...TOMORROW, at: NOW + 5 * MINUTE }
    expect(await app.log(ana, 'callback', { step: soon })).toMatchObject({ kind: 'logged', next: null })
  })

  it('sent twice is logged once', async () => {
    const other = app.lead('Iñigo Goñi')
    const { draft } = await app.open(ana)
    const press = { callId: draft.callId }
    const first = await app.log(ana, 'no_answer', press)
    const facts = [app.rows('calls'), app.rows('device')]
    // The answer was lost on its way; the screen sends the same again.
    const again = await app.call('call.log', {
      ...EMPTY,
      leadId: ana,
      callId: draft.callId,
      listId: app.list,
    })
    expect(again).toEqual(first)
    expect([app.rows('calls'), app.rows('device')]).toEqual(facts)
    expect(first).toMatchObject({ next: { leadId: other } })
  })

  it('of a draft that was closed elsewhere is refused and writes nothing', async () => {
    await app.open(ana)
    const stale = { ...EMPTY, leadId: ana, callId: app.deps.newId(), listId: app.list }
    await expect(app.call('call.log', stale)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'draft-stale',
    })
    expect(app.rows('calls')).toEqual([])
  })

  it('that lacks something is refused with all of it, and writes nothing', async () => {
    expect(await app.log(ana, 'callback', { spoke: null, step: null })).toEqual({
      kind: 'refused',
      reasons: ['who-spoke-missing', 'when-missing'],
    })
    expect(app.rows('calls')).toEqual([])
    expect((await app.open(ana)).draft).toMatchObject({ note: '' })
  })

  it('needs somebody at the desk, and a lead', async () => {
    app.db.run('UPDATE device SET rep_id = NULL')
    await expect(app.log(ana, 'no_answer')).rejects.toMatchObject({
      code: 'not-allowed',
      reason: 'nobody-at-desk',
    })
    app.sit(app.lucia)
    await expect(app.open(app.deps.newId())).rejects.toMatchObject({ code: 'not-found' })
  })
})

const EMPTY = {
  outcome: 'no_answer',
  spoke: null,
  reason: null,
  reasonText: null,
  step: null,
  wakesOn: null,
  referral: null,
  scope: null,
  leftMessage: false,
  override: null,
} as const

describe('what a call keeps', () => {
  it('its note and its words in the store of texts, apart from the fact', async () => {
    await app.open(ana)
    await app.call('desk.note', { leadId: ana, note: 'pide oferta el lunes' })
    await app.log(ana, 'not_interested', { reasonText: 'ya tienen uno' })
    expect(app.rows('texts')).toMatchObject([
      { field: 'note', text: 'pide oferta el lunes' },
      { field: 'reason', text: 'ya tienen uno' },
    ])
    expect(JSON.stringify(app.rows('calls'))).not.toMatch(/oferta|tienen/)
  })

  it('its times: from Space to Enter to Esc to the outcome', async () => {
    const { person } = await app.open(ana)
    const phoneId = person.phones[0]?.id ?? ''
    await app.call('call.dial', { leadId: ana, phoneId, override: null })
    app.clock.advance(8_000)
    await app.call('call.answered', { leadId: ana })
    app.clock.advance(125_000)
    await app.call('call.hungUp', { leadId: ana })
    app.clock.advance(20_000)
    await app.log(ana, 'not_interested')
    expect(app.rows('calls')).toMatchObject([
      { phone_id: phoneId, by_hand: 0, dialled_at: NOW, talk: 125, talk_at_least: 0, wrap: 20 },
    ])
  })

  it('at least the time since the first answer when Enter was forgotten; unknown is null', async () => {
    await app.open(ana)
    await app.answer(ana, 'need', { grade: 'must_have' })
    app.clock.advance(61_000)
    await app.log(ana, 'interested')
    const other = app.lead('Iñigo Goñi')
    await app.log(other, 'not_interested')
    expect(app.rows('calls')).toMatchObject([
      { talk: 61, talk_at_least: 1, answers: 1 },
      { talk: null, talk_at_least: 0, answers: 0 },
    ])
  })

  it('the answers given in it, one a criterion, and not those that were taken back', async () => {
    await app.open(ana)
    await app.answer(ana, 'need', { grade: 'must_have' })
    await app.answer(ana, 'need', { grade: 'should_have' })
    await app.answer(ana, 'budget', { state: 'unknown' })
    await app.answer(ana, 'authority', { grade: 'user' })
    await app.answer(ana, 'authority', { state: 'not_asked' })
    await app.log(ana, 'interested')
    app.clock.advance(DAY)
    expect(await app.log(ana, 'interested')).toEqual({
      kind: 'refused',
      reasons: ['bant-answer-missing', 'when-in-the-past'],
    })
    await app.log(ana, 'gatekeeper')
    expect(app.rows('calls')).toMatchObject([{ answers: 2 }, { answers: 0 }])
  })
})

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
    expect(leadRow(ana)).toMatchObject({ stage: 'disqualified', reason: 'refused' })
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
