import { describe, expect, it } from 'vitest'

import { remindersAt } from '#shared/domain/reminder'
import { MINUTE } from '#shared/lib/time'

const AT = 1_000 * MINUTE
const ana = { promiseId: 'ana', dueAt: AT, snoozedUntil: null }
const luis = { promiseId: 'luis', dueAt: AT - 5 * MINUTE, snoozedUntil: null }
const told = (now: number, until: number | null = null) =>
  remindersAt([{ ...ana, snoozedUntil: until }, luis], now).map(
    ({ promiseId, phase }) => `${promiseId} ${phase}`,
  )

describe('a reminder', () => {
  it.each([
    ['a quarter of an hour before', -16, []],
    ['ten minutes before the first', -15, ['luis soon']],
    ['ten minutes before both', -10, ['luis soon', 'ana soon']],
    ['at the first one’s time', -5, ['luis now', 'ana soon']],
    ['at both', 0, ['luis now', 'ana now']],
    ['a little after the first is late', 12, ['ana now']],
    ['when both are late', 15, []],
  ])('%s', (_, minutes, expected) => expect(told(AT + minutes * MINUTE)).toEqual(expected))

  it('put off is quiet until then, and told anew', () => {
    const before = remindersAt([ana], AT)[0]?.key
    const until = AT + 5 * MINUTE
    expect(told(AT + 4 * MINUTE, until)).toEqual(['luis now'])
    expect(told(AT + 19 * MINUTE, until)).toEqual(['ana now'])
    expect(told(AT + 20 * MINUTE, until)).toEqual([])
    expect(remindersAt([{ ...ana, snoozedUntil: until }], until)[0]?.key).not.toBe(before)
  })

  it('has a key of its own for each time it is told', () => {
    const keys = [-10, -6, 0, 9].map((minutes) => remindersAt([ana], AT + minutes * MINUTE)[0]?.key)
    expect(new Set(keys).size).toBe(2)
  })
})
