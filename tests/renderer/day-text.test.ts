import { describe, expect, it } from 'vitest'

import { dayPattern, readDay, readDays } from '#renderer/ui/day-text'
import { formatOf } from '#renderer/ui/format'
import { readTime } from '#renderer/ui/time-field'

const TODAY = '2026-11-23'

describe('a day as somebody writes it', () => {
  it.each([
    ['es-ES', '24/11/2026', '2026-11-24'],
    ['es-ES', '24.11.26', '2026-11-24'],
    ['es-ES', '3-4', '2027-04-03'],
    ['es-ES', '24 nov', '2026-11-24'],
    ['es-ES', '1 de sept. de 2027', '2027-09-01'],
    ['es-ES', '2026-11-24', '2026-11-24'],
    ['es-ES', 'Mañana', '2026-11-24'],
    ['es-ES', 'ayer', '2026-11-22'],
    ['en-GB', '3/4/2026', '2026-04-03'],
    ['en-US', '3/4/2026', '2026-03-04'],
    ['en-US', '24/11/2026', '2026-11-24'],
    ['en-US', 'Nov 24th, 2026', '2026-11-24'],
    ['en-GB', 'today', '2026-11-23'],
    // The nearest, behind or ahead.
    ['en-GB', '15 Jan', '2027-01-15'],
    ['en-GB', '1 Oct', '2026-10-01'],
    ['en-GB', '29 Feb', undefined],
    ['es-ES', '31/2/2026', undefined],
    ['es-ES', '24', undefined],
    ['es-ES', 'cuando pueda', undefined],
    ['es-ES', '24 nov dic', undefined],
    ['es-ES', '', undefined],
  ])('%s %s', (locale, text, day) => {
    expect(readDay(text, locale, TODAY)).toBe(day)
  })

  it('is not guessed while it is being typed', () => {
    for (const text of ['1', '1/1', '1/1/2', '1/1/20', '1/1/202'])
      expect(readDay(text, 'es-ES', TODAY, true), text).toBeUndefined()
    expect(readDay('1/1/2027', 'es-ES', TODAY, true)).toBe('2027-01-01')
  })

  it('reads every day that it shows', () => {
    for (const locale of ['es-ES', 'es-MX', 'en-GB', 'en-US', 'en-IE'])
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
        const iso = new Date(day).toISOString().slice(0, 10)
        expect(readDay(formatOf(locale).date(iso), locale, TODAY), `${locale} ${iso}`).toBe(iso)
      }
  })

  it('reads several, each once and in order, a year with its day', () => {
    expect(readDays('31/12/2026, 24 dic; 24/12/26', 'es-ES', TODAY)).toEqual(['2026-12-24', '2026-12-31'])
    expect(readDays('Dec 24, 2026, Dec 31, 2026', 'en-US', TODAY)).toEqual(['2026-12-24', '2026-12-31'])
    expect(readDays('Dec 24, 2026-12-31', 'en-US', TODAY)).toEqual(['2026-12-24', '2026-12-31'])
    expect(readDays('', 'en-US', TODAY)).toEqual([])
    expect(readDays('24 dic, algún día', 'es-ES', TODAY)).toBeUndefined()
  })

  it('has an order to be told', () => {
    expect(dayPattern('es-ES', 'a')).toBe('dd/mm/aaaa')
    expect(dayPattern('en-US', 'y')).toBe('mm/dd/yyyy')
  })
})

it.each([
  ['9', 540],
  ['9:30', 570],
  ['930', 570],
  ['8h30', 510],
  ['8.30', 510],
  ['1 pm', 780],
  ['12:15 a.m.', 15],
  ['24:00', 1440],
  ['24:01', undefined],
  ['9:60', undefined],
  ['13 pm', undefined],
  ['nine', undefined],
])('a time as somebody writes it: %s', (text, minutes) => {
  expect(readTime(text)).toBe(minutes)
})
