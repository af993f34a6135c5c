import { describe, expect, it } from 'vitest'

import type { CallFact, LeadFacts, PromiseFact } from '#shared/domain/facts'
import { holidaysOf } from '#shared/domain/holidays'
import { attemptsOf, leastTriedPart, nextAttemptAt } from '#shared/domain/ladder'
import type { OutcomeId } from '#shared/domain/outcome'
import { leastTried, partOf } from '#shared/domain/part'

const PLACE = { zone: 'Europe/Madrid', isHoliday: holidaysOf('ES') }
/** Madrid's winter time; Tuesday 10 March 2026 is a working day. */
const at = (time: string, day = '2026-03-10') => Date.parse(`${day}T${time}:00+01:00`)

function call(outcome: OutcomeId, dialledAt: number, more: Partial<CallFact> = {}): CallFact {
  const blank = {
    repId: '',
    phoneId: null,
    spoke: null,
    reason: null,
    answeredAt: null,
    endedAt: null,
    talk: null,
  }
  return { ...blank, id: `${outcome}-${dialledAt}`, answers: 0, outcome, dialledAt, ...more }
}
const promised = (dueAt: number, madeAt: number, agreed = true): PromiseFact => ({
  id: 'p',
  repId: '',
  callId: null,
  at: madeAt,
  kind: 'call',
  dueAt,
  agreed,
})
function next(calls: CallFact[], promises: PromiseFact[] = []): string | null {
  const facts = { calls, promises } as unknown as LeadFacts
  const when = nextAttemptAt(attemptsOf(calls), facts, PLACE)
  return when === null ? null : new Date(when + 3_600_000).toISOString().slice(0, 16)
}

describe('the part of the day', () => {
  it('is the one with fewest attempts, then the one tried longest ago, then the first of the day', () => {
    expect(leastTried([])).toBe('morning')
    expect(leastTried([{ part: 'morning', at: 1 }])).toBe('midday')
    const once = (['midday', 'morning', 'afternoon'] as const).map((part, at) => ({ part, at }))
    expect(leastTried(once)).toBe('midday')
    expect(leastTried([...once, { part: 'midday', at: 9 }])).toBe('morning')
  })

  it('of a dial outside them is the one before', () => {
    expect([480, 540, 689, 690, 840, 900, 960, 1200].map(partOf)).toEqual([
      'morning',
      'morning',
      'morning',
      'midday',
      'midday',
      'midday',
      'afternoon',
      'afternoon',
    ])
  })
})

describe('the second attempt', () => {
  it('comes the same day, 3 hours later, in another part', () => {
    expect(next([call('no_answer', at('09:30'))])).toBe('2026-03-10T12:30')
    expect(next([call('no_answer', at('11:00'))])).toBe('2026-03-10T16:00')
    expect(next([call('no_answer', at('12:30'))])).toBe('2026-03-10T16:00')
    expect(next([call('no_answer', at('13:45'))])).toBe('2026-03-10T16:45')
  })

  it('waits for the next business day when the day has no other part left', () => {
    expect(next([call('no_answer', at('16:10'))])).toBe('2026-03-11T09:00')
    expect(next([call('no_answer', at('16:10', '2026-03-13'))])).toBe('2026-03-16T09:00')
    expect(next([call('no_answer', at('10:00', '2026-03-14'))])).toBe('2026-03-16T11:30')
  })

  it('never comes the same day after a voicemail or a gatekeeper', () => {
    expect(next([call('voicemail', at('09:30'))])).toBe('2026-03-11T11:30')
    expect(next([call('gatekeeper', at('09:30'))])).toBe('2026-03-11T11:30')
  })
})

describe('the later rungs', () => {
  const run = (count: number) =>
    Array.from({ length: count }, (_, n) => call('no_answer', at('09:30', `2026-02-0${n + 2}`)))

  it('are the next business day, then 2, 3 and 5 business days after the last', () => {
    // Dialled on the mornings of Mon 2, Tue 3, Wed 4, Thu 5, Fri 6 February.
    expect(next(run(2))).toBe('2026-02-04T11:30')
    expect(next(run(3))).toBe('2026-02-06T11:30')
    expect(next(run(4))).toBe('2026-02-10T11:30')
    expect(next(run(5))).toBe('2026-02-13T11:30')
  })

  it('turn to the part least tried', () => {
    const calls = [call('no_answer', at('09:30', '2026-03-09')), call('no_answer', at('12:30', '2026-03-09'))]
    expect(next(calls)).toBe('2026-03-10T16:00')
    expect(leastTriedPart(attemptsOf(calls), PLACE)).toBe('afternoon')
  })

  it('start again after a call with the person', () => {
    const reached = [...run(4), call('interested', at('10:00', '2026-02-06'))]
    expect(attemptsOf(reached).count).toBe(0)
    expect(next(reached)).toBeNull()
    expect(attemptsOf([...reached, call('no_answer', at('10:00', '2026-02-09'))]).count).toBe(1)
  })
})

describe('a busy line', () => {
  it('is tried once more after 30 minutes, which shares the attempt', () => {
    const busy = call('busy', at('09:30'))
    expect(next([busy])).toBe('2026-03-10T10:00')
    expect(attemptsOf([busy]).count).toBe(1)
    const again = call('busy', at('10:00'))
    expect(attemptsOf([busy, again]).count).toBe(1)
    expect(next([busy, again])).toBe('2026-03-10T13:00')
    expect(attemptsOf([busy, call('no_answer', at('10:00'))]).count).toBe(1)
    expect(attemptsOf([busy, again, call('busy', at('13:00'))]).count).toBe(2)
  })
})

describe('what is no attempt', () => {
  it('changes nothing', () => {
    const before = [call('no_answer', at('09:30'))]
    expect(next([...before, call('technical_failure', at('12:30'))])).toBe(next(before))
    expect(next([call('technical_failure', at('09:30'))])).toBeNull()
  })

  it('or a wrong number leaves the next number free at once', () => {
    expect(next([call('wrong_number', at('09:30'), { spoke: 'other' })])).toBe('2026-03-10T09:30')
    expect(next([call('dead_number', at('09:30'))])).toBe('2026-03-10T09:30')
  })
})

describe('nobody there at a promised time', () => {
  const madeAt = at('09:00', '2026-03-09')

  it('is tried once more after 30 minutes, then by the ladder', () => {
    const promise = promised(at('10:00'), madeAt)
    const first = call('no_answer', at('10:05'))
    expect(next([first], [promise])).toBe('2026-03-10T10:35')
    expect(next([first, call('no_answer', at('10:35'))], [promise])).toBe('2026-03-11T11:30')
  })

  it('also when the rep was late', () => {
    expect(next([call('no_answer', at('12:00'))], [promised(at('10:00'), madeAt)])).toBe('2026-03-10T12:30')
  })

  it('but not when it was dialled hours before, was no promise, or met a voicemail', () => {
    expect(next([call('no_answer', at('09:30'))], [promised(at('16:00'), madeAt)])).toBe('2026-03-10T12:30')
    expect(next([call('no_answer', at('10:05'))], [promised(at('10:00'), madeAt, false)])).toBe(
      '2026-03-10T13:05',
    )
    expect(next([call('voicemail', at('10:05'))], [promised(at('10:00'), madeAt)])).toBe('2026-03-11T11:30')
  })
})
