import fc from 'fast-check'
import { expect, it } from 'vitest'

import { hashOf, keyFilter, keyIndex } from '#electron/services/import/key-index'

const key = fc.tuple(
  fc.constantFrom('email', 'phone'),
  fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 6 }),
)

it('finds the rows of a key in the order they came, up to a crowd, however far it had to grow', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), fc.boolean(), (keys, isTight) => {
      const index = keyIndex()
      const rows = new Map<string, number[]>()
      keys.forEach(([kind, text], row) => {
        const known = rows.get(`${kind} ${text}`) ?? []
        rows.set(`${kind} ${text}`, known)
        const hash = hashOf(kind, text)
        const isFull = index.isFull(index.find(hash))
        if (known.length < 8 || known.length >= 16) expect(isFull).toBe(known.length >= 16)
        expect(index.add(hash, row)).toBe(!isFull)
        if (!isFull) known.push(row)
        // Thousands of others, so that it grows.
        if (isTight && row === 3) for (let n = 0; n < 6000; n++) index.add(hashOf('external', `L-${n}`), n)
      })
      for (const [kind, text] of keys) {
        const mine = rows.get(`${kind} ${text}`)
        expect(index.find(hashOf(kind, text)).filter((row) => mine?.includes(row))).toEqual(mine)
      }
    }),
    { numRuns: 60 },
  )
})

it('seldom finds a row of another key, also where many more come than were expected', () => {
  const ROWS = 100_000
  for (const expected of [ROWS, 1000]) {
    const index = keyIndex(expected, expected)
    for (let row = 0; row < ROWS; row++) index.add(hashOf('phone', `+34${600_000_000 + row}`), row)
    let [missed, others] = [0, 0]
    for (let row = 0; row < ROWS; row++) {
      const found = index.find(hashOf('phone', `+34${600_000_000 + row}`))
      if (!found.includes(row)) missed++
      others += found.length - 1 + index.find(hashOf('phone', `+34${700_000_000 + row}`)).length
    }
    expect(missed).toBe(0)
    expect(others).toBeLessThan(ROWS / 100)
  }
})

it('never says that a key of the store is not there, and seldom that another is', () => {
  const filter = keyFilter(5000)
  for (let n = 0; n < 5000; n++) filter.add(hashOf('phone', `+34600${100_000 + n}`))
  const isThere = (from: number) =>
    Array.from({ length: 5000 }, (_, n) => filter.has(hashOf('phone', `+34600${from + n}`)))
  expect(isThere(100_000).every(Boolean)).toBe(true)
  expect(isThere(200_000).filter(Boolean).length).toBeLessThan(50)
})
