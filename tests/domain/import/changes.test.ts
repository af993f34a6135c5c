import { describe, expect, it } from 'vitest'

import { isNewBasis, type RowBasis } from '#shared/domain/import/basis-words'
import { changesOf } from '#shared/domain/import/changes'
import type { ColumnRule } from '#shared/domain/import/field'
import type { KnownPerson } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import { DAY } from '#shared/lib/time'
import { ANA, LEAD, NOW, row } from '../../helpers/known-person.ts'

const BLANK = row({}).values
const CONSENT: RowBasis = { kind: 'consent', given: true, on: '2026-02-01', dated: true, proof: null }

/** `field: before -> after` of what a row would change. */
const changed = (
  values: Partial<Values>,
  rule: ColumnRule = 'overwrite',
  person: Partial<KnownPerson> = {},
) =>
  changesOf({ ...ANA, country: 'ES', ...person }, LEAD, { ...BLANK, ...values }, () => rule).map(
    ({ field, header, before, after }) => `${field ?? header}: ${before} -> ${after}`,
  )
const demo = { kind: 'demo', at: NOW } as const

describe('what a row would change', () => {
  it.each<[string, Partial<Values>, ColumnRule, string[]]>([
    ['a country is no text to append to', { country: 'PT' }, 'append', []],
    ['a title is, once', { title: 'CEO' }, 'append', ['title: Gerente -> Gerente; CEO']],
    ['in whatever case', { title: 'GERENTE' }, 'append', []],
    ['a source that differs in case is the same', { source: 'web' }, 'overwrite', ['source: null -> web']],
    ['a company spelt otherwise is the same', { company: 'FORJAS SL' }, 'overwrite', []],
    ['a size is the company’s', { employees: 41 }, 'overwrite', ['employees: 40 -> 41']],
    [
      'and not another’s',
      { company: 'Aceros', employees: 41, industry: 'metal', domain: 'aceros.example' },
      'overwrite',
      ['company: Forjas S.L. -> Aceros'],
    ],
    ['an address written otherwise is no other', { emails: ['ANA@Forjas.example'] }, 'overwrite', []],
    ['what they did is', { signals: [demo] }, 'fill', [`demo: null -> ${new Date(NOW).toISOString()}`]],
    ['unless its column is left out', { signals: [demo] }, 'never', []],
    ['and so are numbers, addresses and ids', { emails: ['b@b.example'], externalId: 'x2' }, 'never', []],
    ['a ground to call', { basis: CONSENT }, 'fill', ['basis: null -> consent 2026-02-01']],
  ])('%s', (_, values, rule, found) => expect(changed(values, rule)).toEqual(found))

  it('a source in another case is left as it is', () => {
    const lead = { ...LEAD, source: 'Web', campaign: 'Feria' }
    const values = { ...BLANK, source: 'WEB', campaign: 'FERIA' }
    expect(changesOf(ANA, lead, values, () => 'overwrite')).toEqual([])
  })

  it('the newest is what was written later, by its own date or else by when it came', () => {
    const asOf = NOW - DAY
    const title = (of: Partial<Values>) => changed({ title: 'CEO', ...of }, 'newest', { asOf })
    expect(title({})).toEqual([])
    expect(title({ arrivedAt: asOf })).toEqual([])
    expect(title({ arrivedAt: asOf + 1 })).toHaveLength(1)
    expect(title({ updatedAt: asOf - 1, arrivedAt: NOW })).toEqual([])
  })

  it('a ground that stands is none to bring', () => {
    const { kind, given, on } = CONSENT
    expect(changed({ basis: CONSENT }, 'fill', { basis: { kind, given, on } })).toEqual([])
  })

  it('a name comes where an id or an address stood for it', () => {
    const name = { name: 'Ana Roa', givenName: 'Ana', familyName: 'Roa' }
    expect(changed({ name }, 'fill', { name: 'x1', named: false })).toEqual(['familyName: null -> Ana Roa'])
    expect(changed({ name: { ...name, name: 'Ana Gil' } }, 'fill')).toEqual([])
  })
})

describe('a ground to call is newer', () => {
  const known = { kind: 'consent', given: true, on: '2026-02-01' } as const
  it.each<[string, Partial<RowBasis>, boolean]>([
    ['the same one', {}, false],
    ['of a later day', { on: '2026-02-02' }, true],
    ['of a day that the file does not say', { on: '2026-02-02', dated: false }, false],
    ['of another kind on that day', { kind: 'contract' }, true],
    ['of another kind the day before', { kind: 'contract', on: '2026-01-31' }, false],
    ['taken back on that day', { given: false, dated: false }, true],
  ])('%s', (_, more, isNewer) => expect(isNewBasis(known, { ...CONSENT, ...more })).toBe(isNewer))
  it('where there is none', () => expect(isNewBasis(null, CONSENT)).toBe(true))
})
