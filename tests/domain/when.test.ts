import { describe, expect, it } from 'vitest'

import { at, read } from '../helpers/when.ts'

describe('a callback in words', () => {
  it.each([
    ['thu 10', '2026-03-12 10:00'],
    ['jue 10', '2026-03-12 10:00'],
    ['Jue. 10', '2026-03-12 10:00'],
    ['Thursday at 10', '2026-03-12 10:00'],
    ['thursday, 10:15', '2026-03-12 10:15'],
    ['on thursday at 4', '2026-03-12 16:00'],
    ['el jueves a las diez y media', '2026-03-12 10:30'],
    ['jueves a las 5 menos cuarto', '2026-03-12 16:45'],
    ['miércoles', '2026-03-11 10:00 ~'],
    ['sáb 11', '2026-03-14 11:00'],
    ['tue 16', '2026-03-10 16:00'],
    ['tue 9', '2026-03-17 09:00'],
    ['next tue 9', '2026-03-17 09:00'],
    ['next tue 16', '2026-03-17 16:00'],
    ['lunes que viene 12', '2026-03-16 12:00'],
    ['el próximo lunes', '2026-03-16 10:00 ~'],
    ['next week thu', '2026-03-19 10:00 ~'],
    ['el jueves de la semana que viene a las 12', '2026-03-19 12:00'],
  ])('a weekday: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['tomorrow', '2026-03-11 10:00 ~'],
    ['mañana 16:30', '2026-03-11 16:30'],
    ['manana a las 5', '2026-03-11 17:00'],
    ['mañana por la mañana', '2026-03-11 10:00 ~'],
    ['mañana por la tarde', '2026-03-11 16:00 ~'],
    ['mañana a las 9 de la mañana', '2026-03-11 09:00'],
    ['tomorrow morning', '2026-03-11 10:00 ~'],
    ['noon tomorrow', '2026-03-11 12:00'],
    ['pasado mañana', '2026-03-12 10:00 ~'],
    ['the day after tomorrow at 10am', '2026-03-12 10:00'],
    ['in 2 weeks', '2026-03-24 10:00 ~'],
    ['en dos semanas', '2026-03-24 10:00 ~'],
    ['dentro de 3 días', '2026-03-13 10:00 ~'],
    ['in a couple of days', '2026-03-12 10:00 ~'],
    ['next week', '2026-03-17 10:00 ~'],
    ['in 1 month', '2026-04-10 10:00 ~'],
    ['el mes que viene', '2026-04-01 10:00 ~'],
    ['in 20 min', '2026-03-10 10:20'],
    ['en una hora', '2026-03-10 11:00'],
    ['media hora', '2026-03-10 10:30'],
  ])('from today: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['16:30', '2026-03-10 16:30'],
    ['5pm', '2026-03-10 17:00'],
    ['5 p.m.', '2026-03-10 17:00'],
    ['a las 5 de la tarde', '2026-03-10 17:00'],
    ['a la una', '2026-03-10 13:00'],
    ['12 pm', '2026-03-10 12:00'],
    ['17h', '2026-03-10 17:00'],
    ['esta tarde', '2026-03-10 16:00 ~'],
    ['a eso de las 5', '2026-03-10 17:00'],
    ['hoy después de comer', '2026-03-10 16:00 ~'],
    ['half past 4', '2026-03-10 16:30'],
    ['a quarter to 5', '2026-03-10 16:45'],
    ['at quarter past four', '2026-03-10 16:15'],
    ['weds 3.30pm', '2026-03-11 15:30'],
    ['tonight at 8', '2026-03-10 20:00'],
    ['esta noche', '2026-03-10 20:00 ~'],
    ['mañana noche', '2026-03-11 20:00 ~'],
    ['this evening', '2026-03-10 16:00 ~'],
    ['en quince días', '2026-03-25 10:00 ~'],
    ['in a fortnight', '2026-03-24 10:00 ~'],
    ['dentro de una quincena', '2026-03-24 10:00 ~'],
    ['in twenty minutes', '2026-03-10 10:20'],
    ['a las quince', '2026-03-10 15:00'],
  ])('a time today: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['20/12 10:00', '2026-12-20 10:00'],
    ['20.12.2026 9:15', '2026-12-20 09:15'],
    ['12/20', '2026-12-20 10:00 ~'],
    ['2026-04-02', '2026-04-02 10:00 ~'],
    ['10 de diciembre de 2026 a las 10', '2026-12-10 10:00'],
    ['December 10th', '2026-12-10 10:00 ~'],
    ['5 ene', '2027-01-05 10:00 ~'],
    ['29 feb', '2028-02-29 10:00 ~'],
    ['thu 10 dec', '2026-12-10 10:00 ~'],
    ['mie 25 marzo 10', '2026-03-25 10:00'],
    ['el 12', '2026-03-12 10:00 ~'],
    ['the 12th', '2026-03-12 10:00 ~'],
    ['el 5', '2026-04-05 10:00 ~'],
    ['el 31', '2026-03-31 10:00 ~'],
    ['el 12 a las 16', '2026-03-12 16:00'],
    ['thu the 12th', '2026-03-12 10:00 ~'],
    ['viernes 13 a las 12', '2026-03-13 12:00'],
  ])('a date: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['tras el 20 de diciembre', '2026-12-21 10:00 ~'],
    ['after 20 December', '2026-12-21 10:00 ~'],
    ['después del 20', '2026-03-23 10:00 ~'],
    ['after the 24th', '2026-03-25 10:00 ~'],
    ['a partir del 24', '2026-03-24 10:00 ~'],
    ['después del jueves', '2026-03-13 10:00 ~'],
    ['despues de las 16', '2026-03-10 16:00'],
  ])('a bound: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['en enero', '2027-01-07 10:00 ~'],
    ['in June', '2026-06-01 10:00 ~'],
    ['para mayo de 2027', '2027-05-03 10:00 ~'],
    ['a principios de abril', '2026-04-01 10:00 ~'],
    ['a mediados de marzo a las 12', '2026-03-16 12:00'],
    ['mid-April', '2026-04-15 10:00 ~'],
    ['at the end of September', '2026-09-28 10:00 ~'],
    ['late in May', '2026-05-27 10:00 ~'],
    ['a finales de mes', '2026-03-27 10:00 ~'],
    ['the end of the month', '2026-03-27 10:00 ~'],
    ['principios de mes', '2026-04-01 10:00 ~'],
  ])('a month, or where in it: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it('takes a bare number after a weekday for an hour from 8 to 20', () => {
    for (let hour = 8; hour <= 20; hour++)
      expect(read(`mon ${hour}`)).toContain(`2026-03-16 ${String(hour).padStart(2, '0')}:00`)
    for (const number of [0, 1, 7, 21, 22, 24]) expect(read(`mon ${number}`)).toEqual([])
  })

  it('offers both where the number is also that weekday’s date', () => {
    expect(read('thu 12')).toEqual(['2026-03-12 12:00', '2026-03-12 10:00 ~'])
    expect(read('jueves 10', at('2026-12-08T10:00'))).toEqual(['2026-12-10 10:00', '2026-12-10 10:00 ~'])
    expect(read('jue 26')).toEqual(['2026-03-26 10:00 ~'])
  })

  it('offers both readings of a word that is a weekday in one language and a month in the other', () => {
    expect(read('mar 16')).toEqual(['2026-03-10 16:00', '2026-03-16 10:00 ~'])
  })

  it.each(['8:30', 'hoy 9', 'today 8', '1/1/2020', '2026-03-09', 'esta mañana', '10.3.2026 9:59'])(
    'refuses what is past: %s',
    (text) => expect(read(text)).toEqual([]),
  )

  it.each([
    '',
    '   ',
    'hello',
    '10',
    '30 feb',
    '31/4',
    '25:00',
    'thu 10 11',
    'thu thu',
    'jueves 13/3',
    'thu the 13th',
    '🙂',
    'mar 10 '.repeat(25),
  ])('does not guess: %s', (text) => expect(read(text)).toEqual([]))
})
