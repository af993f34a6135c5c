import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { KnownCompany, KnownPerson } from '#shared/domain/import/known'
import { keptPeople } from '#electron/services/import/kept-people'

const company: KnownCompany = {
  id: 'c1',
  isNew: false,
  name: 'Forjas',
  key: 'forjas',
  domain: null,
  industry: null,
  employees: null,
}
const person = (id: string, title: string): KnownPerson => ({
  id,
  n: null,
  name: `Ana ${id}`,
  givenName: 'Ana',
  familyName: id,
  named: true,
  title,
  country: null,
  province: null,
  city: null,
  postalCode: null,
  language: null,
  company: title.length > 3 ? company : null,
  asOf: 0,
  phones: ['+34910000000'],
  emails: [],
  externalIds: [id],
  leads: [],
  suppressed: false,
  erased: false,
})

test('people whom a file changed are known as they stand, however few are held in memory', () => {
  const word = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.string()))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), fc.integer({ min: 1, max: 8 }), (words, most) => {
      const away = new Map<string, string>()
      const staging = {
        putAway: (id: string, text: string) => void away.set(id, text),
        away: (id: string) => away.get(id) ?? null,
      }
      const kept = keptPeople(staging, () => company, most)
      const plain = new Map<string, KnownPerson>()
      for (const [n, title] of words) {
        const id = `p${n}`
        if (title !== null) {
          kept.set(id, person(id, title))
          plain.set(id, person(id, title))
        }
        expect(kept.get(id)).toEqual(plain.get(id))
        expect(kept.get(id)?.company ?? null).toBe(plain.get(id)?.company ?? null)
      }
      for (const [id, one] of plain) expect(kept.get(id)).toEqual(one)
    }),
  )
})
