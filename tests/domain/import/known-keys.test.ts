import fc from 'fast-check'
import { expect, it } from 'vitest'

import { emailKey } from '#shared/domain/email-key'
import { hasKey } from '#shared/domain/import/known-keys'

const address = fc.nat({ max: 30 }).map((n) => `Ana.${n}@Forjas.example`)

it('law: somebody has what they were ever given, however much that is, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.array(address, { maxLength: 12 }), { maxLength: 4 }), address, (gifts, asked) => {
      const person = { externalIds: [], phones: [] as string[], emails: [] as string[] }
      for (const emails of gifts) {
        person.emails.push(...emails)
        person.phones.push(...emails)
        expect(hasKey(person, 'email', emailKey(asked))).toBe(person.emails.includes(asked))
        expect(hasKey(person, 'phone', asked)).toBe(person.emails.includes(asked))
        expect(hasKey(person, 'external', asked)).toBe(false)
      }
    }),
  )
})
