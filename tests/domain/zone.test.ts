import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { isZone } from '#shared/domain/offset'
import { countryOf, zonesOf, type Whereabouts } from '#shared/domain/zone'
import { COUNTRY_ZONES } from '#shared/domain/zone-countries'
import { PREFIX_ZONES } from '#shared/domain/zone-prefixes'

const NOWHERE: Whereabouts = {
  zone: null,
  country: null,
  province: null,
  postalCode: null,
  phones: [],
  listCountry: null,
}
const zones = (where: Partial<Whereabouts>) => zonesOf({ ...NOWHERE, ...where })
const fixed = (e164: string) => [{ e164, type: 'fixed' as const }]
const mobile = (e164: string) => [{ e164, type: 'mobile' as const }]

describe('the zone of a person', () => {
  it('is what was set by hand, whatever else is known', () => {
    expect(zones({ zone: 'Europe/Lisbon', postalCode: '28001', phones: fixed('+34922111222') })).toEqual([
      'Europe/Lisbon',
    ])
  })

  it('follows a Spanish postal code, then the province, before the number', () => {
    const inSpain = { country: 'ES', phones: fixed('+34915551212') }
    expect(zones({ ...inSpain, postalCode: '35001' })).toEqual(['Atlantic/Canary'])
    expect(zones({ ...inSpain, postalCode: '38 001' })).toEqual(['Atlantic/Canary'])
    expect(zones({ ...inSpain, postalCode: '8001', province: 'Las Palmas' })).toEqual(['Europe/Madrid'])
    expect(zones({ ...inSpain, province: 'Santa Cruz de Tenerife' })).toEqual(['Atlantic/Canary'])
    expect(zones({ ...inSpain, province: 'CÁDIZ', phones: fixed('+34928111222') })).toEqual(['Europe/Madrid'])
  })

  it('does not read a foreign postal code as a Spanish one', () => {
    expect(zones({ country: 'DE', postalCode: '35037' })).toEqual(['Europe/Berlin'])
  })

  it('follows the longest prefix of a fixed line', () => {
    expect(zones({ phones: fixed('+34915551212') })).toEqual(['Europe/Madrid'])
    expect(zones({ phones: fixed('+34922111222') })).toEqual(['Atlantic/Canary'])
    expect(zones({ phones: fixed('+34928111222') })).toEqual(['Atlantic/Canary'])
    expect(zones({ phones: fixed('+12125550100') })).toEqual(['America/New_York'])
  })

  it('of a mobile is only known by its country: all its zones', () => {
    expect(zones({ phones: mobile('+34600111222') })).toEqual(['Europe/Madrid', 'Atlantic/Canary'])
    expect(zones({ phones: mobile('+33612345678') })).toEqual(['Europe/Paris'])
    expect(zones({ phones: [...mobile('+34600111222'), ...fixed('+34928111222')] })).toEqual([
      'Atlantic/Canary',
    ])
  })

  it('falls back on the list, and is unknown without anything', () => {
    expect(zones({ listCountry: 'PT' })).toEqual(['Europe/Lisbon', 'Atlantic/Azores'])
    expect(zones({ listCountry: 'ES', province: 'Lanzarote' })).toEqual(['Atlantic/Canary'])
    expect(zones({})).toEqual([])
    expect(countryOf(NOWHERE)).toBeNull()
  })
})

describe('the tables', () => {
  it('hold only zones that a clock can be set to', () => {
    const named = [PREFIX_ZONES, COUNTRY_ZONES].flatMap((table) => table.match(/[A-Z]\w+\/[\w/-]+/g) ?? [])
    expect([...new Set(named)].filter((zone) => !isZone(zone))).toEqual([])
    expect(named.length).toBeGreaterThan(500)
  })

  const source = '../shared/data/libphonenumber/map_data.txt'
  it.skipIf(!existsSync(source))('answer for every prefix of the file they were made from', () => {
    const rows = readFileSync(source, 'utf8')
      .split('\n')
      .filter((line) => /^\d+\|[^&]+$/.test(line))
      .map((line) => line.split('|') as [string, string])
    const asClock = (zone: string) => new Date(Date.UTC(2026, 6, 1)).toLocaleString('en', { timeZone: zone })
    const wrong = rows.filter(([prefix, zone]) => {
      const [found = ''] = zones({ phones: fixed(`+${prefix}`) })
      return found === '' || asClock(found) !== asClock(zone)
    })
    expect(rows.length).toBeGreaterThan(2900)
    expect(wrong).toEqual([])
  })
})
