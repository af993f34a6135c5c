import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'

import { STATE_HOURS } from '#shared/domain/policy/us-states'
import { calendarKey, windowAt } from '#shared/domain/window'

type Spans = readonly (readonly [from: string, to: string])[]
/** Hours as the statute has them, written down a second time. */
type Week = { weekday: Spans; saturday: Spans; sunday: Spans; holiday: Spans }
const every = (from: string, to: string): Week => {
  const spans = [[from, to]] as const
  return { weekday: spans, saturday: spans, sunday: spans, holiday: spans }
}
const WEEKS: Readonly<Record<string, Week>> = {
  AL: { ...every('08:00', '20:00'), sunday: [], holiday: [] },
  CT: every('09:00', '20:00'),
  FL: every('08:00', '20:00'),
  KY: every('10:00', '21:00'),
  LA: { ...every('08:00', '20:00'), sunday: [], holiday: [] },
  MA: every('08:00', '20:00'),
  MD: every('08:00', '20:00'),
  MI: every('09:00', '21:00'),
  MN: every('09:00', '21:00'),
  MS: { ...every('08:00', '20:00'), sunday: [] },
  NM: every('09:00', '21:00'),
  NV: every('09:00', '20:00'),
  OK: every('08:00', '20:00'),
  RI: { ...every('09:00', '18:00'), saturday: [['10:00', '17:00']], sunday: [], holiday: [] },
  TX: { ...every('09:00', '21:00'), sunday: [['12:00', '21:00']] },
  WA: every('08:00', '20:00'),
}
/** Around both days on which clocks change, and a Thursday on which work rests. */
const DAYS: readonly (readonly [day: string, kind: keyof Week])[] = [
  ['2026-03-06', 'weekday'],
  ['2026-03-07', 'saturday'],
  ['2026-03-08', 'sunday'],
  ['2026-03-09', 'weekday'],
  ['2026-10-31', 'saturday'],
  ['2026-11-01', 'sunday'],
  ['2026-11-02', 'weekday'],
  ['2026-11-26', 'holiday'],
]
const ZONE = 'America/Chicago'
const isOpen = (region: string, instant: number) =>
  windowAt(
    calendarKey({
      country: 'US',
      region,
      business: false,
      basis: true,
      zones: [ZONE],
      home: 'Europe/Madrid',
    }),
    instant,
  ).open
const instantAt = (day: string, time: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds
const HALF_HOURS = Array.from({ length: 48 }, (_, half) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: 30 * half })
    .toString(),
)

it('every state with hours of its own stands in the table', () =>
  expect(Object.keys(WEEKS)).toEqual(Object.keys(STATE_HOURS)))

it.each(Object.entries(WEEKS))(
  '%s keeps its own hours to the minute, inside the federal ones',
  (state, week) => {
    let shut = 0
    for (const [day, kind] of DAYS) {
      const at = (time: string) => instantAt(day, time)
      for (const instant of new Set(HALF_HOURS.map(at))) {
        const inside = week[kind].some(([from, to]) => at(from) <= instant && instant < at(to))
        const open = isOpen(`US-${state}`, instant)
        expect([day, instant, open]).toEqual([day, instant, inside])
        const federal = isOpen('US-NY', instant)
        if (open) expect(federal).toBe(true)
        if (federal && !open) shut++
      }
      for (const [from, to] of week[kind])
        expect(
          [at(from) - 1, at(from), at(to) - 1, at(to)].map((each) => isOpen(`US-${state}`, each)),
        ).toEqual([false, true, true, false])
    }
    // A row that takes nothing off would not be there.
    expect(shut).toBeGreaterThan(0)
  },
)
