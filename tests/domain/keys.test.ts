import { expect, it } from 'vitest'

import { companyKey } from '#shared/domain/company-key'
import { emailKey, isEmail } from '#shared/domain/email-key'
import { cased, nameParts } from '#shared/domain/name'

it('a sign in front of an address is no tag, and a quoted one stays as it is', () => {
  expect(emailKey('+tag@gmail.com')).toBe('+tag@gmail.com')
  expect(emailKey('ana+tag@gmail.com')).toBe('ana@gmail.com')
  expect(emailKey('"a.b+c"@gmail.com')).toBe('"a.b+c"@gmail.com')
})

it('an address is 254 characters at most, 64 of them before the sign', () => {
  const at = (local: number, host: number) => {
    const labels = `${'b'.repeat(60)}.`.repeat(5)
    return `${'a'.repeat(local)}@${labels.slice(-(host - 7))}example`
  }
  expect([isEmail(at(64, 20)), isEmail(at(65, 20))]).toEqual([true, false])
  expect([at(3, 250).length, isEmail(at(3, 250)), isEmail(at(3, 251))]).toEqual([254, true, false])
})

it('the longest legal form has five words', () =>
  expect(companyKey('Roa S. de R.L. de C.V.')).toEqual({ key: 'roa', form: 'srldecv' }))

it.each([
  ['Ana Roa de', 'Ana', 'Roa de'],
  ['M. Carmen Roa', 'M. Carmen', 'Roa'],
  ['EVA GIL', 'Eva', 'Gil'],
])('%s', (name, given, family) => expect(nameParts(name, 'es')).toEqual({ given, family }))

it('three capitals are a name, two may be letters', () =>
  expect(['EVA', 'IT'].map(cased)).toEqual(['Eva', 'IT']))
