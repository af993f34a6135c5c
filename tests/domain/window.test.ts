import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hasRules } from '#shared/domain/policy/packs'
import { calendarKey, clockOfKey, windowAt, zonesOfKey } from '#shared/domain/window'

const MADRID = 'Europe/Madrid'
const CANARIES = 'Atlantic/Canary'
const key = (zones: string[], business = true, country: string | null = 'ES', basis = true) =>
  calendarKey({ country, business, basis, zones, home: MADRID })
/** Madrid's winter time. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`)
const TUESDAY = '2026-03-10'

describe('business in Spain', () => {
  it('is open 9 to 19 but for lunch, Monday to Friday', () => {
    const madrid = key([MADRID])
    expect(windowAt(madrid, at(TUESDAY, '08:59'))).toMatchObject({
      open: false,
      changesAt: at(TUESDAY, '09:00'),
    })
    expect(windowAt(madrid, at(TUESDAY, '09:00'))).toMatchObject({
      open: true,
      changesAt: at(TUESDAY, '14:00'),
    })
    expect(windowAt(madrid, at(TUESDAY, '14:00'))).toMatchObject({
      open: false,
      changesAt: at(TUESDAY, '16:00'),
    })
    expect(windowAt(madrid, at(TUESDAY, '19:00'))).toMatchObject({
      open: false,
      changesAt: at('2026-03-11', '09:00'),
    })
    expect(windowAt(madrid, at('2026-03-13', '19:30')).changesAt).toBe(at('2026-03-16', '09:00'))
  })

  it('is closed on a public holiday', () => {
    expect(windowAt(key([MADRID]), at('2026-01-06', '10:00'))).toMatchObject({
      open: false,
      changesAt: at('2026-01-07', '09:00'),
    })
  })

  it('follows the clock of the Canaries there', () => {
    expect(windowAt(key([CANARIES]), at(TUESDAY, '09:30')).open).toBe(false)
    expect(windowAt(key([CANARIES]), at(TUESDAY, '19:30'))).toMatchObject({
      open: true,
      changesAt: at(TUESDAY, '20:00'),
    })
  })

  it('with both zones possible is open only while both are', () => {
    const both = key([MADRID, CANARIES])
    expect(windowAt(both, at(TUESDAY, '09:30'))).toMatchObject({
      open: false,
      changesAt: at(TUESDAY, '10:00'),
    })
    expect(windowAt(both, at(TUESDAY, '13:00'))).toMatchObject({
      open: true,
      changesAt: at(TUESDAY, '14:00'),
    })
    expect(windowAt(both, at(TUESDAY, '14:30'))).toMatchObject({
      open: false,
      changesAt: at(TUESDAY, '17:00'),
    })
    expect(zonesOfKey(both)).toEqual([MADRID, CANARIES])
  })
})

describe('consumers', () => {
  it('in Spain are called 9 to 21 and through lunch, never on a weekend', () => {
    const spanish = key([MADRID], false)
    expect(windowAt(spanish, at(TUESDAY, '14:30'))).toMatchObject({
      open: true,
      changesAt: at(TUESDAY, '21:00'),
    })
    expect(windowAt(spanish, at('2026-03-14', '11:00'))).toMatchObject({
      open: false,
      changesAt: at('2026-03-16', '09:00'),
    })
  })

  it('are never called without rules for their country, a known zone and a lawful basis', () => {
    const never = [key(['Europe/Berlin'], false, 'DE'), key([], false), key([MADRID], false, 'ES', false)]
    for (const calendar of never)
      expect(windowAt(calendar, at(TUESDAY, '11:00'))).toMatchObject({ open: false, changesAt: null })
  })
})

describe('business elsewhere', () => {
  it('is open 9 to 19 without a lunch that we know of', () => {
    expect(hasRules('DE')).toBe(false)
    expect(windowAt(key(['Europe/Berlin'], true, 'DE'), at(TUESDAY, '14:30'))).toMatchObject({
      open: true,
      changesAt: at(TUESDAY, '19:00'),
    })
  })

  it('of unknown zone follows the clock of the desk, and says that the zone is unknown', () => {
    const unknown = key([], true, null)
    expect(windowAt(unknown, at(TUESDAY, '10:00')).open).toBe(true)
    expect(zonesOfKey(unknown)).toEqual([])
    expect(clockOfKey(unknown)).toBe(MADRID)
  })

  it('finds the hours that a whole continent shares', () => {
    const states = key(['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu'], true, 'US')
    const { changesAt } = windowAt(states, at(TUESDAY, '12:00'))
    expect(new Date(changesAt ?? 0).toISOString()).toBe('2026-03-10T19:00:00.000Z')
  })
})

it('says when it changes: just before it is as it was, then it is not', () => {
  const zones = fc.subarray([MADRID, CANARIES, 'Europe/Lisbon', 'America/Mexico_City'], { minLength: 1 })
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
  fc.assert(
    fc.property(zones, fc.boolean(), instant, (zones, business, now) => {
      const calendar = key(zones, business)
      const { open, changesAt } = windowAt(calendar, now)
      if (changesAt === null) return
      expect(changesAt).toBeGreaterThan(now)
      expect(windowAt(calendar, changesAt).open).toBe(!open)
      expect(windowAt(calendar, changesAt - 1).open).toBe(open)
    }),
  )
})
