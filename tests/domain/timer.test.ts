import { describe, expect, it } from 'vitest'

import { clockBetween, timesOf, type Presses } from '#shared/domain/timer'

const UP = { answered: null, ended: null, logged: 0 }
const at: Presses = { up: UP, answeredAt: 10_000, endedAt: 70_000, firstSaidAt: 20_000, loggedAt: 90_000 }

describe('talk and wrap', () => {
  it.each([
    ['from Enter to Esc', at, { talk: 60, talkAtLeast: false, wrap: 20 }],
    ['from Enter to the outcome', { ...at, endedAt: null }, { talk: 80, talkAtLeast: false, wrap: 0 }],
    [
      'Enter forgotten: from the first answer',
      { ...at, answeredAt: null },
      { talk: 50, talkAtLeast: true, wrap: 20 },
    ],
    [
      'nothing pressed and nothing asked: unknown',
      { ...at, answeredAt: null, firstSaidAt: null },
      { talk: null, talkAtLeast: false, wrap: 20 },
    ],
    [
      'asked only after hanging up: unknown',
      { ...at, answeredAt: null, firstSaidAt: 80_000 },
      { talk: null, talkAtLeast: false, wrap: 20 },
    ],
    ['never 0', { ...at, endedAt: 10_200 }, { talk: 1, talkAtLeast: false, wrap: 80 }],
    [
      'a clock that was put back',
      { ...at, loggedAt: 5000, endedAt: null },
      { talk: null, talkAtLeast: false, wrap: 0 },
    ],
  ])('%s', (_, presses, expected) => expect(timesOf('interested', presses)).toEqual(expected))

  it('nobody talks to a line that was not answered', () => {
    expect(timesOf('no_answer', at)).toEqual({ talk: null, talkAtLeast: false, wrap: 20 })
  })
})

describe('a clock that moves in a call', () => {
  const HOUR = 3_600_000
  /** Answered, hung up a minute later, logged 20 s after. */
  const up = { answered: 500_000, ended: 560_000, logged: 580_000 }
  const times = (change: Partial<Presses>) => timesOf('interested', { ...at, up, ...change })

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('put %s while they talk, the call lasts as long as it did', (_, by) => {
    expect(times({ endedAt: 70_000 + by, loggedAt: at.loggedAt + by })).toMatchObject({ talk: 60, wrap: 20 })
  })

  it('put back before the outcome, with nobody hanging up', () => {
    expect(times({ endedAt: null, loggedAt: 5000 })).toMatchObject({ talk: 80, wrap: 0 })
  })

  it('a machine that slept in the call counted on: so does the call', () => {
    const slept = { answered: 500_000, ended: 560_000 + HOUR, logged: 580_000 + HOUR }
    const later = { endedAt: 70_000 + HOUR, loggedAt: at.loggedAt + HOUR }
    expect(timesOf('interested', { ...at, ...later, up: slept })).toMatchObject({ talk: 3660, wrap: 20 })
    expect(clockBetween({ at: 0, up: 0 }, { at: HOUR, up: HOUR })).toBe('steady')
  })

  it('a machine that started anew has only the wall clock', () => {
    const anew = { answered: 500_000, ended: 9000, logged: 29_000 }
    expect(times({ up: anew })).toMatchObject({ talk: 60, wrap: 20 })
    expect(clockBetween({ at: 10_000, up: 500_000 }, { at: 70_000, up: 9000 })).toBe('restarted')
  })

  it('is known for what it is, and a clock kept in time is not', () => {
    expect(clockBetween({ at: 0, up: 0 }, { at: HOUR, up: 60_000 })).toBe('set')
    expect(clockBetween({ at: HOUR, up: 0 }, { at: 0, up: 60_000 })).toBe('set')
    expect(clockBetween({ at: 0, up: 0 }, { at: 61_000, up: 60_000 })).toBe('steady')
    expect(clockBetween({ at: 0, up: null }, { at: HOUR, up: 1 })).toBe('steady')
  })
})
