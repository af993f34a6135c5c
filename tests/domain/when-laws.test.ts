import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { understand } from '#shared/domain/when'
import { at, in_, NOW, read, ZONE } from '../helpers/when.ts'

describe('where the person is', () => {
  it('the hour is theirs', () => {
    expect(understand('thu 10', NOW, 'Atlantic/Canary')[0]?.at).toBe(
      at('2026-03-12T10:00', 'Atlantic/Canary'),
    )
    expect(understand('16:30', NOW, 'America/New_York')[0]?.at).toBe(
      at('2026-03-10T16:30', 'America/New_York'),
    )
  })

  it('the day is theirs too', () => {
    const lateInMadrid = at('2026-03-10T23:30')
    expect(read('tomorrow', lateInMadrid, 'Asia/Tokyo')).toEqual(['2026-03-12 10:00 ~'])
    expect(read('tomorrow', lateInMadrid, 'America/New_York')).toEqual(['2026-03-11 10:00 ~'])
  })

  it('days keep their hour and spans their length when the clocks change', () => {
    const eve = at('2026-03-28T12:00')
    expect(read('tomorrow 10', eve)).toEqual(['2026-03-29 10:00'])
    expect(read('in 24 hours', eve)).toEqual(['2026-03-29 13:00'])
    expect(read('tomorrow at 02:30', eve)).toEqual(['2026-03-29 03:30'])
    expect(read('tomorrow 10', at('2026-10-24T12:00'))).toEqual(['2026-10-25 10:00'])
  })
})

describe('whatever is typed', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) })
  const zones = fc.constantFrom(
    ZONE,
    'Atlantic/Canary',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  )
  const weekdays = [
    ['mon', 'Monday', 'lunes', 'lun'],
    ['tue', 'martes', 'tues'],
    ['wed', 'miércoles', 'mié'],
    ['thu', 'jueves', 'thurs'],
    ['fri', 'viernes', 'vie'],
    ['sat', 'sábado'],
    ['sun', 'domingo', 'dom'],
  ]
  const named = fc
    .nat(weekdays.length - 1)
    .chain((index) => fc.tuple(fc.constant(index + 1), fc.constantFrom(...(weekdays[index] ?? []))))

  it('the weekday named is the weekday understood, and never past', () => {
    const hours = fc.integer({ min: 8, max: 20 }).map((hour) => ` ${hour}`)
    const tails = fc.oneof(
      hours,
      fc.constantFrom('', ' 9:45', ' a las 5', ' por la tarde', ' the 12th', ' 12/3'),
    )
    fc.assert(
      fc.property(
        instants,
        zones,
        named,
        fc.constantFrom('', 'next ', 'el '),
        tails,
        (now, zone, [day, name], before, tail) => {
          for (const found of understand(before + name + tail, now, zone)) {
            expect(found.at).toBeGreaterThan(now)
            expect(in_(zone, found.at).dayOfWeek).toBe(day)
          }
        },
      ),
    )
  })

  it('a weekday and an hour is always understood, within eight days', () => {
    fc.assert(
      fc.property(instants, zones, named, fc.integer({ min: 8, max: 20 }), (now, zone, [, name], hour) => {
        const found = understand(`${name} ${hour}`, now, zone).find(({ hasTime }) => hasTime)
        expect(in_(zone, found?.at ?? 0).hour).toBe(hour)
        expect((found?.at ?? 0) - now).toBeLessThanOrEqual(8 * 86_400_000)
      }),
    )
  })

  it('nothing throws, and nothing is in the past', () => {
    const words = fc.constantFrom(
      'thu',
      'mar',
      '10',
      'el',
      'after',
      'in',
      '2',
      'weeks',
      'mañana',
      '16:30',
      '31/2',
      'tarde',
    )
    const typed = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 8 }).map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(instants, zones, typed, (now, zone, text) => {
        for (const { at } of understand(text, now, zone)) expect(at).toBeGreaterThan(now)
      }),
      { numRuns: 300 },
    )
  })
})
