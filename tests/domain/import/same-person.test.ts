import { describe, expect, it } from 'vitest'

import type { KnownPerson } from '#shared/domain/import/known'
import {
  isAnybodys,
  isContradicted,
  isNamesake,
  isOtherThan,
  isSame,
  keysOf,
  nameKeyOfPerson,
} from '#shared/domain/import/same-person'
import { ANA, row, type Cells } from '../../helpers/known-person.ts'

const NUMBER = '+34600111222'
const NAMELESS: KnownPerson = { ...ANA, name: NUMBER, named: false }
const same = (cells: Cells, person: KnownPerson) => {
  const { values } = row(cells)
  return keysOf(values).map((key) => isSame(key, person, values))
}

it('the strongest key comes first', () => {
  const { values } = row({ phone: '600111222', email: 'Ana@Forjas.example', externalId: 'x1' })
  expect(keysOf(values)).toEqual([
    { kind: 'external', key: 'x1' },
    { kind: 'email', key: 'ana@forjas.example' },
    { kind: 'phone', key: NUMBER },
  ])
})

describe('a number with no name on one side', () => {
  it.each<[string, Cells, KnownPerson, boolean]>([
    ['is theirs', { phone: '600111222' }, ANA, true],
    ['is nobody’s on a switchboard', { phone: '600111222' }, { ...ANA, switchboards: [NUMBER] }, false],
    ['is who had nothing but it', { phone: '600111222', fullName: 'Eva Gil' }, NAMELESS, true],
    [
      'but not on a switchboard',
      { phone: '600111222', fullName: 'Eva Gil' },
      { ...NAMELESS, switchboards: [NUMBER] },
      false,
    ],
    [
      'is the same nobody on a switchboard',
      { phone: '600111222' },
      { ...NAMELESS, switchboards: [NUMBER] },
      true,
    ],
  ])('%s', (_, cells, person, is) => expect(same(cells, person)).toEqual([is]))
})

it.each<[Cells, boolean[]]>([
  [{ phone: '600111222' }, [true]],
  [{ phone: '600111222', fullName: 'Eva' }, [false]],
  [{ email: 'info@forjas.example' }, [true]],
  [{ email: 'ana@forjas.example' }, [false]],
  [{ externalId: 'x1' }, [false]],
])('%j could be anybody of those who share it: %j', (cells, are) => {
  const { values } = row(cells)
  expect(keysOf(values).map((key) => isAnybodys(key, values))).toEqual(are)
})

it('an id that stands for a name is no name at a company', () => {
  expect(nameKeyOfPerson(ANA)).toBe('ana roa at forjas')
  expect(nameKeyOfPerson({ ...ANA, name: 'Zona Norte', named: false })).toBeNull()
})

it('a namesake is told apart by an id on both sides, or by another mailbox of one house', () => {
  const other = (hasId: boolean, emails: string[], cells: Cells) =>
    isOtherThan({ hasId, emails }, row(cells).values)
  expect(other(true, [], { externalId: 'x2' })).toBe(true)
  expect(other(true, [], { fullName: 'Ana Roa' })).toBe(false)
  expect(other(false, [], { externalId: 'x2' })).toBe(false)
  expect(other(false, ['ana@forjas.example'], { email: 'ana.roa@forjas.example' })).toBe(true)
})

describe('the same name at the same place', () => {
  const plain = { ...ANA, externalIds: [], emails: [] }
  it.each<[Cells, boolean]>([
    [{ fullName: 'ROA, Ana', company: 'Forjas' }, true],
    [{ fullName: 'Ana Roa' }, true],
    [{ fullName: 'Ana Roa', company: 'Forjas SA' }, false],
    [{ fullName: 'Ana Roa', company: 'Aceros' }, false],
    [{ fullName: 'Ana Roa Gil', company: 'Forjas' }, false],
    [{ company: 'Forjas' }, false],
  ])('%j: %s', (cells, is) => expect(isNamesake(plain, row(cells).values)).toBe(is))
  it('is nobody’s whose name nobody knows', () =>
    expect(isNamesake({ ...plain, named: false }, row({ fullName: 'Ana Roa' }).values)).toBe(false))
})

it.each<[string, Cells, Partial<KnownPerson>, boolean]>([
  ['another name and nothing in common', { fullName: 'Luis Gil' }, {}, true],
  ['one word of it in common', { fullName: 'Ana Gil' }, {}, false],
  ['one number in common', { fullName: 'Luis Gil', phone: '600111222' }, {}, false],
  ['one mailbox in common', { fullName: 'Luis Gil', email: 'ANA@forjas.example' }, {}, false],
  ['another name where none was known', { fullName: 'Luis Gil' }, { name: 'x1', named: false }, false],
  ['no name', {}, {}, false],
])('an id with %s is contradicted', (_, cells, more, is) => {
  const { values } = row({ externalId: 'x1', ...cells })
  const key = keysOf(values)[0]
  expect(key && isContradicted(key, { ...ANA, ...more }, values)).toBe(is)
})
