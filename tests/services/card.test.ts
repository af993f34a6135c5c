import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { card as shape } from '#shared/contract/card'
import { DAY, HOUR, MINUTE } from '#shared/lib/time'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz', { source: 'feria de Bilbao', extra: { Color: 'azul' } })
})
afterEach(() => app.close())

describe('the card', () => {
  it('says who, why now, where and whether they may be called', async () => {
    const card = await app.open(ana)
    expect(shape.parse(card)).toEqual(card)
    expect(card).toMatchObject({
      listName: 'Metal Q4',
      language: 'es',
      stage: 'lead',
      person: { name: 'Ana Ruiz', phones: [{ display: '+34 600 00 00 01', status: 'ok' }] },
      company: { name: 'Talleres Norte' },
      why: { bucket: 'new', attempt: 1 },
      window: { zones: ['Europe/Madrid'], open: true, several: false },
      mayCall: { effect: 'allow' },
      missing: ['proof-bant', 'gate-authority', 'gate-need'],
      opportunity: null,
      extra: { Color: 'azul' },
    })
    expect(card.script.opener).toMatch(/^Hola, Ana, soy Lucía\. .*feria de Bilbao/)
    expect(card.board.criteria[0]).toMatchObject({
      id: 'budget',
      key: 'B',
      weight: 25,
      question: expect.stringMatching(/\?$/),
    })
  })

  it('of a promise says so, by whom and how late, in the opener too', async () => {
    await app.log(ana, 'callback', { step: { ...TOMORROW, at: NOW + HOUR } })
    app.clock.advance(HOUR + 12 * MINUTE)
    const card = await app.open(ana)
    expect(card.why).toMatchObject({ bucket: 'promise', at: NOW + HOUR, by: null, lateMinutes: 12 })
    expect(card.script.opener).toMatch(/Quedamos en hablar hoy/)
    expect(card.owner).toBe('Lucía Marín')
  })

  it('tells what happened before, newest first, what was taken back too', async () => {
    await app.call('desk.note', { leadId: ana, note: 'no está' })
    await app.log(ana, 'gatekeeper')
    app.clock.advance(DAY)
    await app.log(ana, 'no_answer')
    await app.call('call.undo', {})
    app.clock.advance(MINUTE)
    await app.log(ana, 'nurture', { reason: 'no_budget', reasonText: 'hasta otoño' })
    const { history } = await app.open(ana)
    expect(history.map(({ kind, outcome, text }) => [kind, outcome, text])).toEqual([
      ['call', 'nurture', 'hasta otoño'],
      ['stage', null, null],
      ['undone', 'no_answer', null],
      ['call', 'gatekeeper', 'no está'],
    ])
    expect(history[1]).toMatchObject({
      from: 'lead',
      to: 'nurture',
      reason: 'no_budget',
      by: 'Lucía Marín',
      ruleVersion: 0,
    })
  })

  it('tells which call was dialled by hand: an outcome without a dial before it', async () => {
    const { person } = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    await app.log(ana, 'no_answer')
    app.clock.advance(DAY)
    await app.log(ana, 'busy')
    const { history } = await app.open(ana)
    expect(history.map(({ outcome, byHand }) => [outcome, byHand])).toEqual([
      ['busy', true],
      ['no_answer', false],
    ])
  })

  it('shows colleagues, who decides, and the person’s other lists', async () => {
    const carmen = app.lead('Carmen Ortiz')
    await app.open(carmen)
    await app.answer(carmen, 'authority', { grade: 'decides' })
    await app.log(carmen, 'callback')
    const [lead] = app.rows<{ person_id: string }>('leads', `id = '${carmen}'`)
    const other = app.given.list('Feria')
    app.given.lead(lead?.person_id ?? '', other)
    const card = await app.open(ana)
    expect(card.colleagues).toMatchObject([{ name: 'Carmen Ortiz', decides: true, lastDialAt: NOW }])
    expect((await app.open(carmen)).alsoIn).toEqual([{ listName: 'Feria', promisedAt: null }])
  })

  it('shows of many colleagues a dozen: those dialled last, then the others as they came', async () => {
    const ids = Array.from({ length: 14 }, (_, n) => app.lead(`Colega ${n}`))
    for (const n of [9, 3]) {
      await app.open(ids[n] ?? '')
      await app.log(ids[n] ?? '', 'no_answer')
      app.clock.advance(MINUTE)
    }
    const { colleagues } = await app.open(ana)
    expect(colleagues.map(({ name }) => name)).toEqual(
      [3, 9, 0, 1, 2, 4, 5, 6, 7, 8, 10, 11].map((n) => `Colega ${n}`),
    )
  })

  it('lacks nothing once the proofs stand, and asks for none after', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    expect((await app.open(ana)).missing).toEqual([])
    await app.log(ana, 'qualified')
    expect((await app.open(ana)).missing).toEqual([])
    expect((await app.open(ana)).history.map(({ kind }) => kind)).toContain('promise')
  })
})

