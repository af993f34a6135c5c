import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { workingClock } from '#shared/domain/working-time'

const clock = workingClock('Europe/Madrid', holidaysOf('ES'), '2026-01-01')
const between = (from: string, to: string) =>
  clock(Date.parse(`${to}+01:00`)) - clock(Date.parse(`${from}+01:00`))

describe('working time', () => {
  it.each([
    ['within a morning', '2026-03-02T10:00', '2026-03-02T10:05', 5],
    ['over an evening', '2026-03-02T17:50', '2026-03-03T09:10', 20],
    ['over a weekend', '2026-02-27T17:30', '2026-03-02T09:15', 45],
    ['over a holiday, 6 January', '2026-01-05T17:00', '2026-01-07T10:00', 120],
    ['in the night', '2026-03-02T20:00', '2026-03-03T08:00', 0],
    ['in a whole week', '2026-03-02T00:00', '2026-03-09T00:00', 5 * 540],
  ])('%s', (_, from, to, minutes) => expect(between(from, to)).toBe(minutes))

  it('never runs back, and never faster than the wall', () => {
    const start = Date.UTC(2026, 0, 1)
    const instant = fc.integer({ min: 0, max: 200 * 86_400 }).map((seconds) => start + seconds * 1000)
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const worked = clock(Math.max(a, b)) - clock(Math.min(a, b))
        expect(worked).toBeGreaterThanOrEqual(0)
        expect(worked).toBeLessThanOrEqual(Math.abs(a - b) / 60_000 + 1)
      }),
    )
  })
})

it('a zone belongs to a country', () => {
  expect(countryOfZone('Europe/Madrid')).toBe('ES')
  expect(countryOfZone('Atlantic/Canary')).toBe('ES')
  expect(countryOfZone('UTC')).toBeNull()
})
