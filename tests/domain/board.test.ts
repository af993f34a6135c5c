import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BANT, PRESETS, type Answer, type Definition } from '#shared/domain/bant'
import { boardOf, shown } from '#shared/domain/board'
import { DAY } from '#shared/lib/time'

const ZONE = 'Europe/Madrid'
const NOW = Date.UTC(2026, 2, 10, 9)

const given = (criterion: string, grade: string | null, more: Partial<Answer> = {}): Answer => ({
  criterion,
  state: grade === null ? 'unknown' : 'answered',
  grade,
  at: NOW - DAY,
  date: null,
  borrowed: false,
  ...more,
})
const board = (answers: Answer[], definition: Definition = BANT, now = NOW) =>
  boardOf(definition, answers, now, ZONE)

const definitions = PRESETS.map((weights) => ({ ...BANT, weights }))
const grades = BANT.criteria.map(({ id, grades }) => ({ id, grades }))

const anyAnswer = fc.oneof(
  ...grades.map(({ id, grades }) =>
    fc.record({
      criterion: fc.constant(id),
      state: fc.constantFrom('not_asked', 'unknown', 'declined', 'answered'),
      grade: fc.constantFrom(...grades.map((grade) => grade.id)),
      at: fc.integer({ min: NOW - 800 * DAY, max: NOW }),
      date:
        id === 'timeline'
          ? fc.constantFrom(null, '2026-03-11', '2026-01-01', '2027-02-01')
          : fc.constant(null),
      borrowed: fc.boolean(),
    }),
  ),
) satisfies fc.Arbitrary<Answer>
const anyAnswers = fc.uniqueArray(anyAnswer, { selector: (answer) => answer.criterion })
const anyDefinition = fc.constantFrom<Definition>(...definitions)

describe('the board', () => {
  it('of every combination of grades is the plain definition', () => {
    const all = (left: typeof grades): [string, string, number][][] => {
      const [first, ...rest] = left
      if (!first) return [[]]
      return first.grades.flatMap(({ id, worth }) =>
        all(rest).map((others) => [[first.id, id, worth] as [string, string, number], ...others]),
      )
    }
    for (const definition of definitions)
      for (const combination of all(grades)) {
        const weights: Record<string, number> = definition.weights
        const plain = combination.reduce((sum, [id, , worth]) => sum + (weights[id] ?? 0) * worth, 0)
        const found = board(
          combination.map(([id, grade]) => given(id, grade)),
          definition,
        )
        expect([found.now, found.possible, found.atThreshold]).toEqual([plain, plain, plain >= 7500])
      }
  })

  it('has now <= possible <= 100, and nothing is won by asking what is known', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, (definition, answers) => {
        const { now, possible, nextBest } = board(answers, definition)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(possible)
        expect(possible).toBeLessThanOrEqual(10_000)
        expect(now + (nextBest?.points ?? 0)).toBeLessThanOrEqual(possible)
        expect(nextBest === null).toBe(now === possible)
      }),
    )
  })

  it('never falls when an answer gets better', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, fc.nat(), (definition, answers, step) => {
        const at = answers.findIndex((answer) => answer.state === 'answered' && answer.date === null)
        const answer = answers[at]
        if (!answer) return
        const scale = grades.find(({ id }) => id === answer.criterion)?.grades ?? []
        const place = scale.findIndex(({ id }) => id === answer.grade)
        const better = scale[place - (step % (place + 1))]?.id ?? answer.grade
        const before = board(answers, definition)
        const after = board(answers.with(at, { ...answer, grade: better }), definition)
        expect(after.now).toBeGreaterThanOrEqual(before.now)
        expect(after.possible).toBeGreaterThanOrEqual(before.possible)
        expect(after.failedGates.length).toBeLessThanOrEqual(before.failedGates.length)
      }),
    )
  })

  it('counts what is open as best in possible, and what was declined as nothing in both', () => {
    expect(board([])).toMatchObject({
      now: 0,
      possible: 10_000,
      nextBest: { criterion: 'authority', points: 2500 },
    })
    expect(board([given('budget', null)])).toMatchObject({ now: 0, possible: 10_000 })
    const declined = board([given('budget', null, { state: 'declined' })])
    expect(declined).toMatchObject({ now: 0, possible: 7500, nextBest: { criterion: 'authority' } })
  })

  it('asks next for what adds most, of equals where a gate is open', () => {
    const second = definitions[1] ?? BANT
    expect(board([], second).nextBest).toEqual({ criterion: 'need', points: 3000 })
    expect(board([given('need', 'must_have')], second).nextBest).toEqual({
      criterion: 'budget',
      points: 3000,
    })
    const all = grades.map(({ id, grades }) => given(id, grades.at(-1)?.id ?? null))
    expect(board(all).nextBest).toBeNull()
  })
})

