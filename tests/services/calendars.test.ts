import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { calendars } from '#electron/services/import/fresh'
import { lawOfComing } from '#electron/services/law'
import { testApp, ZONE, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(() => void (app = testApp()))
afterEach(() => app.close())

const phone = fc.record({
  e164: fc.constantFrom(
    '+34928111222',
    '+34915551212',
    '+34600111222',
    '+12125550100',
    '+13105550100',
    '+35121555',
  ),
  type: fc.constantFrom('mobile' as const, 'fixed' as const),
})
const where = fc.record({
  country: fc.constantFrom(null, null, 'ES', 'US', 'PT'),
  province: fc.constantFrom(null, 'Las Palmas', 'Madrid', 'Nowhere'),
  postalCode: fc.constantFrom(null, '35001', '8019', 'x'),
  phones: fc.array(phone, { maxLength: 2 }),
})

it('whoever was asked about before, somebody is called by the hours of where they are', () => {
  const list = { id: 'l', business: false, country: 'ES', basis: 'x', createdAt: 0 } as never
  const given = { list, zone: ZONE, law: lawOfComing(app.db, ZONE, app.clock.now(), list) }
  const kept = calendars(given)
  fc.assert(
    fc.property(where, fc.boolean(), (where, hasCompany) => {
      expect(kept(where, hasCompany)).toBe(calendars(given)(where, hasCompany))
    }),
    { numRuns: 1500 },
  )
})
