import { describe, expect, it } from 'vitest'

import { parseCountry } from '#shared/domain/import/country'
import { dayTimeAt, readDate } from '#shared/domain/import/date'
import { dateOrderOf, orderOfCell } from '#shared/domain/import/date-order'
import { commonest, delimiterOf } from '#shared/domain/import/delimiter'
import { encodingSniffer } from '#shared/domain/import/encoding'
import { stageOfWord } from '#shared/domain/import/stage-words'
import { parseDomain, parseEmployees, parseWhole } from '#shared/domain/import/values'
import { parsePhones } from '#shared/domain/phone'

describe('dates at their limits', () => {
  it.each<[string, string | null]>([
    ['1.3.79', '2079-03-01 -'],
    ['1.3.80', '1980-03-01 -'],
    ['31/12/1899', null],
    ['01/01/1900', '1900-01-01 -'],
    ['05/03/2026 23:59', '2026-03-05 1439'],
    ['05/03/2026 24:00', null],
    ['05/03/2026 23:60', null],
    ['05/03/2026 12:30 AM', '2026-03-05 30'],
    ['05/03/2026 12:30 PM', '2026-03-05 750'],
  ])('%s', (cell, said) => {
    const read = readDate(cell, 'dmy')
    expect(read && `${read.day} ${read.minutes ?? '-'}`).toBe(said)
  })
  it('a time with its own offset is that instant wherever the desk stands', () => {
    const at = { day: '2026-03-05', minutes: 600 }
    expect(dayTimeAt({ ...at, offset: 60 }, 'America/Lima')).toBe(Date.UTC(2026, 2, 5, 9))
    expect(dayTimeAt({ ...at, offset: -60 }, 'America/Lima')).toBe(Date.UTC(2026, 2, 5, 11))
    expect(dayTimeAt({ ...at, offset: null }, 'Europe/Madrid')).toBe(Date.UTC(2026, 2, 5, 9))
  })
  it('a cell that both orders allow, or none, decides nothing; a year in front only where no other does', () => {
    expect(['12/11/2026', '11/12/2026', '13/13/2026'].map(orderOfCell)).toEqual([null, null, null])
    expect(dateOrderOf(['2026-02-01', '31/12/2025'], 'US')).toEqual({ order: 'dmy', decidedBy: '31/12/2025' })
    expect(dateOrderOf([`31/12/2025 ${'x'.repeat(60)}`], 'US').decidedBy).toHaveLength(40)
  })
})

describe('numbers and hosts', () => {
  it.each([
    [parseWhole('123456789'), 123_456_789],
    [parseWhole('1234567890'), null],
    [parseEmployees('<0'), 0],
    [parseEmployees('<1'), 0],
    [parseDomain('https://www.linkedin.com/in/ana'), null],
    [parseDomain('facebook.com/roa'), null],
    [parseDomain('www2.roa.example'), 'roa.example'],
  ])('%s is %s', (found, wanted) => expect(found).toBe(wanted))
  it.each([
    ['6,00111222E+8', ['+34600111222'], null],
    ['6,0011122E+8', [], 'phone_rounded'],
    ['600111222.0', ['+34600111222'], null],
  ])('a number that a program wrote: %s', (cell, numbers, problem) => {
    const read = parsePhones(cell, 'ES')
    expect([read.phones.map(({ e164 }) => e164), read.problem]).toEqual([numbers, problem])
  })
})

it('a moment is no country, and nothing is none', () => {
  expect(['10/14/2025 9:03 AM', '', ' — ', 'AM'].map(parseCountry)).toEqual([null, null, null, 'AM'])
})

it('a number in front of a stage and what stands in brackets say nothing', () => {
  expect(['3. Ganado (contrato)', 'Ganado', '3'].map(stageOfWord)).toEqual(['customer', 'customer', null])
  // Of two parts the one that says they are closed, or the only one that is known.
  expect(
    ['Contactado - no interesado', 'Fase 2: propuesta enviada', 'Demo / Negociación'].map(stageOfWord),
  ).toEqual(['disqualified', 'opportunity', 'opportunity'])
  expect(['Nuevo / Contactado', 'Ganado / Perdido'].map(stageOfWord)).toEqual([null, null])
})

it('the delimiter is what a spreadsheet says it is, and the widest of equals agrees', () => {
  expect(delimiterOf('sep=;\na,b,c;d\n1,2,3;4\n')).toBe(';')
  expect([commonest([1, 1, 2, 2]), commonest([1, 1, 2]), commonest([])]).toEqual([2, 1, 0])
})

describe('bytes that no text has', () => {
  const sniff = (bytes: Buffer) => {
    const sniffer = encodingSniffer()
    sniffer.push(bytes)
    return sniffer.result()
  }
  it('a letter that Windows-1252 has not makes somebody be asked', () => {
    expect(sniff(Buffer.from('Logroño;Peña;x\n', 'latin1'))?.asked).toEqual([])
    expect(sniff(Buffer.from('Logroño;Peña;\u0081\n', 'latin1'))?.asked.length).toBeGreaterThan(1)
  })
  it('one control in a hundred is the most', () => {
    const text = (controls: number) => Buffer.from('a'.repeat(1000 - controls) + '\u0001'.repeat(controls))
    expect(sniff(text(10))).toMatchObject({ encoding: 'utf-8', controls: 10 })
    expect(sniff(text(11))).toBeNull()
  })
})
