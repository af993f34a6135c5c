import { describe, expect, it } from 'vitest'

import { readLanguage } from '#shared/domain/import/cell'
import { parseCountry } from '#shared/domain/import/country'
import { readDate } from '#shared/domain/import/date'
import type { DateOrder } from '#shared/domain/import/field'
import {
  parseDomain,
  parseEmployees,
  parsePostcode,
  parseWhole,
  parseYesNo,
} from '#shared/domain/import/values'

describe('dates', () => {
  const shown = (cell: string, order: DateOrder = 'dmy') => {
    const read = readDate(cell, order)
    return read && [read.day, read.minutes, read.offset].filter((part) => part !== null).join(' ')
  }
  it.each([
    ['31/12/2025', '2025-12-31'],
    ['1.3.26', '2026-03-01'],
    ['05-03-2026 10:30', '2026-03-05 630'],
    ['2018-02-01', '2018-02-01'],
    ['2026/03/05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['12 de octubre de 2025', '2025-10-12'],
    ['12-oct-25', '2025-10-12'],
    ['Feb 28, 2026 09:12 AM CET', '2026-02-28 552 60'],
    ['2026-02-28 09:12 PST', '2026-02-28 552 -480'],
    ['2026-03-04 09:00:00.123456+00', '2026-03-04 540 0'],
    ['2026-03-04 09:00:00,123-03', '2026-03-04 540 -180'],
    ['2026-03-04 09:00 UTC+5:30', '2026-03-04 540 330'],
    ['2026-03-04 09:00 GMT+2', '2026-03-04 540 120'],
    ['2026-03-04T09:00:00+01:00[Europe/Madrid]', '2026-03-04 540 60'],
    ['Oct 12, 2025 5:30 PM', '2025-10-12 1050'],
    ['3 de março de 2026', '2026-03-03'],
    ['2026-03-05T10:20:30Z', '2026-03-05 620 0'],
    ['2009-07-14T14:14:45+02:00', '2009-07-14 854 120'],
    ['2026-03-05 10:20:30.123 -0300', '2026-03-05 620 -180'],
    ['46086', '2026-03-05'],
    ['46086,5', '2026-03-05 720'],
    ['1772705400000', '2026-03-05 610 0'],
    ['12:00 AM', null],
    ['29/02/2026', null],
    ['13/13/2026', null],
    ['05/03/2026 25:00', null],
    ['hoy', null],
    ['600111222', null],
    ['1-5', null],
  ])('%s', (cell, read) => expect(shown(cell)).toBe(read))
  it('the order of the column, and never another', () => {
    expect(shown('05/03/2026', 'mdy')).toBe('2026-05-03')
    expect(shown('13/03/2026', 'mdy')).toBeNull()
    expect(shown('2026-03-13', 'mdy')).toBe('2026-03-13')
    expect(shown('26-03-05', 'ymd')).toBe('2026-03-05')
    expect(shown('07/15/2009 02:14:45+0800', 'mdy')).toBe('2009-07-15 134 480')
  })
})

describe('numbers', () => {
  it.each([
    ['50-200', 50],
    ['1.234', 1234],
    ['1,001-5,000 employees', 1001],
    ['500+', 500],
    ['más de 500', 500],
    ['<10', 9],
    ['10 a 49', 10],
    ['entre 10 y 49', 10],
    ['25 empleados', 25],
    ['12.5', null],
    ['oct-49', null],
    ['PYME', null],
  ])('employees %s', (cell, employees) => expect(parseEmployees(cell)).toBe(employees))
  it.each([
    ['0', 0],
    ['5.0', 5],
    ["1'234'567", 1234567],
    ['1.5', null],
    ['-3', null],
    ['1e3', null],
  ])('whole %s', (cell, whole) => expect(parseWhole(cell)).toBe(whole))
})

describe('words', () => {
  it.each([
    ['Sí', true],
    ['YES', true],
    ['x', true],
    ['Não', false],
    ['0', false],
    ['quizás', null],
  ])('%s', (cell, said) => expect(parseYesNo(cell)).toBe(said))
  it.each([
    ['España', 'ES'],
    ['SPAIN', 'ES'],
    ['es', 'ES'],
    ['ESP', 'ES'],
    ['EE.UU.', 'US'],
    ['Reino Unido', 'GB'],
    ['Deutschland', 'DE'],
    ['Brasil', 'BR'],
    ['unknown', null],
    ['EU', null],
  ])('country %s', (cell, country) => expect(parseCountry(cell)).toBe(country))
  it.each([
    ['Español', 'es'],
    ['en-GB', 'en'],
    ['klingon', null],
  ])('language %s', (cell, language) => expect(readLanguage(cell)).toBe(language))
  it.each([
    ['https://www.Roa.example/contacto?x=1', 'roa.example'],
    ['roa.example', 'roa.example'],
    ['ninguna', null],
  ])('website %s', (cell, domain) => expect(parseDomain(cell)).toBe(domain))
  it.each([
    ['08019', 'ES', '08019', false],
    ['8019', 'ES', '08019', true],
    ['8019.0', 'ES', '08019', true],
    ['8019,0', 'ES', '08019', true],
    ['1000', 'BE', '1000', false],
    ['SW1A 1AA', 'GB', 'SW1A 1AA', false],
  ])('postcode %s in %s', (cell, country, code, mended) =>
    expect(parsePostcode(cell, country)).toEqual({ code, mended }),
  )
})
