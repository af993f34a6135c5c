import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { OUTCOME_IDS, type OutcomeId } from '#shared/domain/outcome'
import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz', { phones: 2 })
})
afterEach(() => app.close())

const undo = () => app.call('call.undo', { reason: 'slip' })

/** All that stands, as opposed to what happened. Of a draft not its id, which is spent, nor when it was touched. */
function standing() {
  const tables = ['leads', 'queue', 'phones', 'persons', 'emails', 'identities', 'companies']
  const drafts = app
    .rows('drafts', `lead_id = '${ana}'`)
    .map(({ call_id: _, updated_at: __, ...draft }) => draft)
  const found = app.db.all(`SELECT rowid FROM search WHERE search MATCH 'Carmen'`)
  return { drafts, found, ...Object.fromEntries(tables.map((table) => [table, app.rows(table)])) }
}

const COUNTED = ['counters', 'note'] as const
/** What each outcome brought, as its undo tells it. */
const BACK: Readonly<Record<OutcomeId, readonly string[]>> = {
  no_answer: COUNTED,
  busy: COUNTED,
  voicemail: COUNTED,
  gatekeeper: COUNTED,
  callback: ['dateGone', 'counters', 'owner', 'note'],
  interested: ['dateGone', 'counters', 'owner', 'note'],
  qualified: ['stage', 'dateGone', 'counters', 'owner', 'note'],
  nurture: ['stage', 'counters', 'owner', 'note'],
  not_interested: ['stage', 'counters', 'owner', 'note'],
  disqualified: ['stage', 'counters', 'owner', 'note'],
  wrong_number: ['counters', 'number', 'note'],
  dead_number: ['counters', 'number', 'note'],
  referred: ['stage', 'counters', 'owner', 'referral', 'note'],
  do_not_call: ['suppression', 'stage', 'counters', 'owner', 'note'],
  technical_failure: ['note'],
}

