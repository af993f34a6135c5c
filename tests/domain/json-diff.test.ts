import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { changesBetween, isSame, textOf, type Json } from '#shared/domain/json-diff'

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>

/** The same with the names of every object in the opposite order. */
const turned = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => turned(each))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .toReversed()
      .map(([name, each]) => [name, turned(each)]),
  )
}

it('the same content gives the same text whatever the order of its names, and no change', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(textOf(turned(value))).toBe(textOf(value))
      expect(changesBetween(value, turned(value))).toEqual([])
    }),
  )
})

it('what is otherwise is never without a change', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      fc.pre(!isSame(one, other))
      expect(changesBetween(one, other).length).toBeGreaterThan(0)
    }),
  )
})

it('things in a list are told apart by their name: one in front is one change, another order too', () => {
  const [a, b] = [
    { id: 'a', worth: 1 },
    { id: 'b', worth: 2 },
  ]
  expect(changesBetween([b], [a, b])).toEqual([
    { path: ['a', 'id'], before: null, after: 'a' },
    { path: ['a', 'worth'], before: null, after: '1' },
  ])
  expect(changesBetween({ list: [a, b] }, { list: [b, a] })).toEqual([
    { path: ['list'], before: 'a, b', after: 'b, a' },
  ])
  const rules = (points: number) => [
    { rule: 'industry', points },
    { rule: 'industry', points: 5 },
  ]
  expect(changesBetween(rules(10), rules(20))).toEqual([
    { path: ['industry', 'points'], before: '10', after: '20' },
  ])
  expect(changesBetween({ days: ['x', 'y'] }, { days: ['y'] })).toEqual([
    { path: ['days'], before: 'x, y', after: 'y' },
  ])
})
