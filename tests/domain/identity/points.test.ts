import { describe, expect, it } from 'vitest'

import { alike, LOOKS_ALIKE } from '#shared/domain/identity/alike'
import { createBlocks } from '#shared/domain/identity/blocks'
import { companyAlike } from '#shared/domain/identity/companies'
import { isTelling, type Look } from '#shared/domain/identity/look'
import { nameAtKey, ownHost } from '#shared/domain/identity/name-at'
import { isNear } from '#shared/domain/identity/near'
import { isStandIn } from '#shared/domain/identity/stand-in'

const look = (more: Partial<Look>): Look => ({
  id: '',
  name: '',
  givenName: null,
  familyName: null,
  title: null,
  company: null,
  domain: null,
  phones: [],
  fixed: [],
  emails: [],
  city: null,
  province: null,
  postalCode: null,
  country: 'ES',
  extra: {},
  ...more,
})
const named = (givenName: string, familyName: string, more: Partial<Look> = {}) =>
  look({ name: `${givenName} ${familyName}`, givenName, familyName, ...more })
const points = (a: Look, b: Look, of: string) =>
  alike(a, b)
    ?.lines.filter((line) => line.of === of)
    .map((line) => line.points)

describe('what a likeness is worth', () => {
  const [fixed, mobile] = ['+34915551212', '+34600111222']
  const ana = named('Ana', 'Roa', { company: 'Forjas SL' })
  it('a mobile before a fixed line that both have too', () => {
    const both = look({ phones: [fixed, mobile], fixed: [fixed] })
    expect(points(both, both, 'phone')).toEqual([40])
  })
  it('a mailbox alone is worth a look', () => {
    const one = look({ emails: ['ana.roa@gmail.com'] })
    expect(alike(one, one)?.points).toBe(LOOKS_ALIKE)
  })
  it('names crossed and nearly the same', () =>
    expect(points(named('García', 'Anna'), named('Ana', 'García'), 'name')).toEqual([39]))
  it('two letters begin anything, three a name', () => {
    expect(points(named('Jo', 'Gómez'), named('Jorge', 'Gómez'), 'name')).toEqual([10])
    expect(points(named('Jor', 'Gómez'), named('Jorge', 'Gómez'), 'name')).toEqual([40])
  })
  it('another legal form is near, another short name another', () => {
    const at = (company: string) => points(ana, { ...ana, company }, 'company')
    expect([at('Forjas'), at('Forjas SA'), at('Acme')]).toEqual([[15], [11], [-10]])
    expect(points({ ...ana, company: 'Acme' }, { ...ana, company: 'Acne' }, 'company')).toEqual([-10])
  })
  it('a city where they work says little', () => {
    const vic = { ...ana, city: 'Vic' }
    expect(points(vic, vic, 'city')).toEqual([2])
    expect(points({ ...vic, company: null }, { ...vic, company: null }, 'city')).toEqual([8])
  })
  it('kept columns are worth 65 together', () => {
    const extra = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`H${n}`, `some street ${'abcdef'[n]}`]),
    )
    const found = points(look({ extra }), look({ extra }), 'kept') ?? []
    expect(found).toEqual([15, 15, 15, 15, 5, 0])
  })
  it('nothing of their own in common is nobody to look at', () => {
    const house = { company: 'Forjas', domain: 'forjas.example', postalCode: '48001', city: 'Bilbao' }
    expect(alike(named('Luis', 'Gil', house), named('Ana', 'Roa', house))).toBeNull()
  })
})

describe('companies', () => {
  const company = (name: string, city: string | null = null) => ({ id: name, name, domain: null, city })
  it('of another number are another branch, and those of another city less alike', () => {
    expect(companyAlike(company('Talleres Norte 1'), company('Talleres Norte 2'))).toBeNull()
    const [a, b] = [company('Talleres Norte', 'Vic'), company('Talleres Nrote', 'Jaca')]
    expect([companyAlike(a, b)?.points, companyAlike(a, { ...b, city: 'VIC' })?.points]).toEqual([36, 46])
  })
})

it.each([
  ['abcdefgh', 'abcdefxy', true],
  ['abcdefg', 'abcdexy', false],
  ['abcd', 'abce', true],
  ['gil', 'gal', false],
  ['gil', 'igl', false],
  ['abcd', 'bacd', true],
])('%s and %s: %s', (a, b, near) => expect(isNear(a, b)).toBe(near))

it('no employer is no company, and no host of theirs either', () => {
  const emails = ['ana@forjas.example']
  expect(nameAtKey({ name: 'Ana Roa', company: 'Autónomo', domain: null, emails })).toBeNull()
  expect(nameAtKey({ name: 'Ana Roa', company: null, domain: null, emails })).toBe(
    'ana roa at forjas.example',
  )
  expect([ownHost('localhost', []), ownHost('localhost', emails)]).toEqual([null, 'forjas.example'])
})

it.each([
  ['600111222', ['600111222'], true],
  ['Ana', ['600111222'], false],
  ['A1', [], true],
  ['Al', [], false],
])('%s stands in for a name: %s %s', (name, contacts, is) => expect(isStandIn(name, contacts)).toBe(is))

it('a kept cell tells people apart from five letters to sixty', () => {
  expect(['abcd', 'abc de', 'x'.repeat(60), 'x'.repeat(61)].map(isTelling)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('blocks that are too large are left out', () => {
  const blocks = createBlocks(4)
  for (let n = 0; n < 4; n++) blocks.add(n, n < 3 ? ['three', 'four'] : ['four'])
  while (blocks.sortSome());
  expect([...blocks.meetings(2, 3)].filter((block) => block.length > 0)).toEqual([[0, 1, 2]])
})
