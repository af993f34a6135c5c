import { describe, expect, it } from 'vitest'

import { parsePhone, parsePhones } from '#shared/domain/phone'

const numbers = (cell: string, country: string | null = 'ES') =>
  parsePhones(cell, country).phones.map(({ e164, extension }) => (extension ? `${e164} x${extension}` : e164))

it.each([
  // A number of the place that has all its digits is none of a mobile that lost one.
  ['11 1234-5678', 'BR'],
  ['347 12345', 'IT'],
  ['15 2345 6789', 'AR'],
  ['+1 212 555', 'US'],
])('%s of %s lacks digits, and none are made up', (cell, country) =>
  expect(numbers(cell, country)).toEqual([]),
)

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
    ['+0034 600 111 222', '+34600111222'],
    ['+34+34600111222', '+34600111222'],
    ['+34 0034 600111222', '+34600111222'],
  ])('%s', (cell, e164) => {
    expect(numbers(cell)).toEqual([e164])
    expect(parsePhones(cell, 'ES').problem).toBeNull()
  })
  it.each([
    ['01 55 5123 4567', 'MX', '+525551234567'],
    ['044 55 1234 5678', 'MX', '+525512345678'],
    ['+52 1 55 8765 4321', 'ES', '+525587654321'],
    ['(1) 345 6789', 'CO', '+576013456789'],
    ['+57 4 345 6789', null, '+576043456789'],
    ['09 8765 4321', 'CL', '+56987654321'],
    ['0xx21 99876-5432', 'BR', '+5521998765432'],
    ['(0XX11) 3456-7890', 'BR', '+551134567890'],
    ['5215512345678', 'MX', '+525512345678'],
    ['521 55 1234 5678', 'MX', '+525512345678'],
    ['(11) 8234-5678', 'BR', '+5511982345678'],
    ['+55 21 8765-4321', null, '+5521987654321'],
    ['(0)2 1234 5678', 'IT', '+390212345678'],
    ['+39 (0)2 1234 5678', null, '+390212345678'],
    ['+39 2 1234 5678', 'ES', '+390212345678'],
  ])('%s of %s, as it was written before a plan was changed', (cell, country, e164) =>
    expect(numbers(cell, country)).toEqual([e164]),
  )
  it.each([
    ['01 55 5123 4567', 'ES'],
    ['xx21 99876-5432', 'ES'],
    ['1 345 678', 'CO'],
  ])('%s is none in %s', (cell, country) => expect(numbers(cell, country)).toEqual([]))
  it.each([
    ['Tél : 01 42 68 53 00', 'FR', ['+33142685300']],
    ['Handy: 0171 2345678', 'DE', ['+491712345678']],
    ['Work: +44 20 7946 0123', 'ES', ['+442079460123']],
    ['T. 912223320 F. 912223321', 'ES', ['+34912223320']],
    ['📱 600111222', 'ES', ['+34600111222']],
    ['☎️ 912223321', 'ES', ['+34912223321']],
    ['["+34600111222","+34912223321"]', null, ['+34600111222', '+34912223321']],
    ['{600111222,912223321}', 'ES', ['+34600111222', '+34912223321']],
    ['M. 600111222 F. 912223321', 'ES', ['+34600111222', '+34912223321']],
    ['912223317 (centralita) / 600111017 móvil de Ana', 'ES', ['+34600111017', '+34912223317']],
  ])('%s', (cell, country, all) => expect(numbers(cell, country)).toEqual(all))
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
