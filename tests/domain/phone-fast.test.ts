import fc from 'fast-check'
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { expect, it } from 'vitest'

import { plainNumber } from '#shared/domain/phone-fast'

const TYPES: Readonly<Record<string, string>> = { MOBILE: 'mobile', FIXED_LINE: 'fixed' }
const asTheLibrary = (digits: string, country: string | null) => {
  const found = parsePhoneNumberFromString(digits, country ? { defaultCountry: country as 'ES' } : {})
  return found?.isValid() ? { e164: found.number, type: TYPES[found.getType() ?? ''] ?? 'other' } : null
}

const country = fc.constantFrom(...getCountries())
/** As long and as likely as numbers are: an example with some of its digits changed. */
const national = country.chain((id) => {
  const example = getExampleNumber(id, examples)?.nationalNumber ?? '612345678'
  const change = fc.tuple(fc.nat({ max: example.length - 1 }), fc.nat({ max: 9 }))
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const digits = [...example]
    for (const [at, digit] of changes) digits[at] = String(digit)
    return { id, digits: digits.join('') }
  })
})

it('says of plain digits what the library says, or leaves them to it', () => {
  let taken = 0
  fc.assert(
    fc.property(
      national,
      fc.boolean(),
      fc.constantFrom('', '0', '34', '1'),
      ({ id, digits }, isAbroad, before) => {
        const text = isAbroad ? `+${getCountryCallingCode(id)}${before}${digits}` : before + digits
        const said = plainNumber(text, id)
        if (said === null) return
        taken++
        expect(said).toEqual(asTheLibrary(text, id))
      },
    ),
    { numRuns: 4000 },
  )
  expect(taken).toBeGreaterThan(500)
})

it('takes the ordinary numbers of a Spanish file itself', () => {
  for (const digits of ['600111222', '915551212', '+34600111222', '815100001', '730100001', '900123456'])
    expect(plainNumber(digits, 'ES'), digits).toEqual(asTheLibrary(digits, 'ES'))
  expect(plainNumber('600111222', 'ES')).not.toBeNull()
  expect(plainNumber('999', 'ES')).toBeNull()
})