describe('an answer grows stale', () => {
  const months = (criterion: string, grade: string, at: number) =>
    board([given(criterion, grade, { at })]).lines.find((line) => line.criterion.id === criterion)?.standing

  it.each([
    ['budget', 'will_buy', Date.UTC(2025, 8, 10, 20), 'stale'],
    ['budget', 'will_buy', Date.UTC(2025, 8, 10, 22), 'fresh'],
    ['need', 'must_have', Date.UTC(2025, 8, 9), 'stale'],
    ['authority', 'decides', Date.UTC(2025, 8, 9), 'fresh'],
    ['authority', 'decides', Date.UTC(2025, 2, 10, 9), 'stale'],
  ])('%s %s given at %i is %s', (criterion, grade, at, expected) => {
    expect(months(criterion, grade, at)).toBe(expected)
  })

  it('and then counts as open: nothing now, best in possible, and is asked again', () => {
    const old = board([given('budget', 'may_buy', { at: NOW - 365 * DAY })])
    expect(old).toMatchObject({ now: 0, possible: 10_000, nextBest: { criterion: 'authority' } })
  })

  it('at once when it was borrowed, until it is confirmed here', () => {
    expect(board([given('need', 'none', { borrowed: true })])).toMatchObject({
      now: 0,
      possible: 10_000,
      failedGates: [],
    })
  })

  it('but what was declined stays declined', () => {
    expect(board([given('budget', null, { state: 'declined', at: 0 })]).possible).toBe(7500)
  })
})

describe('a gate', () => {
  const full = { budget: 'will_buy', authority: 'decides', need: 'must_have', timeline: 'now' }
  const without = (changes: Partial<typeof full>) =>
    board(Object.entries({ ...full, ...changes }).map(([criterion, grade]) => given(criterion, grade)))

  it.each(['influences', 'user', 'gatekeeper'])(
    'of authority is shut to "%s", whatever the points',
    (authority) => {
      expect(without({ authority })).toMatchObject({ failedGates: ['authority'], canQualify: false })
    },
  )

  it.each(['decides', 'names_who_decides'])('of authority opens for "%s"', (authority) => {
    expect(without({ authority })).toMatchObject({ failedGates: [], unpassedGates: [], canQualify: true })
  })

  it('of need is shut to "none" and open above it', () => {
    expect(without({ need: 'none' })).toMatchObject({ now: 7500, atThreshold: true, failedGates: ['need'] })
    expect(without({ need: 'nice_to_have' }).unpassedGates).toEqual([])
  })

  it('nobody asked about has not failed, but is not passed either', () => {
    const found = board([
      given('budget', 'will_buy'),
      given('authority', 'decides'),
      given('timeline', 'now'),
    ])
    expect(found).toMatchObject({ now: 7500, atThreshold: true, failedGates: [], unpassedGates: ['need'] })
  })

  it('stays shut to who will not say, and to a stale answer only until it is asked again', () => {
    expect(board([given('need', null, { state: 'declined' })])).toMatchObject({
      failedGates: ['need'],
      canQualify: false,
    })
    const old = board([given('need', 'none', { at: NOW - 365 * DAY })])
    expect(old).toMatchObject({ failedGates: [], unpassedGates: ['authority', 'need'], canQualify: true })
  })
})

describe('a score as people read it', () => {
  it.each([
    [5750, '57.5'],
    [7496, '74.9'],
    [7500, '75'],
    [7499, '74.9'],
    [0, '0'],
    [5, '0.0'],
    [10_000, '100'],
  ])('%i hundredths is %s', (hundredths, text) => expect(shown(hundredths)).toBe(text))

  it('takes the comma where people write one', () => expect(shown(5750, ',')).toBe('57,5'))

  it('never reads as more than it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const read = Math.round(Number(shown(hundredths)) * 100)
        expect(read).toBeLessThanOrEqual(hundredths)
        expect(hundredths - read).toBeLessThan(10)
      }),
    )
  })
})
