import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import type { Keyed } from '#electron/db/leads-walk'
import { shelve } from '#electron/services/leads-shelves'
import { fold } from '#shared/lib/fold'

const word = fc.constantFrom(
  'Ana',
  'ana',
  'Ána',
  'ANA MARÍA',
  'Anaïs',
  'José',
  'Jose',
  'Jo  se',
  'Ñuño',
  'Nuno',
  'Z',
  '李',
)
const text = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const number = fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 1_700_000_000_000, max: 1_700_020_000_000 }))
const keys = fc.oneof(
  fc.array(fc.option(text, { freq: 6 }), { maxLength: 60 }),
  fc.array(fc.option(number, { freq: 6 }), { maxLength: 60 }),
)

/** As one would write it down: blanks last, of equals the newest first. */
function plainly(all: readonly Keyed[], descending: boolean): number[] {
  const way = descending ? -1 : 1
  const told = all.map(({ n, key }) => ({ n, key: typeof key === 'string' ? fold(key) : key }))
  return told
    .toSorted((a, b) => {
      if (a.key === b.key) return b.n - a.n
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1
      return a.key < b.key ? -way : way
    })
    .map(({ n }) => n)
}

it('is the plain order, whichever stretch is looked at first', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), fc.array(fc.nat({ max: 60 })), (all, descending, looks) => {
      const rows = all.map((key, n): Keyed => ({ n: n + 1, key }))
      const expected = plainly(rows, descending)
      const { put, ordered } = shelve(descending)
      for (const { n, key } of rows) put(n, key)
      const found = ordered()
      for (const from of looks) expect(found.slice(from, from + 7)).toEqual(expected.slice(from, from + 7))
      for (const row of expected) expect(found.indexOf(row)).toBe(expected.indexOf(row))
      expect(found.slice(0, found.length)).toEqual(expected)
      expect(found.indexOf(0)).toBe(-1)
    }),
  )
})
