import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf, undoImport } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  await app.open(ana)
})
afterEach(() => app.close())

const leadRow = () => app.rows('leads', `id = '${ana}'`)[0]

describe('call.answer', () => {
  it('is a fact at once, with its words apart, and the board comes back', async () => {
    const { board } = await app.answer(ana, 'budget', {
      grade: 'can_buy',
      amountMinor: 4_000_000,
      currency: 'EUR',
      evidence: 'unos 40.000',
    })
    expect(board).toMatchObject({
      now: 1750,
      possible: 9250,
      failedGates: [],
      nextBest: { criterion: 'authority', points: 2500 },
      draft: true,
      threshold: 75,
      answers: [
        {
          criterion: 'budget',
          grade: 'can_buy',
          by: 'Lucía Marín',
          stale: false,
          amountMinor: 4_000_000,
          currency: 'EUR',
          evidence: 'unos 40.000',
          from: null,
        },
      ],
    })
    expect(app.rows('answers')).toMatchObject([{ criterion: 'budget', grade: 'can_buy' }])
    expect(leadRow()).toMatchObject({ bant_now: 1750 })
  })

  it('keeps the timeline as a date, from the grade or from the day they said', async () => {
    expect((await app.answer(ana, 'timeline', { grade: 'next_quarter' })).board.answers).toMatchObject([
      { grade: 'next_quarter', date: '2026-06-30' },
    ])
    expect((await app.answer(ana, 'timeline', { date: '2026-11-15' })).board.answers).toMatchObject([
      { grade: 'within_a_year', date: '2026-11-15' },
    ])
    app.clock.advance(100 * DAY)
    const { board } = await app.answer(ana, 'timeline', { stillValid: true })
    expect(board.answers).toMatchObject([{ grade: 'within_a_year', date: '2026-11-15' }])
    app.clock.advance(160 * DAY)
    expect((await app.open(ana)).board.answers).toMatchObject([{ stale: true }])
    const repeated = app.answer(ana, 'timeline', { stillValid: true })
    await expect(repeated).rejects.toMatchObject({ code: 'invalid-input', reason: 'date-passed' })
  })

  it('tells "does not know", "won’t say" and "not asked" from an answer', async () => {
    await app.answer(ana, 'need', { grade: 'must_have' })
    expect(await app.answer(ana, 'need', { state: 'declined' })).toMatchObject({
      board: { now: 0, possible: 7500, failedGates: ['need'] },
    })
    expect(await app.answer(ana, 'need', { state: 'unknown' })).toMatchObject({
      board: { now: 0, possible: 10_000 },
    })
    expect((await app.answer(ana, 'need', { state: 'not_asked' })).board.answers).toEqual([])
  })

  it('grows stale, and stands again once it is still valid', async () => {
    await app.answer(ana, 'need', { grade: 'must_have', evidence: 'merma del 6 %' })
    app.clock.advance(200 * DAY)
    expect((await app.open(ana)).board).toMatchObject({
      now: 0,
      possible: 10_000,
      answers: [{ stale: true, grade: 'must_have' }],
    })
    expect((await app.answer(ana, 'need', { stillValid: true })).board).toMatchObject({
      now: 2500,
      answers: [{ stale: false }],
    })
    expect(leadRow()).toMatchObject({ bant_now: 2500 })
  })

  it.each([
    ['title', 'CEO'],
    ['company', 'Forjas del Ebro'],
  ] as const)('of who decides is asked again once their %s is another', async (field, value) => {
    app.db.run(`UPDATE persons SET title = 'Compradora'`)
    await app.open(ana)
    await app.answerAll(ana)
    app.clock.advance(DAY)
    await app.call('lead.edit', { leadId: ana, field, value, of: null })
    const { board, missing } = await app.open(ana)
    expect(board).toMatchObject({ now: 7500, possible: 10_000 })
    expect(board.answers.filter(({ stale }) => stale)).toMatchObject([{ criterion: 'authority' }])
    expect(missing).toEqual(['gate-authority'])
    expect(leadRow()).toMatchObject({ bant_now: 7500 })
    app.clock.advance(1)
    await app.answer(ana, 'authority', { stillValid: true })
    expect(leadRow()).toMatchObject({ bant_now: 10_000 })
  })

  it.each([
    ['a title that was blank', [['title', 'CEO']]],
    [
      'a title spelt otherwise',
      [
        ['title', 'Jefa de compras'],
        ['title', 'JEFA  de compras'],
      ],
    ],
    ['another legal form', [['company', 'Talleres Norte SL']]],
    ['a change that was taken back', [['company', 'Forjas del Ebro'], null]],
  ] as const)('of who decides stands after %s', async (_, edits) => {
    const set = async (field: 'title' | 'company', value: string) => {
      app.clock.advance(DAY)
      return app.call('lead.edit', { leadId: ana, field, value, of: null })
    }
    const [first, ...more] = edits
    if (first[1] === 'Jefa de compras') await set(first[0], first[1])
    await app.open(ana)
    await app.answerAll(ana)
    const saved = await set(first[0], first[1])
    for (const edit of more) {
      if (edit) await set(edit[0], edit[1])
      else if (saved.kind === 'saved') await app.call('lead.unedit', { leadId: ana, editId: saved.editId })
    }
    expect((await app.open(ana)).board.answers.filter(({ stale }) => stale)).toEqual([])
  })

  it('of who decides is asked again once a file brought another employer, and stands when it is undone', async () => {
    app.db.run(`INSERT INTO identities (kind, key, person_id) SELECT 'phone', e164, person_id FROM phones`)
    await app.open(ana)
    await app.answerAll(ana)
    app.clock.advance(DAY)
    const e164 = app.rows<{ e164: string }>('phones')[0]?.e164 ?? ''
    const fileId = handIn(app, `nombre;empresa;teléfono\nAna Ruiz;Forjas del Ebro;${e164}\n`)
    const plan = planOf(await inspect(app, fileId), { listId: app.list, newList: null })
    const columns = plan.columns.map((column) => ({ ...column, rule: 'overwrite' as const }))
    const { importId } = await app.call('import.run', { fileId, plan: { ...plan, columns } })
    expect((await ended(app, importId)).counts.update).toBe(1)
    const stale = async () =>
      (await app.open(ana)).board.answers.filter((one) => one.stale).map(({ criterion }) => criterion)
    expect(await stale()).toEqual(['authority'])
    await undoImport(app, importId)
    expect(await stale()).toEqual([])
  })

  it('shows on colleagues and on later leads as stale, authority aside', async () => {
    await app.answer(ana, 'need', { grade: 'must_have' })
    await app.answer(ana, 'authority', { grade: 'decides' })
    await app.log(ana, 'interested')
    const [lead] = app.rows<{ person_id: string }>('leads')
    const later = app.given.lead(lead?.person_id ?? '', app.given.list('Feria'))
    const luis = app.lead('Luis Peña')
    for (const id of [later, luis])
      expect((await app.open(id)).board).toMatchObject({
        now: 0,
        answers: [{ criterion: 'need', grade: 'must_have', stale: true, from: 'Ana Ruiz' }],
      })
    expect((await app.answer(luis, 'need', { stillValid: true })).board).toMatchObject({
      now: 2500,
      answers: [{ criterion: 'need', stale: false, from: null }],
    })
  })

  it.each([
    ['champion', { grade: 'x' }, 'criterion-unknown'],
    ['need', { grade: 'decides' }, 'grade-unknown'],
    ['need', { grade: null }, 'grade-unknown'],
    ['need', { stillValid: true }, 'answer-missing'],
  ])('refuses what is not on the board: %s %j', async (criterion, given, reason) => {
    await expect(app.answer(ana, criterion, given)).rejects.toMatchObject({ code: 'invalid-input', reason })
    expect(app.rows('answers')).toEqual([])
  })
})