describe('undo', () => {
  it.each(OUTCOME_IDS)('of %s is the state before, both facts stay', async (outcome) => {
    app.lead('Iñigo Goñi')
    const { person } = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    app.clock.advance(MINUTE)
    await app.call('call.answered', { leadId: ana })
    await app.answerAll(ana)
    await app.call('desk.note', { leadId: ana, note: 'llámame el jueves' })
    const before = standing()
    expect(await app.log(ana, outcome)).toMatchObject({ kind: 'logged' })
    if (outcome !== 'technical_failure') expect(standing()).not.toEqual(before)
    app.clock.advance(5_000)
    const undone = await undo()
    expect(undone).toMatchObject({ kind: 'undone', leadId: ana, name: 'Ana Ruiz', outcome })
    const back = undone.kind === 'undone' ? undone.back.map(({ what }) => what) : []
    expect(back).toEqual(BACK[outcome])
    expect(standing()).toEqual(before)
    expect([app.rows('calls').length, app.rows('undos').length]).toEqual([1, 1])
  })

  it('gives the outcome anew under the same dial, answers and note, as a correction of the first', async () => {
    const { person } = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    await app.answer(ana, 'need', { grade: 'must_have' })
    await app.call('desk.note', { leadId: ana, note: 'sí' })
    app.clock.advance(MINUTE)
    await app.log(ana, 'no_answer')
    const cycle = app.rows('cycles')
    app.clock.advance(MINUTE)
    await undo()
    expect(await app.log(ana, 'interested')).toMatchObject({ kind: 'logged' })
    const [first, second] = app.rows('calls')
    expect(second).toMatchObject({
      refers_to: first?.['id'],
      dialled_at: first?.['dialled_at'],
      phone_id: first?.['phone_id'],
      answers: 1,
    })
    expect(app.rows('texts', "field = 'note'")).toHaveLength(2)
    expect(app.rows('cycles')).toEqual(cycle)
    expect(app.rows('leads')).toMatchObject([{ dials: 1, attempts: 0 }])
  })

  it('goes back one by one, newest first, whichever was dialled first', async () => {
    const two = app.lead('Iñigo Goñi')
    const { person } = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    app.clock.advance(MINUTE)
    await app.log(two, 'no_answer')
    app.clock.advance(MINUTE)
    await app.log(ana, 'busy')
    expect(await undo()).toMatchObject({ leadId: ana, outcome: 'busy' })
    expect(await undo()).toMatchObject({ leadId: two, outcome: 'no_answer' })
    expect(await undo()).toEqual({ kind: 'refused', reason: 'nothing' })
  })

  it('tells what stands again: the promise that the call had kept, the counters, whose it is', async () => {
    await app.log(ana, 'callback')
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'qualified', { step: { ...TOMORROW, kind: 'demo', at: TOMORROW.at + DAY } })
    expect(await undo()).toMatchObject({
      back: [
        { what: 'stage', from: 'sql', to: 'lead' },
        { what: 'dateGone', kind: 'demo', agreed: true, dueAt: TOMORROW.at + DAY },
        { what: 'dateAgain', kind: 'call', agreed: true, dueAt: TOMORROW.at },
        { what: 'counters', dials: 1, attempts: 0 },
      ],
    })
  })

  it('takes back only what the one at the desk logged', async () => {
    await app.log(ana, 'no_answer')
    app.sit(app.oscar)
    expect(await undo()).toEqual({ kind: 'refused', reason: 'nothing' })
  })

  it('has a day, a do-not-call ten minutes', async () => {
    const logged = await app.log(ana, 'no_answer')
    app.clock.advance(DAY)
    expect(logged).toMatchObject({ undoUntil: app.clock.now() })
    expect(await undo()).toMatchObject({ kind: 'undone' })
    await app.log(ana, 'no_answer')
    app.clock.advance(DAY + 1)
    expect(await undo()).toEqual({ kind: 'refused', reason: 'too-late' })
    app.clock.advance(40 * DAY)
    expect(await undo()).toEqual({ kind: 'refused', reason: 'too-late' })
    await app.log(ana, 'do_not_call')
    app.clock.advance(10 * MINUTE + 1)
    expect(await undo()).toEqual({ kind: 'refused', reason: 'do-not-call-stands' })
    expect(app.rows('undos')).toHaveLength(1)
  })

  it('takes a do-not-call back only with why it was a slip, and keeps that', async () => {
    await app.log(ana, 'do_not_call')
    for (const reason of [undefined, '  '])
      expect(await app.call('call.undo', reason === undefined ? {} : { reason })).toEqual({
        kind: 'refused',
        reason: 'reason-missing',
      })
    expect(app.rows('undos')).toHaveLength(0)
    expect(await app.call('call.undo', { reason: 'wrong key' })).toMatchObject({ kind: 'undone' })
    const [fact] = app.rows<{ id: string }>('undos')
    expect(app.rows('texts', `fact_id = '${fact?.id}'`)).toMatchObject([
      { field: 'reason', text: 'wrong key' },
    ])
  })

  it('leaves what was handed over since', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'qualified')
    app.clock.advance(HOUR)
    const at = app.clock.now()
    app.db.run(`INSERT INTO exports VALUES ('e', '${app.lucia}', ${at}, 'hubspot', 'f', 'f.csv', 1)`)
    app.db.run(`INSERT INTO exported_leads VALUES ('e', '${ana}', 'hubspot', ${at}, '{}', NULL)`)
    expect(await undo()).toEqual({ kind: 'refused', reason: 'exported' })
    expect(app.rows('leads')).toMatchObject([{ stage: 'sql' }])
  })

  it('keeps a referred lead that somebody has worked on', async () => {
    await app.log(ana, 'referred')
    const [carmen] = app.rows<{ id: string }>('leads', "source_key = 'referral'")
    await app.open(carmen?.id ?? '')
    await app.call('desk.note', { leadId: carmen?.id ?? '', note: 'decide ella' })
    await undo()
    expect(app.rows('leads', "source_key = 'referral'")).toHaveLength(1)
  })

  it('keeps what is written on the desk by now', async () => {
    await app.open(ana)
    await app.call('desk.note', { leadId: ana, note: 'primera' })
    await app.log(ana, 'no_answer')
    await app.open(ana)
    await app.call('desk.note', { leadId: ana, note: 'segunda' })
    await undo()
    expect((await app.open(ana)).draft.note).toBe('segunda')
  })

  it('makes a retry of what it took back a conflict', async () => {
    const { draft } = await app.open(ana)
    await app.log(ana, 'no_answer')
    await undo()
    await expect(app.log(ana, 'no_answer', { callId: draft.callId })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