describe('a referral', () => {
  const carmenOf = () => app.rows<{ id: string; person_id: string }>('leads', "source_key = 'referral'")

  it('is a lead on the same list, given by whom and when, and the giver becomes an influencer', async () => {
    await app.log(ana, 'referred')
    const [carmen] = carmenOf()
    expect(app.rows('leads', `id = '${ana}'`)).toMatchObject([{ stage: 'nurture', reason: 'no_authority' }])
    const card = await app.open(carmen?.id ?? '')
    expect(card).toMatchObject({
      listId: app.list,
      stage: 'lead',
      source: 'Referido',
      person: {
        name: 'Carmen Ortiz',
        givenName: 'Carmen',
        emails: ['carmen@norte.example'],
        phones: [{ e164: '+34976551213', type: 'fixed' }],
      },
      company: { name: 'Talleres Norte' },
      history: [{ kind: 'referral', text: 'Ana Ruiz', at: NOW }],
    })
    expect(card.why).toMatchObject({ bucket: 'new' })
    expect(await app.call('find.search', { text: 'carmen ort', limit: 5 })).toMatchObject({
      leads: [{ name: 'Carmen Ortiz' }],
    })
  })

  it('to somebody known takes who and what is there already', async () => {
    await app.log(ana, 'referred')
    const luis = app.lead('Luis Peña')
    await app.log(luis, 'referred', {
      referral: { name: 'CARMEN ORTIZ', phone: '+34 976 551 213', email: null },
    })
    expect(carmenOf()).toHaveLength(1)
    await app.log(carmenOf()[0]?.id ?? '', 'disqualified', { reason: 'student' })
    const tom = app.lead('Tom Becker')
    await app.log(tom, 'referred', {
      referral: { name: 'C. Ortiz', phone: null, email: 'Carmen@Norte.example' },
    })
    expect(new Set(carmenOf().map((row) => row.person_id)).size).toBe(1)
    expect(carmenOf()).toHaveLength(2)
  })

  it('with a number or an address that reaches nobody is refused', async () => {
    const referral = { name: 'Carmen', phone: '1-800-FLOWERS', email: 'carmen@' }
    expect(await app.log(ana, 'referred', { referral })).toEqual({
      kind: 'refused',
      reasons: ['referral-phone-unreadable', 'referral-email-unreadable'],
    })
    expect(carmenOf()).toEqual([])
  })

  it('wakes the influencer when the lead of the one who decides closes, and sleeps on when that is undone', async () => {
    await app.log(ana, 'referred')
    app.clock.advance(DAY)
    const [carmen] = carmenOf()
    await app.log(carmen?.id ?? '', 'not_interested', { reason: 'no_need' })
    expect(app.rows('leads', `id = '${ana}'`)).toMatchObject([{ stage: 'nurture', wakes_at: NOW + DAY }])
    await app.call('call.undo', {})
    const [row] = app.rows<{ wakes_at: number }>('leads', `id = '${ana}'`)
    expect(row?.wakes_at).toBeGreaterThan(NOW + 80 * DAY)
  })
})
