import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import {
  addBusinessDays,
  businessDayAfter,
  dayOf,
  dayStart,
  instantOf,
  minutesOf,
  nextQuarterStart,
  weekdayOf,
} from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import { isZone, offsetAt } from '#shared/domain/offset'
import { workingAgo } from '#shared/domain/working'
import { workingClock } from '#shared/domain/working-time'

const ZONES = [
  'Europe/Madrid',
  'Atlantic/Canary',
  'America/St_Johns',
  'America/Adak',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'UTC',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2031, 0, 1) })
const there = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

describe('clocks of a zone', () => {
  it('agree with the time zone database at every instant', () => {
    fc.assert(
      fc.property(zone, instant, (zone, at) => {
        const time = there(zone, at)
        expect(offsetAt(zone, at)).toBe(time.offsetNanoseconds / 1e6)
        expect(dayOf(zone, at)).toBe(time.toPlainDate().toString())
        expect(minutesOf(zone, at)).toBe(time.hour * 60 + time.minute)
      }),
      { numRuns: 400 },
    )
  })

  it('find the instant that a clock shows, also on the nights when clocks are moved', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 1439 }), (zone, near, minutes) => {
        const day = dayOf(zone, near)
        const shown = Temporal.PlainDateTime.from(day).add({ minutes })
        const [earlier, later] = (['earlier', 'later'] as const).map(
          (disambiguation) => shown.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
        )
        expect([earlier, later]).toContain(instantOf(zone, day, minutes))
      }),
      { numRuns: 400 },
    )
  })

  it('find it far east of UTC too, in the hours after clocks were put back', () => {
    const shown = Temporal.PlainDateTime.from('2020-04-05T02:00').toZonedDateTime('Pacific/Chatham')
    expect(instantOf('Pacific/Chatham', '2020-04-05', 120)).toBe(shown.epochMilliseconds)
  })

  it('know the change in Madrid to the minute', () => {
    const change = Date.UTC(2026, 2, 29, 1)
    expect(offsetAt('Europe/Madrid', change - 1)).toBe(3_600_000)
    expect(offsetAt('Europe/Madrid', change)).toBe(7_200_000)
    expect(dayStart('Europe/Madrid', '2026-03-30') - dayStart('Europe/Madrid', '2026-03-29')).toBe(
      23 * 3_600_000,
    )
  })

  it('know what is no zone', () => {
    expect(isZone('Europe/Madrid')).toBe(true)
    expect(isZone('Europe/Atlantis')).toBe(false)
  })
})

describe('business days', () => {
  const inSpain = holidaysOf('ES')

  it('skip weekends and the holidays of the country', () => {
    expect(weekdayOf('2026-04-02')).toBe(4)
    expect(addBusinessDays('2026-04-02', 1, inSpain)).toBe('2026-04-06')
    expect(addBusinessDays('2026-04-02', 1, holidaysOf('DE'))).toBe('2026-04-07')
    expect(addBusinessDays('2026-04-02', 1, holidaysOf('JP'))).toBe('2026-04-03')
    expect(addBusinessDays('2026-12-04', 2, inSpain)).toBe('2026-12-09')
  })

  it('are counted from the day it is there', () => {
    const lateFriday = Date.UTC(2026, 2, 13, 23, 30)
    expect(businessDayAfter(lateFriday, 'Atlantic/Canary', 1, inSpain)).toBe('2026-03-16')
    expect(dayOf('Europe/Madrid', lateFriday)).toBe('2026-03-14')
  })

  it('of Spain are holidays of a national character in each year', () => {
    const days = ['2025-04-18', '2026-04-03', '2027-03-26', '2026-10-12', '2027-12-25']
    expect(days.filter((day) => !inSpain(day))).toEqual([])
    expect(inSpain('2026-03-19')).toBe(false)
  })
})

describe('quarters', () => {
  it('start where the workspace says', () => {
    expect(nextQuarterStart('2026-03-10')).toBe('2026-04-01')
    expect(nextQuarterStart('2026-12-31')).toBe('2027-01-01')
    expect(nextQuarterStart('2026-03-10', 2)).toBe('2026-05-01')
  })
})

describe('working minutes backwards', () => {
  const team = { zone: 'Europe/Madrid', isHoliday: holidaysOf('ES') }

  it('undo the working clock', () => {
    const workday = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 4, 1) })
    fc.assert(
      fc.property(workday, fc.integer({ min: 1, max: 2000 }), (now, minutes) => {
        const since = workingAgo(now, minutes, team)
        const clock = workingClock(team.zone, team.isHoliday, '2025-01-01')
        expect(Math.abs(clock(now) - clock(since) - minutes)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('pass over the weekend', () => {
    const monday = Date.UTC(2026, 2, 9, 8, 2)
    expect(workingAgo(monday, 5, team)).toBe(Date.UTC(2026, 2, 6, 16, 57))
  })
})
