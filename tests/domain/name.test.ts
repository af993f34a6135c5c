import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { companyKey, isSameCompany } from '#shared/domain/company-key'
import { cased, isOtherName, isSameName, nameKey, nameParts } from '#shared/domain/name'
import { fold } from '#shared/lib/fold'

describe('given and family names', () => {
  it.each([
    ['GARCÍA LÓPEZ, JUAN JOSÉ', 'Juan José', 'García López'],
    ['José Luis de la Fuente Ruiz', 'José Luis', 'de la Fuente Ruiz'],
    ['María del Carmen Ruiz Soto', 'María del Carmen', 'Ruiz Soto'],
    ['Ana García', 'Ana', 'García'],
    ['Ana García López', 'Ana', 'García López'],
    ['Ana María García', 'Ana María', 'García'],
    ['Sr. Pedro Mármol Gil', 'Pedro', 'Mármol Gil'],
    ["DOÑA INÉS O'DONNELL", 'Inés', "O'Donnell"],
    ['Cher', 'Cher', null],
    ['Señora Pilar Rahola', 'Pilar', 'Rahola'],
    ['Arq. Luz Marina Peña', 'Luz', 'Marina Peña'],
    ['Att. Luis Gil', 'Luis', 'Gil'],
    ['Dott.ssa Chiara De Luca', 'Chiara', 'De Luca'],
    ['Juan Pérez (Gerente)', 'Juan', 'Pérez'],
    ['(Gerente)', '(Gerente)', null],
    ['John Smith PhD', 'John', 'Smith'],
    ['Eng Wei', 'Eng', 'Wei'],
  ])('%s', (name, given, family) => expect(nameParts(name, 'es')).toEqual({ given, family }))
  it('an English name has one family name', () => {
    expect(nameParts('Mary Ann Smith', 'en')).toEqual({ given: 'Mary Ann', family: 'Smith' })
  })
  it('CLDR: what is sorted by family name comes apart again', () => {
    type Case = { fields: Record<string, string>; sorting_long_formal?: string }
    const { cases } = JSON.parse(readFileSync('../shared/data/names/cldr-es-person-names.json', 'utf8')) as {
      cases: Case[]
    }
    const sorted = cases.filter(({ sorting_long_formal: text }) => /^[^,]+, [^,]+$/.test(text ?? ''))
    expect(sorted.length).toBeGreaterThan(0)
    for (const { fields, sorting_long_formal: text = '' } of sorted)
      expect(nameParts(text, 'es').family).toContain(fields['surname'] ?? fields['surname-core'])
  })
  it('only what is all in capitals is written anew', () => {
    expect(['JOSÉ DE LA FUENTE', 'iPhone', 'McDonald', 'IT', 'ana'].map(cased)).toEqual([
      'José de la Fuente',
      'iPhone',
      'McDonald',
      'IT',
      'ana',
    ])
  })
})

describe('one name in two ways', () => {
  it.each([
    ['García López, Juan José', 'Juan José Garcia Lopez', true],
    ['Ana Roa', 'Ana Roa Peña', true],
    ['Dr. Ana Roa', 'ana roa', true],
    ['Ana', 'Ana Roa', false],
    ['Ana Roa', 'Luis Roa', false],
  ])('%s, %s: %s', (a, b, same) => expect(isSameName(a, b)).toBe(same))
  it('another name has no word in common', () => {
    expect(isOtherName('Ana Roa', 'Ana García')).toBe(false)
    expect(isOtherName('Ana Roa', 'Luis Gil')).toBe(true)
  })
  it('its words are those that stand between signs, however it is written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abezABÑñy1 ,.-’'.split('')), maxLength: 12 })
    fc.assert(
      fc.property(text, (text) => {
        const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
        const own = words.filter((word) => word !== 'y' && word !== 'e')
        expect(nameKey(text)).toBe(own.toSorted().join(' '))
      }),
      { numRuns: 1000 },
    )
  })
  it('no order, case or accent', () => expect(nameKey('Roa, ANA de')).toBe(nameKey('Ana de Roa')))
})

describe('companies', () => {
  it.each([
    ['Zubia Tools, S.L.', 'zubia tools', 'sl'],
    ['ACME S.A.', 'acme', 'sa'],
    ['Acme Sociedad Anónima', 'acme', 'sa'],
    ['Forjas García & Hijos, S.L.U.', 'forjas garcia y hijos', 'slu'],
    ['Müller GmbH', 'muller', 'gmbh'],
    ['Roa SA de CV', 'roa', 'sadecv'],
    ['SL', 'sl', null],
    ['!!!', '!!!', null],
  ])('%s', (name, key, form) => expect(companyKey(name)).toEqual({ key, form }))
  it('of one name but unlike legal forms are two', () => {
    const [sl, sa, bare] = ['Acme SL', 'Acme SA', 'Acme'].map(companyKey)
    expect(sl && sa && isSameCompany(sl, sa)).toBe(false)
    expect(sl && bare && isSameCompany(sl, bare)).toBe(true)
  })
})
