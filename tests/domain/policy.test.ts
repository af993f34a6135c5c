import { describe, expect, it } from 'vitest'

import { basisOf, type Basis } from '#shared/domain/basis'
import { holidaysOf, yearOf } from '#shared/domain/holidays'
import { PACK_IDS, type PackId } from '#shared/domain/policy/pack'
import { audienceOf, inForce, overdue, PACKS } from '#shared/domain/policy/packs'
import { regionOf } from '#shared/domain/region'
import { screeningOf, type Taken } from '#shared/domain/screening'
import { windowAt, zonesOfKey, type CalendarOf } from '#shared/domain/window'
import { zonesOf } from '#shared/domain/zone'
import { of, open, US } from '../helpers/calendar.ts'

describe('packs', () => {
  it('are lists of dated rules, each with its source', () => {
    const rules = PACK_IDS.flatMap((id) => PACKS[id])
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { source, since, reviewBy } of rules) {
      expect(source.name).not.toBe('')
      // What is not our own practice is read again some day.
      expect([source.name, reviewBy === null]).toEqual([source.name, source.name === 'Own practice'])
      expect(since ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it.each<[PackId, 'line' | 'screening' | 'consent' | 'existing', 'business' | 'consumers', string, number]>([
    ['ES', 'line', 'business', '2025-06-06', 0],
    ['ES', 'line', 'business', '2025-06-07', 1],
    ['ES', 'line', 'consumers', '2026-03-10', 1],
    ['GB', 'line', 'consumers', '2026-03-10', 0],
    ['ES', 'screening', 'consumers', '2026-03-10', 1],
    ['ES', 'screening', 'business', '2026-03-10', 0],
    ['GB', 'screening', 'business', '2026-03-10', 1],
    ['US', 'screening', 'business', '2026-03-10', 0],
    ['US', 'screening', 'consumers', '2026-03-10', 1],
    ['FR', 'consent', 'consumers', '2026-08-10', 0],
    ['FR', 'consent', 'consumers', '2026-08-11', 1],
    ['FR', 'consent', 'business', '2026-08-11', 0],
    ['ES', 'existing', 'consumers', '2026-03-10', 1],
    ['default', 'screening', 'consumers', '2026-03-10', 0],
  ])('%s, %s, %s on %s: %i', (pack, kind, who, day, rules) =>
    expect(inForce(pack, kind, who, day).length).toBe(rules),
  )

  it('say when a source should have been read again', () => {
    expect(overdue('ES', 'consumers', '2026-12-31')).toBeNull()
    expect(overdue('ES', 'consumers', '2027-01-01')?.reviewBy).toBe('2026-12-31')
    expect(overdue('default', 'business', '2040-01-01')).toBeNull()
  })

  it.each([
    ['GB', true, 'business'],
    ['GB', false, 'consumers'],
    ['ES', false, 'business'],
    [null, false, 'business'],
  ])('somebody in %s on a B2B list, with a company: %s, is %s', (country, hasCompany, audience) =>
    expect(audienceOf({ businessList: true, hasCompany, country }, '2026-03-10')).toBe(audience),
  )
})

describe('hours', () => {
  it.each([
    // The Canaries live an hour behind; clocks go forward on 29 March 2026, at one o'clock UTC.
    ['2026-03-10T20:30Z', { zones: ['Atlantic/Canary'] }, true],
    ['2026-03-10T20:30Z', {}, false],
    ['2026-03-27T19:59Z', {}, true],
    ['2026-03-30T18:59Z', {}, true],
    ['2026-03-30T19:00Z', {}, false],
    ['2026-10-26T08:30Z', {}, true],
    ['2026-10-23T06:59Z', {}, false],
    ['2026-03-14T11:00Z', {}, false],
    // Good Friday; a holiday of Madrid alone, the second of May 2025, a Friday.
    ['2026-04-03T10:00Z', {}, false],
    ['2025-05-02T10:00Z', { region: 'ES-MD' }, false],
    ['2025-05-02T10:00Z', { region: 'ES-CT' }, true],
    ['2025-05-02T10:00Z', {}, true],
    // France: noon break, and only with their yes since 11 August 2026.
    ['2026-08-10T09:00Z', { country: 'FR', zones: ['Europe/Paris'] }, true],
    ['2026-08-10T11:30Z', { country: 'FR', zones: ['Europe/Paris'] }, false],
    ['2026-08-11T09:00Z', { country: 'FR', zones: ['Europe/Paris'] }, false],
    ['2026-08-11T09:00Z', { country: 'FR', zones: ['Europe/Paris'], consented: true }, true],
    ['2026-08-11T09:00Z', { country: 'FR', zones: ['Europe/Paris'], business: true }, true],
    // Arizona keeps its clock when the others move theirs (8 March 2026); 21:00 there is 04:00 UTC all year.
    ['2026-03-07T03:30Z', US('US-AZ', 'America/Phoenix'), true],
    ['2026-03-12T03:30Z', US('US-AZ', 'America/Phoenix'), true],
    ['2026-03-12T03:30Z', US('US-CO', 'America/Denver'), false],
    // Indiana moves; Indianapolis and Chicago are an hour apart.
    ['2026-03-12T00:30Z', US('US-IN', 'America/Indiana/Indianapolis'), true],
    ['2026-03-12T01:30Z', US('US-IN', 'America/Indiana/Indianapolis'), false],
    ['2026-03-12T01:30Z', US('US-IN', 'America/Chicago'), true],
    // Florida ends at eight; Texas begins at noon on Sundays; Louisiana has no Sundays and no holidays.
    ['2026-03-11T00:30Z', US('US-FL', 'America/New_York'), false],
    ['2026-03-11T00:30Z', US('US-NY', 'America/New_York'), true],
    ['2026-03-15T16:30Z', US('US-TX', 'America/Chicago'), false],
    ['2026-03-15T17:30Z', US('US-TX', 'America/Chicago'), true],
    ['2026-03-15T17:30Z', US('US-LA', 'America/Chicago'), false],
    ['2026-07-03T17:30Z', US('US-LA', 'America/Chicago'), false],
    // No state known: what all states allow.
    ['2026-03-10T13:30Z', US('US', 'America/New_York'), false],
    ['2026-03-10T14:30Z', US('US', 'America/New_York'), true],
    ['2026-03-10T22:30Z', US('US', 'America/New_York'), false],
    // Mexico keeps one time all year since 2022; Brazil too, since 2019. No pack: business alone.
    ['2026-07-01T15:30Z', { country: 'MX', zones: ['America/Mexico_City'], business: true }, true],
    ['2026-07-02T00:30Z', { country: 'MX', zones: ['America/Mexico_City'], business: true }, true],
    ['2026-07-02T01:30Z', { country: 'MX', zones: ['America/Mexico_City'], business: true }, false],
    ['2026-11-16T18:00Z', { country: 'MX', zones: ['America/Mexico_City'], business: true }, false],
    ['2026-12-01T12:30Z', { country: 'BR', zones: ['America/Sao_Paulo'], business: true }, true],
    ['2026-09-07T15:30Z', { country: 'BR', zones: ['America/Sao_Paulo'], business: true }, false],
    ['2026-12-01T12:30Z', { country: 'BR', zones: ['America/Sao_Paulo'] }, false],
    // A day on which a screening ends, and one on which it has.
    ['2026-03-10T10:00Z', { until: '2026-03-11' }, true],
    ['2026-03-11T10:00Z', { until: '2026-03-11' }, false],
    ['2026-03-10T10:00Z', { closed: true, business: true }, false],
  ] as [string, Partial<CalendarOf>, boolean][])('%s %o: %s', (instant, more, isOpen) =>
    expect(open(instant, more)).toBe(isOpen),
  )

  it('of a number that is nowhere are those of everywhere it may be', () => {
    const where = { zone: null, province: null, postalCode: null, listCountry: null }
    const phones = (e164: string) => [{ e164, type: 'other' as const }]
    // Toll-free: the country and no more. A number of no country: unknown, never called but in business.
    expect(zonesOf({ ...where, country: null, phones: phones('+18005550100') }).length).toBeGreaterThan(5)
    expect(zonesOf({ ...where, country: null, phones: phones('+99912345') })).toEqual([])
    const unknown = of({ country: null, zones: [] })
    expect(zonesOfKey(unknown)).toEqual([])
    expect(windowAt(unknown, Date.parse('2026-03-10T10:00Z'))).toEqual({ open: false, changesAt: null })
  })
})

describe('regions', () => {
  it.each([
    ['ES', null, '28013', 'ES-MD'],
    ['ES', null, '8001', 'ES-CT'],
    ['ES', 'Bizkaia', null, 'ES-PV'],
    ['ES', 'Nowhere', null, 'ES'],
    ['GB', null, 'EH1 1YZ', 'GB-SCT'],
    ['GB', null, 'BT1 5GS', 'GB-NIR'],
    ['GB', null, 'SW1A 1AA', 'GB-ENG'],
    ['GB', null, 'SY1 1AA', 'GB'],
    ['US', 'fl', null, 'US-FL'],
    ['US', 'New York', null, 'US-NY'],
    ['DE', 'Bayern', null, 'DE-BY'],
    ['FR', null, '67000', 'FR-57'],
    ['JP', 'Tokyo', null, 'JP'],
    [null, 'Madrid', '28013', ''],
  ])('%s, %s, %s is %s', (country, province, postalCode, region) =>
    expect(regionOf({ country, province, postalCode })).toBe(region),
  )

  it('keep days of their own, and years that are not here are said', () => {
    expect(holidaysOf('ES-AN')('2026-02-28')).toBe(true)
    expect(holidaysOf('ES-MD')('2026-02-28')).toBe(false)
    expect(holidaysOf('GB-SCT')('2026-11-30')).toBe(true)
    expect(holidaysOf('GB-ENG')('2026-04-06')).toBe(true)
    expect(holidaysOf('US-FL')('2026-11-26')).toBe(true)
    expect([2026, 2027, 2028].map((year) => yearOf('ES', year))).toEqual(['known', 'provisional', 'missing'])
    expect([yearOf('FR', 2028), yearOf('FR', 2029), yearOf('JP', 2026)]).toEqual([
      'known',
      'missing',
      'missing',
    ])
  })

  it('keep Easter Monday where the law does, every year that is here', () => {
    const easter: Readonly<Record<number, string>> = {
      2025: '04-21',
      2026: '04-06',
      2027: '03-29',
      2028: '04-17',
    }
    for (const [year, monday] of Object.entries(easter))
      for (const country of ['FR', 'DE', 'IT', 'AT', 'NL', 'PL', 'GB-ENG', 'IE'])
        expect([country, year, holidaysOf(country)(`${year}-${monday}`)]).toEqual([country, year, true])
  })
})

describe('screening', () => {
  const of = (pack: PackId, who: 'business' | 'consumers', taken: Taken, from = '2026-03-01') =>
    screeningOf(inForce(pack, 'screening', who, '2026-03-10'), taken, from, '2026-03-10')
  it.each([
    ['GB', 'business', {}, { kind: 'missing', list: 'ctps' }],
    ['GB', 'business', { ctps: '2026-02-10' }, { kind: 'fresh', until: '2026-03-11' }],
    ['GB', 'business', { ctps: '2026-02-09' }, { kind: 'stale', list: 'ctps', takenOn: '2026-02-09' }],
    ['GB', 'consumers', { ctps: '2026-03-09' }, { kind: 'missing', list: 'tps' }],
    ['US', 'consumers', { dnc: '2026-02-07' }, { kind: 'fresh', until: '2026-03-11' }],
    ['US', 'consumers', { dnc: '2026-02-06' }, { kind: 'stale', list: 'dnc', takenOn: '2026-02-06' }],
    ['US', 'business', {}, { kind: 'fresh', until: null }],
    ['ES', 'consumers', { robinson: '2026-03-01' }, { kind: 'fresh', until: null }],
    [
      'ES',
      'consumers',
      { robinson: '2026-02-28' },
      { kind: 'stale', list: 'robinson', takenOn: '2026-02-28' },
    ],
    ['default', 'consumers', {}, { kind: 'fresh', until: null }],
  ] as const)('%s %s with %o: %o', (pack, who, taken, state) => expect(of(pack, who, taken)).toEqual(state))
})

describe('lawful basis', () => {
  const given = (kind: Basis['kind'], on: string): Basis => ({ kind, given: true, on })
  it.each<[Basis | null, boolean, number | null, boolean, string | null, string | null]>([
    [null, false, 12, false, 'none', null],
    [null, true, 12, true, null, null],
    [given('consent', '2020-01-01'), false, 12, true, null, null],
    [given('consent', '2026-03-11'), false, 12, false, 'none', null],
    [{ ...given('consent', '2026-03-10'), given: false }, true, 12, false, 'withdrawn', null],
    [given('existing_customer', '2025-03-10'), false, 12, true, null, '2026-03-11'],
    [given('existing_customer', '2025-03-09'), false, 12, false, 'ended', null],
    [given('existing_customer', '2025-03-09'), true, 12, true, null, null],
    [given('existing_customer', '2015-03-09'), false, null, true, null, null],
  ])('%o, the list has one: %s, %s months', (newest, ofList, months, holds, lack, until) =>
    expect(basisOf(newest, ofList, months, '2026-03-10')).toMatchObject({ holds, lack, until }),
  )

  it('of a customer of the end of a month holds to the end of the next February', () => {
    expect(basisOf(given('existing_customer', '2024-02-29'), false, 12, '2025-02-28').until).toBe(
      '2025-03-01',
    )
  })
})