describe('who names the one who decides', () => {
  const decider = { name: 'Carmen Ortiz', phone: '976 55 12 13' }
  const named = (more = {}) => app.answer(ana, 'authority', { grade: 'names_who_decides', decider, ...more })

  it('brings a second person at the same company, with a lead given by this one, in the slot of who decides', async () => {
    await app.open(ana)
    const reply = await named()
    expect(reply.named).toMatchObject({ name: 'Carmen Ortiz' })
    const carmen = await app.call('lead.card', { leadId: reply.named?.leadId ?? '' })
    expect(carmen).toMatchObject({
      stage: 'lead',
      person: { phones: [{ e164: '+34976551213' }] },
      company: { name: 'Talleres Norte' },
      history: [{ kind: 'referral', text: 'Ana Ruiz' }],
    })
    expect(app.rows('queue', `lead_id = '${carmen.leadId}'`)).toHaveLength(1)
    // The same name and number again is the same person.
    await named()
    expect(app.rows('persons', `name = 'Carmen Ortiz'`)).toHaveLength(1)
    expect((await app.open(ana)).named).toMatchObject({ leadId: carmen.leadId })
  })

  it('with a number that reaches nobody is refused, and nothing is written', async () => {
    await expect(named({ decider: { ...decider, phone: 'ask Ana' } })).rejects.toMatchObject({
      reason: 'decider-phone-unreadable',
    })
    expect(app.rows('answers')).toEqual([])
    expect(app.rows('persons')).toHaveLength(1)
  })
})
