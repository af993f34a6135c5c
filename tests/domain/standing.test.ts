import { describe, expect, it } from 'vitest'

import { standingAnswers } from '#shared/domain/answers'
import { BANT } from '#shared/domain/bant'
import type { AnswerFact, CallFact, LeadFacts, PromiseFact, StageFact } from '#shared/domain/facts'
import type { OutcomeId } from '#shared/domain/outcome'
import { openDate } from '#shared/domain/promise'
import { standing } from '#shared/domain/standing'
import { MINUTE } from '#shared/lib/time'

const NOW = Date.UTC(2026, 2, 10, 9)
const ZONE = 'Europe/Madrid'

let made = 0
const call = (outcome: OutcomeId, minute: number, more: Partial<CallFact> = {}): CallFact => ({
  id: `c${++made}`,
  repId: 'r1',
  phoneId: null,
  outcome,
  spoke: null,
  reason: null,
  dialledAt: NOW + minute * MINUTE,
  answeredAt: null,
  endedAt: null,
  talk: null,
  answers: 0,
  ...more,
})
const promise = (minute: number, callId: string | null, more: Partial<PromiseFact> = {}): PromiseFact => ({
  id: `p${++made}`,
  repId: 'r1',
  callId,
  at: NOW + minute * MINUTE,
  kind: 'call',
  dueAt: NOW + 600 * MINUTE,
  agreed: true,
  ...more,
})
const answer = (
  criterion: string,
  grade: string,
  minute: number,
  more: Partial<AnswerFact> = {},
): AnswerFact => ({
  criterion,
  state: 'answered',
  grade,
  at: NOW + minute * MINUTE,
  date: null,
  callId: null,
  ...more,
})
const facts = (more: Partial<LeadFacts>): LeadFacts => ({
  leadId: 'l1',
  personId: 'p1',
  companyId: null,
  listId: 'x',
  bornAs: 'lead',
  createdAt: NOW,
  arrivedAt: NOW,
  calls: [],
  stages: [],
  promises: [],
  answers: [],
  ownerId: null,
  ...more,
})
const of = (more: Partial<LeadFacts>) => standing(facts(more), BANT, ZONE)

describe('a standing', () => {
  it('of a lead that nobody touched is its birth', () => {
    expect(of({ bornAs: 'inquiry', ownerId: 'r2' })).toEqual({
      stage: 'inquiry',
      reason: null,
      wakesAt: null,
      ownerId: 'r2',
      bantNow: 0,
      attempts: 0,
      dials: 0,
      firstDialAt: null,
      lastDialAt: null,
      open: null,
    })
  })

  it('counts attempts since the last call with the person, and every dial', () => {
    const calls = [
      call('no_answer', 0),
      call('interested', 1),
      call('voicemail', 2),
      call('technical_failure', 3),
    ]
    expect(of({ calls })).toMatchObject({
      attempts: 1,
      dials: 3,
      firstDialAt: NOW,
      lastDialAt: NOW + 2 * MINUTE,
    })
    expect(of({ calls: [...calls, call('callback', 4, { spoke: 'other' })] }).attempts).toBe(2)
    expect(of({ calls: [...calls, call('callback', 4, { spoke: 'person' })] }).attempts).toBe(0)
  })

  it('keeps the reason and the waking only beside the pipeline', () => {
    const nurture: StageFact = {
      at: NOW,
      from: 'lead',
      to: 'nurture',
      reason: 'timing',
      wakesAt: 5,
      callId: null,
    }
    expect(of({ stages: [nurture] })).toMatchObject({ stage: 'nurture', reason: 'timing', wakesAt: 5 })
    const back: StageFact = { ...nurture, from: 'nurture', to: 'lead', reason: 'other' }
    expect(of({ stages: [nurture, back] })).toMatchObject({ stage: 'lead', reason: null, wakesAt: null })
  })

  it('reads BANT at the newest fact, so that the same facts always give the same points', () => {
    const old = answer('budget', 'will_buy', 0)
    expect(of({ answers: [old] }).bantNow).toBe(2500)
    const later = call('no_answer', 60 * 24 * 200)
    expect(of({ answers: [old], calls: [later] }).bantNow).toBe(0)
  })
})

describe('the date that stands', () => {
  const first = call('callback', 0, { id: 'first' })
  const made = promise(0, 'first')

  it('is the newest, until an attempt settles it', () => {
    expect(openDate([first], [made])).toBe(made)
    expect(openDate([first, call('no_answer', 10)], [made])).toBeNull()
    const next = call('callback', 10, { id: 'next' })
    const newer = promise(10, 'next')
    expect(openDate([first, next], [made, newer])).toBe(newer)
  })

  it('outlives a call that was no attempt', () => {
    expect(openDate([first, call('technical_failure', 10)], [made])).toBe(made)
  })

  it('comes back when the call that replaced it is undone, for neither is in the facts any more', () => {
    expect(openDate([first], [made])).toBe(made)
  })

  it('made without a call is settled by the next dial', () => {
    const byHand = promise(5, null)
    expect(openDate([first], [byHand])).toBe(byHand)
    expect(openDate([first, call('busy', 6)], [byHand])).toBeNull()
  })
})

describe('answers that stand', () => {
  const ids = (...args: Parameters<typeof standingAnswers>) =>
    standingAnswers(...args).map(({ answer }) => [answer.criterion, answer.grade, answer.borrowed])

  it('are the newest of this lead, and none once taken back', () => {
    const own = [answer('need', 'none', 0), answer('need', 'must_have', 1)]
    expect(ids(BANT, own)).toEqual([['need', 'must_have', false]])
    expect(ids(BANT, [...own, answer('need', 'must_have', 2, { state: 'not_asked', grade: null })])).toEqual(
      [],
    )
  })

  it('are borrowed where the criterion is shared and nothing was said here', () => {
    const others = [answer('need', 'must_have', 0), answer('authority', 'decides', 0)]
    expect(ids(BANT, [], others)).toEqual([['need', 'must_have', true]])
    expect(ids(BANT, [answer('need', 'none', -9)], others)).toEqual([['need', 'none', false]])
    expect(ids(BANT, [], [answer('budget', 'x', 0, { state: 'declined', grade: null })])).toEqual([])
  })
})
