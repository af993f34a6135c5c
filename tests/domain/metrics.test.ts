import { describe, expect, it } from 'vitest'

import {
  ACCEPTING,
  isConnect,
  isConversation,
  isDial,
  isInterested,
  isUnknownTalk,
  isWithPerson,
  quantile,
  reached,
  STEP_OF,
  STEPS,
  type Step,
} from '#shared/domain/metrics'
import { wilson } from '#shared/domain/wilson'

type CountedCall = Parameters<typeof isDial>[0]

const call = (more: Partial<CountedCall>): CountedCall => ({
  outcome: 'interested',
  spoke: null,
  talk: null,
  answers: 0,
  ...more,
})

describe('a conversation (PRODUCT.md section 10)', () => {
  it.each<[string, Partial<CountedCall>, boolean]>([
    ['30 seconds with the person', { talk: 30 }, true],
    ['29 seconds, whatever was answered', { talk: 29, answers: 4 }, false],
    ['unknown talk with an answer', { answers: 1 }, true],
    ['unknown talk without one', {}, false],
    ['somebody else, for however long', { outcome: 'gatekeeper', talk: 300 }, false],
    ['a callback that they asked for', { outcome: 'callback', spoke: 'person', talk: 30 }, true],
    ['a callback that somebody else asked for', { outcome: 'callback', spoke: 'other', talk: 30 }, false],
  ])('%s: %s', (_, more, is) => expect(isConversation(call(more))).toBe(is))
})

it('what counts as what', () => {
  const kinds = [isDial, isConnect, isWithPerson, isInterested, isUnknownTalk]
  const flags = (more: Partial<CountedCall>) => kinds.map((is) => Number(is(call(more)))).join('')
  expect({
    interested: flags({}),
    talked: flags({ talk: 0 }),
    gatekeeper: flags({ outcome: 'gatekeeper' }),
    voicemail: flags({ outcome: 'voicemail' }),
    failure: flags({ outcome: 'technical_failure' }),
  }).toEqual({
    interested: '11111',
    talked: '11110',
    gatekeeper: '11000',
    voicemail: '10000',
    failure: '00000',
  })
})

it('a later step implies the earlier ones, and no other', () => {
  const taken = (...steps: Step[]) => STEPS.filter((step) => reached(new Set(steps), step))
  expect(taken()).toEqual([])
  expect(taken('sql')).toEqual(['called', 'interested', 'sql'])
  expect(taken('contract')).toEqual(STEPS)
})

it('opportunities are of the interested, contracts of opportunities, what was accepted of SQLs', () => {
  expect(STEP_OF).toEqual({
    called: null,
    interested: 'called',
    sql: 'interested',
    accepted: 'sql',
    opportunity: 'interested',
    contract: 'opportunity',
  })
  expect(ACCEPTING).toEqual(['accepted', 'won'])
})

it.each<[number[], number, number | null]>([
  [[], 0.5, null],
  [[7], 0.5, 7],
  [[7], 0, 7],
  [[4, 1, 3, 2], 0.5, 2],
  [[100, 9, 10], 0.5, 10],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
])('of %j the share %s does not pass %s', (values, share, found) =>
  expect(quantile(values, share)).toBe(found),
)

it('of nobody there is no interval', () => expect(wilson(0, 0)).toBeNull())
