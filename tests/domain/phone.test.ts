import { describe, expect, it } from 'vitest'

import { parsePhone, parsePhones } from '#shared/domain/phone'

const numbers = (cell: string, country: string | null = 'ES') =>
  parsePhones(cell, country).phones.map(({ e164, extension }) => (extension ? `${e164} x${extension}` : e164))

describe('one number, however it is written', () => {
  it.each([
    ['91 555 12 12', '+34915551212'],
    ['(91) 555.12.12', '+34915551212'],
    ['91/555.12.12', '+34915551212'],
    ['0034 915 55 12 12', '+34915551212'],
    ['+34 (0) 915551212', '+34915551212'],
    ['(+34) 91 555 12 12', '+34915551212'],
    ['34 600 111 222', '+34600111222'],
    ['Tel.: 91 555 12 12', '+34915551212'],
    ['móvil 600 111 222', '+34600111222'],
    ['600111222 (personal)', '+34600111222'],
    ['９１５ ５５ １２ １２', '+34915551212'],
    ['＋1 (650) 253-0000', '+16502530000'],
    ['+44 (0)20 7946 0123', '+442079460123'],
    ['91 555 12 12 ext. 34', '+34915551212 x34'],
    ['91 555 12 12, ext 4', '+34915551212 x4'],
    ['91 555 12 12 extensión 204', '+34915551212 x204'],
    ['915551212x7', '+34915551212 x7'],
  ])('%s', (cell, e164) => {
    expect(numbers(cell)).toEqual([e164])
    expect(parsePhones(cell, 'ES').problem).toBeNull()
  })
  it('is of the country that its row or list names', () => {
    expect(numbers('020 7946 0123', 'GB')).toEqual(['+442079460123'])
    expect(parsePhone('020 7946 0123', null)).toEqual({ ok: false, error: 'phone_no_country' })
    expect(numbers('+44 20 7946 0123', null)).toEqual(['+442079460123'])
  })
  it('knows mobiles from lines', () => {
    expect(parsePhones('600111222', 'ES').phones[0]?.type).toBe('mobile')
    expect(parsePhones('915551212', 'ES').phones[0]?.type).toBe('fixed')
    expect(parsePhones('+1 650 253 0000', 'ES').phones[0]?.type).toBe('other')
  })
})

describe('several in one cell: all are kept, the mobile first', () => {
  it.each([
    '91 555 12 12 / 600-111-222',
    '915551212;600111222',
    '915551212, 600111222',
    '915551212 - 600111222',
    '91 555 12 12 o 600 111 222',
    'fijo: 915551212 / móvil: 600111222',
    '915551212\n600111222',
    '915551212   600111222',
    '915551212 · 600111222',
    '+34915551212|+34600111222|915551212',
  ])('%j', (cell) => expect(numbers(cell)).toEqual(['+34600111222', '+34915551212']))
  it('what is no number among them is marked and the others stay', () => {
    expect(parsePhones('91 555 12 12/13', 'ES')).toMatchObject({
      phones: [{ e164: '+34915551212' }],
      problem: 'phone_invalid',
    })
  })
})

describe('what is no number', () => {
  it.each([
    ['1800 SIX FLAGS', 'phone_letters'],
    ['llamar por la tarde', 'phone_letters'],
    ['ＡＣＭＥ 600111222', 'phone_letters'],
    ['9765512', 'phone_invalid'],
    ['112', 'phone_invalid'],
    ['6001112223333', 'phone_invalid'],
    ['=600111222', 'phone_invalid'],
    ['600111222*', 'phone_invalid'],
  ])('%s: %s', (cell, problem) => expect(parsePhones(cell, 'ES')).toEqual({ phones: [], problem }))
})
