import { describe, expect, it } from 'vitest'

import { steady } from '#electron/db/steady'

describe('a parameter that SQLite might plan by', () => {
  it.each([
    ['SELECT a FROM t WHERE b = ? LIMIT ?', 'SELECT a FROM t WHERE b = +? LIMIT +?'],
    ['WHERE owner_id IS @ownerId AND at >= @since', 'WHERE owner_id IS +@ownerId AND at >= +@since'],
    ['where "field" in (?, ?) offset ?', 'where "field" in (+?, ?) offset +?'],
    ['UPDATE t SET a=?, b = @b WHERE c IS NOT ?', 'UPDATE t SET a=+?, b = +@b WHERE c IS NOT +?'],
  ])('%s', (text, better) => {
    expect(steady(text).replaceAll(/\s+/g, ' ')).toBe(better)
    expect(steady(steady(text))).toBe(steady(text))
  })
  it.each([
    "SELECT '= ?', 'it''s = ?' WHERE a = 1",
    'INSERT INTO t VALUES (?, @b)',
    "WHERE a LIKE ? AND b = 'x'",
  ])('is none: %s', (text) => expect(steady(text)).toBe(text))
})
