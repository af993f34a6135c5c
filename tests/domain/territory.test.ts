import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  AREA_FIELDS,
  isServedIn,
  missedFields,
  patches,
  type Area,
  type Site,
  type Territory,
} from '#shared/domain/territory'
import { calendarKey, patchOfKey, windowAt, withPatch } from '#shared/domain/window'

const MADRID: Site = {
  listId: 'metal',
  region: 'ES-MD',
  province: 'Madrid',
  postalCode: '28 013',
  industry: 'Metalurgia',
}
const territory = (n: number, ...areas: Area[]): Territory => ({ n, repId: `rep ${n}`, areas })
const patch = (...all: Territory[]) => patches(all)(MADRID)

describe('a territory', () => {
  it.each<[string, Area, boolean]>([
    ['a country', { countries: ['ES'] }, true],
    ['another country', { countries: ['PT', 'FR'] }, false],
    ['a region', { regions: ['ES-CT', 'ES-MD'] }, true],
    ['another region', { regions: ['ES-CT'] }, false],
    ['a province, whatever its accents and capitals', { provinces: ['MADRÍD'] }, true],
    ['the beginning of a postcode, spaces aside', { postcodes: ['280'] }, true],
    ['another beginning', { postcodes: ['08', '290'] }, false],
    ['an industry', { industries: ['metalurgia'] }, true],
    ['a list', { lists: ['metal'] }, true],
    ['all of its fields', { countries: ['ES'], industries: ['Textil'] }, false],
    ['nothing, which is nobody', {}, false],
    ['fields without values, which is nobody', { countries: [] }, false],
  ])('asks %s', (_, area, isIn) => {
    expect(patch(territory(1, area))).toBe(isIn ? '1' : '')
  })

  it('holds who lies in any of its areas, and names every one that does, in order', () => {
    const spain = territory(3, { countries: ['FR'] }, { countries: ['ES'] })
    expect(patch(spain, territory(12, { countries: ['PT'] }), territory(2, { provinces: ['Madrid'] }))).toBe(
      '2.3',
    )
  })

  it('knows nothing of who says nothing', () => {
    const unknown = { listId: 'x', region: '', province: null, postalCode: null, industry: null }
    for (const field of AREA_FIELDS)
      expect(patches([territory(1, { [field]: ['ES', 'x1'] })])(unknown)).toBe('')
  })

  it('is one field more never wider', () => {
    const values = fc.subarray(['ES', 'ES-MD', 'Madrid', '28', 'Metalurgia', 'metal', 'FR'])
    const area = fc.record(Object.fromEntries(AREA_FIELDS.map((field) => [field, values])))
    fc.assert(
      fc.property(area, fc.constantFrom(...AREA_FIELDS), (whole, dropped) => {
        const { [dropped]: _, ...wider } = whole
        const isBlank = Object.values(wider).every((each) => each.length === 0)
        fc.pre(!isBlank)
        if (patch(territory(1, whole)) === '1') expect(patch(territory(1, wider))).toBe('1')
      }),
    )
  })

  it('says by which fields somebody lies outside, of the area that comes nearest', () => {
    const far = { countries: ['FR'], industries: ['Textil'] }
    expect(missedFields(territory(1, far, { countries: ['ES'], postcodes: ['08'] }), MADRID)).toEqual([
      'postcodes',
    ])
  })
})

describe('who is served', () => {
  it('are those in it; everybody to who has none', () => {
    expect(isServedIn('1.12', 12)).toBe(true)
    expect(isServedIn('1.12', 2)).toBe(false)
    expect(isServedIn('', 1)).toBe(false)
    expect(isServedIn('', null)).toBe(true)
    expect(isServedIn('4', null)).toBe(true)
  })

  it('stands in the calendar, whose hours it does not touch', () => {
    const key = calendarKey({
      country: 'ES',
      region: 'ES-MD',
      business: true,
      basis: true,
      zones: ['Europe/Madrid'],
      home: 'Europe/Madrid',
    })
    const mine = withPatch(key, '1.4')
    expect(patchOfKey(mine)).toBe('1.4')
    expect(withPatch(mine, '')).toBe(key)
    const noon = Date.UTC(2026, 2, 10, 11)
    expect(windowAt(mine, noon)).toMatchObject({ open: windowAt(key, noon).open })
  })
})
