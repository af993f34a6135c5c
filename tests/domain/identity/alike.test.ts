import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { alike, LOOKS_ALIKE } from '#shared/domain/identity/alike'
import { createBlocks } from '#shared/domain/identity/blocks'
import { companyAlike } from '#shared/domain/identity/companies'
import { meetingKeys, type Look } from '#shared/domain/identity/look'
import { isNear } from '#shared/domain/identity/near'
import { nameParts } from '#shared/domain/name'

function look(name: string, more: Partial<Look> = {}): Look {
  const { given, family } = nameParts(name, 'es')
  const blank = { title: null, company: null, domain: null, city: null, province: null, postalCode: null }
  const none = { phones: [], fixed: [], emails: [], extra: {} }
  return { id: name, name, givenName: given, familyName: family, country: 'ES', ...blank, ...none, ...more }
}
const isShown = (a: Look, b: Look, sharedBy?: (key: string) => number) =>
  (alike(a, b, sharedBy)?.points ?? 0) >= LOOKS_ALIKE
const SWITCHBOARD = '+34915551212'
const office = { company: 'Forjas', domain: 'forjas.es', phones: [SWITCHBOARD], fixed: [SWITCHBOARD] }

describe('worth a look', () => {
  it.each([
    [
      'a slip and one mobile',
      look('Ana García', { phones: ['+34600111222'] }),
      look('Ana Garcai', { phones: ['+34600111222'] }),
    ],
    [
      'one mailbox at another house',
      look('Ana García', { emails: ['ana.garcia@gmail.com'] }),
      look('Ana G.', { emails: ['anagarcia@forjas.es'] }),
    ],
    [
      'the same name where they work',
      look('Ana García', { company: 'Forjas SL' }),
      look('GARCÍA, ANA', { company: 'Forjas SA' }),
    ],
    [
      'a name in part where they live',
      look('Ana García López', { city: 'Bilbao', postalCode: '48001' }),
      look('Ana García', { city: 'Bilbao', postalCode: '48001' }),
    ],
    [
      'one birth date and street',
      look('Anna Garcia', { extra: { born: '19800412', street: 'Calle Mayor 4' } }),
      look('Ana García', { extra: { born: '19800412', street: 'calle mayor, 4' } }),
    ],
  ])('%s', (_, a, b) => {
    expect(isShown(a, b)).toBe(true)
    expect(meetingKeys(a).some((key) => meetingKeys(b).includes(key))).toBe(true)
  })
})

describe('not worth a look', () => {
  it.each([
    ['a namesake and nothing else', look('Ana García López'), look('Ana García López')],
    ['colleagues on one switchboard', look('Ana García', office), look('Luis Gil', office)],
    ['colleagues of one first name', look('Ana García', office), look('Ana Ruiz', office)],
    ['brothers at one company', look('Luis García López', office), look('Pedro García López', office)],
    [
      'two numbered mailboxes',
      look('Óscar', { emails: ['oscar.90@forjas.es'] }),
      look('Óscar', { emails: ['oscar.91@forjas.es'] }),
    ],
    ['one city', look('Ana García', { city: 'Bilbao' }), look('Luis Gil', { city: 'Bilbao' })],
  ])('%s', (_, a, b) => expect(isShown(a, b)).toBe(false))

  it('a mobile that many have, or a name of many in one city', () => {
    const [a, b] = [
      look('Ana García', { phones: ['+34600111222'] }),
      look('Luisa Gil', { phones: ['+34600111222'] }),
    ]
    expect(isShown(a, b, () => 9)).toBe(false)
    const [x, y] = [
      look('Ana García', { city: 'Madrid', postalCode: '28013' }),
      look('Ana García', { city: 'Madrid', postalCode: '28013' }),
    ]
    expect(isShown(x, y)).toBe(true)
    expect(isShown(x, y, () => 9)).toBe(false)
  })
})

const words = fc.constantFrom('Ana García', 'Anna Garcia', 'Luis Gil', 'García Ana', 'A. García', '')
const anybody = fc.record({
  name: words,
  phones: fc.subarray(['+34600111222', SWITCHBOARD]),
  emails: fc.subarray(['ana@forjas.es', 'ana.garcia@gmail.com', 'info@forjas.es']),
  company: fc.constantFrom(null, 'Forjas SL', 'Forjas'),
  city: fc.constantFrom(null, 'Bilbao', 'Bilbo'),
  extra: fc.constantFrom({}, { street: 'Calle Mayor' }, { other: 'Calle Mayor' }),
})

it('alikeness is the same from either side, and the receipt adds up but for rounding', () => {
  fc.assert(
    fc.property(anybody, anybody, (x, y) => {
      const [a, b] = [look(x.name, x), look(y.name, y)]
      const [one, other] = [alike(a, b), alike(b, a)]
      expect(one?.points).toBe(other?.points)
      if (!one) return
      const sum = one.lines.reduce((total, { points }) => total + points, 0)
      expect(Math.abs(sum - one.points)).toBeLessThanOrEqual(one.lines.length / 2)
    }),
  )
})

describe('companies', () => {
  const company = (name: string, domain: string | null = null) => ({ id: name, name, domain, city: null })
  it.each([
    ['GTX Pro', 'GTXPro', true],
    ['Talleres Norte', 'Talleres Nrote S.L.', true],
    ['Forjas SL', 'Forjas S.L.U.', true],
    ['Forjas SL', 'Forjas SA', false],
    ['Forjas SL', 'Forjas GmbH', false],
    ['Metal 1', 'Metal 2', false],
    ['Acme', 'Acne', false],
    ['Cancity', 'Codehow', false],
  ])('%s and %s', (a, b, shown) =>
    expect((companyAlike(company(a), company(b))?.points ?? 0) >= LOOKS_ALIKE).toBe(shown),
  )

  it('of two legal forms are worth a look when they share a host', () => {
    const found = companyAlike(company('Forjas SL', 'forjas.es'), company('Forjas SA', 'www.forjas.es'))
    expect(found?.points).toBeGreaterThanOrEqual(LOOKS_ALIKE)
  })
})

it.each([
  ['garcia', 'gracia', true],
  ['garcia', 'garsia', true],
  ['ana', 'eva', false],
  ['gil', 'gill', true],
  ['fernandez', 'hernandes', true],
  ['lopez', 'perez', false],
])('%s and %s are near: %s', (a, b, near) => expect(isNear(a, b)).toBe(near))

it('all who share a key meet, once for each, and are counted', () => {
  const keys = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(keys, (people) => {
      const blocks = createBlocks(4)
      people.forEach((of, n) => blocks.add(n, of))
      while (blocks.sortSome());
      const having = (key: string) => people.flatMap((of, n) => ((of as string[]).includes(key) ? [n] : []))
      const wanted = ['a', 'b', 'c', 'd'].map(having)
      const met = [...blocks.meetings(2, 99)].filter((block) => block.length > 0)
      expect(met.map(String).toSorted()).toEqual(
        wanted
          .filter(({ length }) => length > 1)
          .map(String)
          .toSorted(),
      )
      expect(blocks.sharedBy('a')).toBe(having('a').length)
      expect(blocks.capped()).toBe(wanted.filter(({ length }) => length > 4).length)
    }),
  )
})
