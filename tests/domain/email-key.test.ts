import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { emailKey, isEmail, isSharedMailbox, parseEmails } from '#shared/domain/email-key'

type Vectors = {
  valid: string[]
  invalid: string[]
  normalize_default_options: Record<string, string | false>
}
const vectors = JSON.parse(
  readFileSync('../shared/data/email/normalize-and-validate.json', 'utf8'),
) as Vectors

describe('an address', () => {
  it.each(vectors.valid)('%j is one', (email) => expect(isEmail(email)).toBe(true))
  it.each(vectors.invalid)('%j is none', (email) => expect(isEmail(email)).toBe(false))
})

it('is one with another letter just when it is one, so the quick look at plain letters says what the long one does', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ1.-_+@ %'.split('')), maxLength: 9 })
  const host = fc.constantFrom('', '@x.es', '@a-b.co.uk', '@-x.es', '@x..es', '@x.1s', '@x.e', '@x-.es', '@x')
  fc.assert(
    fc.property(text, host, (local, host) => {
      const email = `a${local}${host}`
      expect(isEmail(email)).toBe(isEmail(email.replace('a', 'ñ')))
    }),
    { numRuns: 3000 },
  )
})

/** Two dots in a row are no address anywhere, so nothing is keyed by them. */
const NO_ADDRESS = ['some.name.midd..leNa...me...+extension@GoogleMail.com', 'matthew..example@gmail.com']

describe('the key by which two addresses are one mailbox', () => {
  it.each(Object.entries(vectors.normalize_default_options))('%j -> %j', (email, key) => {
    const found = isEmail(email) ? emailKey(email) : false
    expect(found).toBe(NO_ADDRESS.includes(email) ? false : key)
  })
  it.each([
    ['foo+bar@me.com', 'foo@me.com'],
    ['foo+bar@hotmail.co.uk', 'foo@hotmail.co.uk'],
    ['foo-bar@yahoo.com', 'foo@yahoo.com'],
    ['foo+bar@yahoo.com', 'foo+bar@yahoo.com'],
    ['Ana.Roa@Roa.Example', 'ana.roa@roa.example'],
  ])('%s -> %s', (email, key) => expect(emailKey(email)).toBe(key))
  it('a mailbox that many read says the company and not who', () => {
    expect(isSharedMailbox('info@roa.example')).toBe(true)
    expect(isSharedMailbox('infanta@roa.example')).toBe(false)
  })
})

describe('a cell', () => {
  it.each([
    ['ana@roa.example; luis@roa.example', ['ana@roa.example', 'luis@roa.example'], true],
    ['Ana Roa <ana@roa.example>', ['ana@roa.example'], true],
    ['mailto:Ana@roa.example', ['Ana@roa.example'], true],
    ['ana@roa.example, ANA@ROA.example', ['ana@roa.example'], true],
    ['elena.roa@', [], false],
    ['ana@roa.example / no tiene', ['ana@roa.example'], false],
    ['"foo@bar"@baz.com', ['"foo@bar"@baz.com'], true],
  ])('%j', (cell, emails, valid) => expect(parseEmails(cell)).toEqual({ emails, valid }))
})

it.each([
  ['bob@x.example (personal)', ['bob@x.example']],
  ['m@x.example (Work), m2@x.example (Other)', ['m@x.example', 'm2@x.example']],
  ['Ana (ana@x.example)', ['ana@x.example']],
  ['["m@x.example","m2@x.example"]', ['m@x.example', 'm2@x.example']],
  ['{m@x.example,m2@x.example}', ['m@x.example', 'm2@x.example']],
  ['di(at)x.example', ['di@x.example']],
  ['di [arroba] x [punto] example', ['di@x.example']],
])('%s', (cell, emails) => expect(parseEmails(cell)).toEqual({ emails, valid: true }))
