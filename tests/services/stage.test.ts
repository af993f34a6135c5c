import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import { STAGES, type Stage } from '#shared/domain/stage'
import { DAY } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const move = (to: Stage, reason: string | null = null, override: string | null = null) =>
  app.call('lead.move', { leadId: ana, to, reason, override })
const leadRow = () => app.rows('leads', `id = '${ana}'`)[0]

const OPPORTUNITY = {
  problem: '',
  sizeValue: null,
  sizeUnit: null,
  consent: false,
  amountMinor: null,
  currency: null,
  expectedClose: null,
  contractReference: null,
  contractDate: null,
} as const
const save = (more: Partial<Parameters<typeof app.call<'lead.opportunity'>>[1]>) =>
  app.call('lead.opportunity', { ...OPPORTUNITY, leadId: ana, ...more })

describe('lead.move', () => {
  it('to sql names every proof that is missing', async () => {
    expect(await move('sql')).toEqual({
      kind: 'refused',
      reasons: ['proof-call', 'proof-bant', 'gate-authority', 'gate-need', 'proof-next-step'],
    })
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'callback')
    expect(await move('sql')).toEqual({ kind: 'moved', stage: 'sql' })
  })

  it('counts a call of the last 90 days only, and a step that is still ahead', async () => {
    await app.open(ana)
    await app.answerAll(ana, { budget: 'will_buy', authority: 'decides', need: 'must_have' })
    await app.log(ana, 'callback')
    app.clock.advance(2 * DAY)
    expect(await move('sql')).toEqual({ kind: 'refused', reasons: ['proof-next-step'] })
    app.clock.advance(89 * DAY)
    expect(await move('sql')).toEqual({ kind: 'refused', reasons: ['proof-call', 'proof-next-step'] })
  })

  it('takes no step that names nobody for a proof', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'callback', { step: { ...TOMORROW, withWhom: ' ' } })
    expect(await move('sql')).toEqual({ kind: 'refused', reasons: ['proof-next-step'] })
  })

  it('to mql asks for fit and intent', async () => {
    app.db.run(`UPDATE leads SET fit = 4999`)
    expect(await move('mql')).toEqual({ kind: 'refused', reasons: ['fit-too-low', 'no-intent'] })
  })

  it('walks on to opportunity and customer as what they need is saved', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'qualified')
    expect(await move('opportunity')).toEqual({
      kind: 'refused',
      reasons: ['problem-missing', 'size-missing', 'consent-missing'],
    })
    const said = {
      problem: ' merma del 6 % ',
      sizeValue: 4_000_000,
      sizeUnit: 'money',
      consent: true,
    } as const
    expect(await save(said)).toMatchObject({ problem: 'merma del 6 %' })
    expect(await move('opportunity')).toEqual({ kind: 'moved', stage: 'opportunity' })
    expect(await move('customer')).toEqual({
      kind: 'refused',
      reasons: ['contract-reference-missing', 'contract-date-missing'],
    })
    await save({
      ...said,
      contractReference: 'C-2026-17',
      contractDate: '2026-03-20',
      amountMinor: 3_500_000,
      currency: 'EUR',
    })
    expect(await move('customer')).toEqual({ kind: 'moved', stage: 'customer' })
    const card = await app.open(ana)
    expect(card.opportunity).toMatchObject({
      problem: 'merma del 6 %',
      contractReference: 'C-2026-17',
      amountMinor: 3_500_000,
    })
    expect(app.rows('opportunities')).toHaveLength(2)
    expect(JSON.stringify(app.rows('opportunities'))).not.toMatch(/merma/)
  })

  it('saves an opportunity that changed nothing only once', async () => {
    await save({ problem: 'merma' })
    await save({ problem: 'merma' })
    expect(app.rows('opportunities')).toHaveLength(1)
  })

  it('back asks for a reason, keeps its words apart, and is a fact with who and when', async () => {
    app.db.run(`UPDATE leads SET born_as = 'mql', stage = 'mql'`)
    expect(await move('lead')).toEqual({ kind: 'refused', reasons: ['reason-missing'] })
    app.sit(app.oscar)
    expect(await move('lead', 'era otra Ana')).toEqual({ kind: 'moved', stage: 'lead' })
    expect(app.rows('stage_changes')).toMatchObject([
      { from_stage: 'mql', to_stage: 'lead', reason: 'other', rep_id: app.oscar, at: NOW },
    ])
    expect((await app.open(ana)).history).toMatchObject([
      { kind: 'stage', by: 'Óscar Vega', text: 'era otra Ana' },
    ])
  })

  it('to nurture for a reason of the table sleeps as the table says', async () => {
    const giveUp = (words: string | null) =>
      app.call('lead.move', { leadId: ana, to: 'nurture', reason: 'unreachable', words, override: null })
    expect(await giveUp(' ')).toEqual({ kind: 'refused', reasons: ['given-up-early'] })
    expect(await giveUp('the number rings in an empty hall')).toEqual({ kind: 'moved', stage: 'nurture' })
    expect(leadRow()).toMatchObject({
      stage: 'nurture',
      reason: 'unreachable',
      wakes_at: Date.UTC(2026, 5, 7, 22),
    })
    expect(app.rows('texts')).toMatchObject([{ field: 'reason', text: 'the number rings in an empty hall' }])
  })

  it('off the end of the ladder nobody asks why they could not be reached', async () => {
    await app.call('lead.move', { leadId: ana, to: 'nurture', reason: 'timing', override: null })
    for (let n = 0; n < 6; n++) await app.log(ana, 'no_answer')
    app.sit(app.oscar)
    await move('lead', 'once more')
    expect(await move('nurture', 'unreachable')).toEqual({ kind: 'moved', stage: 'nurture' })
  })

  it('out of disqualified is a team lead’s', async () => {
    await app.log(ana, 'disqualified')
    await expect(move('lead', 'ha cambiado')).rejects.toMatchObject({
      code: 'not-allowed',
      reason: 'needs-team-lead',
    })
    expect(leadRow()).toMatchObject({ stage: 'disqualified' })
    // By way of nurture it would be nobody's: from there a rep goes on to lead.
    await expect(move('nurture', 'timing')).rejects.toMatchObject({ reason: 'needs-team-lead' })
    app.sit(app.oscar)
    expect(await move('lead', 'ha cambiado')).toEqual({ kind: 'moved', stage: 'lead' })
    expect(leadRow()).toMatchObject({ reason: null, wakes_at: null })
    expect(app.rows('queue')).toMatchObject([{ lead_id: ana }])
  })

  it('for a wish not to be called is that wish, in every list', async () => {
    const card = await app.open(ana)
    const second = app.given.lead(card.person.id, app.given.list('Ferias'), {
      createdAt: NOW,
      arrivedAt: NOW,
    })
    app.db.transaction((tx) => refresh(tx, app.deps, [second]))
    expect(app.rows('queue')).toHaveLength(2)
    expect(await move('disqualified', 'do_not_call')).toEqual({ kind: 'moved', stage: 'disqualified' })
    expect(app.rows('suppressions')).toMatchObject([
      { scope: 'person', channel: 'call', person_id: card.person.id, source: 'hand', rep_id: app.lucia },
    ])
    expect(app.rows('queue')).toEqual([])
    const phoneId = card.person.phones[0]?.id ?? ''
    expect(await app.call('call.dial', { leadId: second, phoneId, override: 'x' })).toMatchObject({
      kind: 'refused',
      rule: 'suppressed_person',
      canOverride: false,
    })
  })

  it('nowhere from where it stands writes nothing', async () => {
    expect(await move('lead')).toEqual({ kind: 'moved', stage: 'lead' })
    for (const to of STAGES.filter((stage) => ['opportunity', 'customer', 'lost'].includes(stage)))
      expect(await move(to, 'x')).toEqual({ kind: 'refused', reasons: ['move-not-allowed'] })
    expect(app.rows('stage_changes')).toEqual([])
  })
})
