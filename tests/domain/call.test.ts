import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { afterCall } from '#shared/domain/call'
import { dayOf, dayStart } from '#shared/domain/calendar'
import { SCOPES } from '#shared/domain/logged'
import { has, OUTCOME_IDS, WHO_SPOKE } from '#shared/domain/outcome'
import { REASON_IDS, reasonsFor } from '#shared/domain/reason'
import { STAGES } from '#shared/domain/stage'
import { AROUND, effects, log, NOW, refusals, STEP, ZONE } from '../helpers/outcome.ts'

describe('an outcome asks for what it needs', () => {
  it.each([
    ['callback', { spoke: null, step: null }, ['who-spoke-missing', 'when-missing']],
    ['callback', { step: { ...STEP, at: NOW } }, ['when-in-the-past']],
    ['interested', { step: null }, ['when-missing']],
    ['nurture', { reason: null }, ['reason-missing']],
    ['nurture', { reason: 'no_need' }, ['reason-not-for-this-outcome']],
    ['nurture', { reason: 'competitor_contract' }, ['wake-up-missing']],
    ['not_interested', { reason: 'competitor_contract' }, ['wake-up-missing']],
    ['nurture', { wakesOn: '2026-03-10' }, ['wake-up-in-the-past']],
    ['not_interested', { reason: null }, ['reason-missing']],
    ['not_interested', { reason: 'student' }, ['reason-not-for-this-outcome']],
    ['disqualified', { reason: null }, ['reason-missing']],
    ['no_answer', { reason: 'no_need' }, ['reason-not-for-this-outcome']],
    ['referred', { spoke: null, referral: null }, ['who-spoke-missing', 'referral-missing']],
    ['referred', { referral: { name: '  ', phone: null, email: null } }, ['referral-missing']],
    ['do_not_call', { spoke: null, scope: null }, ['who-spoke-missing', 'scope-missing']],
    ['qualified', { step: null }, ['proof-next-step']],
    ['qualified', { step: { ...STEP, agreed: false } }, ['proof-next-step']],
    ['qualified', { step: { ...STEP, withWhom: ' ' } }, ['proof-next-step']],
  ] as const)('%s %j', (outcome, given, expected) => expect(refusals(outcome, given)).toEqual(expected))

  it('interested wants one BANT answer of this call', () => {
    expect(refusals('interested', {}, { answers: 0 })).toEqual(['bant-answer-missing'])
  })

  it('qualified names every proof and gate that is missing at once', () => {
    const proofs = { ...AROUND.proofs, bantAtThreshold: false, failedGates: ['need', 'authority'] as const }
    expect(refusals('qualified', { step: null }, { proofs })).toEqual([
      'proof-bant',
      'gate-need',
      'gate-authority',
      'proof-next-step',
    ])
    const override = { byTeamLead: true, reason: 'reference customer' }
    expect(refusals('qualified', {}, { proofs: { ...proofs, override } })).toEqual([])
    expect(
      refusals('qualified', {}, { proofs: { ...proofs, override: { ...override, byTeamLead: false } } }),
    ).toContain('override-needs-team-lead')
  })

  it('a do-not-call for a number or a company wants one', () => {
    expect(refusals('do_not_call', { scope: 'number' }, { hasNumber: false })).toEqual(['scope-missing'])
    expect(refusals('do_not_call', { scope: 'number' }, { isSwitchboard: true })).toEqual(['scope-missing'])
    expect(refusals('do_not_call', { scope: 'company' }, { hasCompany: false })).toEqual(['scope-missing'])
  })

  it('no call is promised to somebody who asked not to be called', () => {
    expect(refusals('callback', {}, { suppressed: true })).toEqual(['blocked'])
    expect(refusals('do_not_call', {}, { suppressed: true })).toEqual([])
  })
})

