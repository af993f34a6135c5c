import { describe, expect, it } from 'vitest'

import { timesOf } from '#shared/domain/timer'

const at = { answeredAt: 10_000, endedAt: 70_000, firstSaidAt: 20_000, loggedAt: 90_000 }

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
