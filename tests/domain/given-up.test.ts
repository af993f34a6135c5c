import { expect, it } from 'vitest'

import { isGivenUpEarly } from '#shared/domain/change'
import { FLOOR } from '#shared/domain/ladder'

it.each<[string, string | null, string | null, number, boolean]>([
  ['one attempt under the floor, without a word', 'unreachable', null, FLOOR - 1, true],
  ['blanks for words', 'unreachable', ' ', 0, true],
  ['a word', 'unreachable', 'shut down', 0, false],
  ['the floor', 'unreachable', null, FLOOR, false],
  ['a reason of the team’s own of that kind', 'unreachable/gone', null, 0, true],
  ['any other reason', 'timing', null, 0, false],
  ['no reason', null, null, 0, false],
])('given up as unreachable after %s', (_, reason, words, attempts, early) =>
  expect(isGivenUpEarly(reason, words, attempts)).toBe(early),
)
