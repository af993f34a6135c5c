import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { OUTCOME_IDS } from '#shared/domain/outcome'
import { DAY, MINUTE } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const leadRow = (id: string) => app.rows('leads', `id = '${id}'`)[0]

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

  it('keeps the draft of the next lead when a press for the one before comes late', async () => {
    const next = app.lead('Iñigo Goñi')
    const reply = await app.log(ana, 'no_answer')
    const callId = reply.kind === 'logged' ? (reply.next?.draft?.callId ?? '') : ''
    await app.call('call.answered', { leadId: ana })
    expect(await app.log(next, 'no_answer', { callId })).toMatchObject({ kind: 'logged', callId })
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

  it('is never taken for another one that a second window gave to the same call', async () => {
    const { draft } = await app.open(ana)
    await app.log(ana, 'no_answer')
    const wish = { ...EMPTY, outcome: 'do_not_call', spoke: 'person', scope: 'person' } as const
    await expect(
      app.call('call.log', { ...wish, leadId: ana, callId: draft.callId, listId: app.list }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'draft-stale' })
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

const EMPTY = { ...UNREACHED, outcome: 'no_answer' } as const

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

  it('no talk from before the number was dialled', async () => {
    const { person } = await app.open(ana)
    await app.answer(ana, 'need', { grade: 'must_have' })
    app.clock.advance(20 * MINUTE)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    app.clock.advance(MINUTE)
    await app.answer(ana, 'budget', { grade: 'can_buy' })
    app.clock.advance(45_000)
    await app.log(ana, 'interested')
    expect(app.rows('calls')).toMatchObject([{ talk: 45, talk_at_least: 1, answers: 2 }])
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
    const told = { kind: 'call', talk: 61, talkAtLeast: true }
    const story = { leadId: ana, kinds: [], repId: null, since: null, before: null }
    expect((await app.call('lead.card', { leadId: ana })).history).toMatchObject([told, {}])
    expect((await app.call('lead.timeline', { ...story, kinds: ['call'] })).items).toMatchObject([told])
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