describe('what an outcome does', () => {
  const wakes = (...args: Parameters<typeof log>) => {
    const at = effects(...args).change?.wakesAt
    return at && dayOf(ZONE, at)
  }

  it.each([
    ['nurture', 'timing', null, '2026-04-01'],
    ['nurture', 'timing', '2026-09-15', '2026-09-15'],
    ['nurture', 'no_budget', null, '2026-09-06'],
    ['nurture', 'no_budget', '2026-05-04', '2026-05-04'],
    ['nurture', 'competitor_contract', '2026-12-31', '2026-10-02'],
    ['nurture', 'competitor_contract', '2026-04-01', '2026-03-11'],
    ['nurture', 'no_authority', null, '2026-06-08'],
    ['not_interested', 'refused', null, '2026-05-09'],
    ['not_interested', 'no_need', null, '2026-09-06'],
    ['disqualified', 'company_too_small', null, '2027-03-10'],
    ['disqualified', 'student', null, '2027-03-10'],
    ['disqualified', 'competitor', null, null],
    ['disqualified', 'outside_profile', null, null],
  ] as const)('%s, %s, %s wakes on %s', (outcome, reason, wakesOn, expected) => {
    expect(wakes(outcome, { reason, wakesOn })).toBe(expected)
  })

  it('wakes at the start of the day where the person is', () => {
    const change = effects('nurture', { reason: 'timing' }, { zone: 'Atlantic/Canary' }).change
    expect(change?.wakesAt).toBe(dayStart('Atlantic/Canary', '2026-04-01'))
  })

  it('a second "refused" disqualifies for a year', () => {
    const change = effects('not_interested', { reason: 'refused' }, { refusedBefore: true }).change
    expect(change).toMatchObject({
      to: 'disqualified',
      reason: 'refused',
      wakesAt: dayStart(ZONE, '2027-03-10'),
    })
  })

  it('the sixth attempt that reaches nobody closes as unreachable, unless a date was left or a retry is due', () => {
    const six = { attempts: { count: 6, dials: [], busyRetry: false } }
    expect(effects('no_answer', {}, six).change).toMatchObject({
      reason: 'unreachable',
      wakesAt: dayStart(ZONE, '2026-06-08'),
    })
    expect(effects('gatekeeper', { step: STEP }, six).change).toBeNull()
    expect(effects('callback', { spoke: 'other' }, six).change).toBeNull()
    expect(effects('busy', {}, { attempts: { ...six.attempts, busyRetry: true } }).change).toBeNull()
    expect(effects('callback', {}, six).change).toBeNull()
  })

  it('a step is agreed only by the person', () => {
    expect(effects('callback').step).toEqual(STEP)
    expect(effects('callback', { spoke: 'other' }).step).toEqual({ ...STEP, agreed: false })
    expect(effects('gatekeeper', { step: STEP }).step).toEqual({ ...STEP, agreed: false })
    expect(effects('no_answer', { step: STEP }).step).toBeNull()
  })

  it('marks the number that was dialled', () => {
    expect(effects('wrong_number').phone).toBe('wrong_person')
    expect(effects('dead_number').phone).toBe('invalid')
    expect(effects('do_not_call', { scope: 'number' }).phone).toBe('opted_out')
    expect(effects('do_not_call').phone).toBeNull()
    expect(effects('dead_number', {}, { hasNumber: false }).phone).toBeNull()
  })

  it('suppresses on "do not call" only', () => {
    for (const outcome of OUTCOME_IDS)
      expect(effects(outcome).suppress).toBe(outcome === 'do_not_call' ? 'person' : null)
  })

  it('never happens by halves: it is whole, or every refusal is named', () => {
    const logged = fc.record({
      outcome: fc.constantFrom(...OUTCOME_IDS),
      spoke: fc.constantFrom(null, ...WHO_SPOKE),
      reason: fc.constantFrom(null, ...REASON_IDS),
      step: fc.constantFrom(null, STEP, { ...STEP, at: NOW - 1 }),
      wakesOn: fc.constantFrom(null, '2026-01-01', '2026-08-01'),
      referral: fc.constantFrom(null, { name: 'Ana', phone: null, email: null }),
      scope: fc.constantFrom(null, ...SCOPES),
    })
    const around = fc.record({
      stage: fc.constantFrom(...STAGES),
      numbersLeft: fc.nat(1),
      suppressed: fc.boolean(),
    })
    fc.assert(
      fc.property(logged, around, (given, more) => {
        const result = afterCall(given, { ...AROUND, ...more })
        const { change = null, suppress = null } = result.ok ? result.value : {}
        expect({
          isNamed: result.ok || result.error.length > 0,
          isForReason:
            !result.ok || given.reason === null || reasonsFor(given.outcome).includes(given.reason),
          isWoken: change?.to !== 'nurture' || (change.wakesAt ?? 0) > NOW,
          isClosed:
            !result.ok ||
            !has(given.outcome, 'closes') ||
            change?.to === 'disqualified' ||
            more.stage === 'customer',
          isSuppressed: !result.ok || (suppress !== null) === (given.outcome === 'do_not_call'),
        }).toEqual({ isNamed: true, isForReason: true, isWoken: true, isClosed: true, isSuppressed: true })
      }),
      { numRuns: 2000 },
    )
  })
})
