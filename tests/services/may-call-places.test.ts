import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { insertScreening } from '#electron/db/screening'
import { refresh } from '#electron/services/queue'
import { SCREENING_LISTS } from '#shared/domain/screening'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

type Kind = 'fixed' | 'mobile' | 'other'
type Place = { e164: string; type: Kind; country?: string; province?: string }

/** Somebody there, by what a file says of them: often no more than a number. */
const PLACES = {
  'a Spanish mobile without province': { e164: '+34600111222', type: 'mobile' },
  'the Canaries, by their number': { e164: '+34928111222', type: 'fixed' },
  'a mobile of Las Palmas': { e164: '+34600111223', type: 'mobile', province: 'Las Palmas' },
  Arizona: { e164: '+16025550123', type: 'fixed', country: 'US', province: 'Arizona' },
  'Indianapolis, by its number': { e164: '+13175550123', type: 'fixed', province: 'Indiana' },
  'Mexico City, by its number': { e164: '+525555501234', type: 'fixed' },
  'São Paulo, by its number': { e164: '+551131234567', type: 'fixed' },
  'a +1 800 number': { e164: '+18005550123', type: 'other' },
  'a number of no country': { e164: '+88213000000', type: 'other' },
} as const satisfies Record<string, Place>
type Name = keyof typeof PLACES

let app: DeskApp
const leads = new Map<string, string>()
beforeAll(() => {
  app = deskApp()
  const consumers = app.given.list('Consumers', 'ZZ')
  app.db.run(`UPDATE lists SET country = 'ZZ', basis = 'x', business = id <> '${consumers}'`)
  for (const list of SCREENING_LISTS)
    insertScreening(app.db, {
      id: app.deps.newId(),
      list,
      takenOn: '2026-12-31',
      fileName: 'x.csv',
      at: 0,
      repId: app.lucia,
      state: 'done',
      numbers: 0,
      refused: 0,
      matched: 0,
    })
  for (const [name, { e164, type, ...where }] of Object.entries<Place>(PLACES))
    for (const [who, listId] of [
      ['business', app.list],
      ['consumers', consumers],
    ] as const) {
      const person = app.given.person(`${name} ${who}`, { ...where, phones: [e164] })
      app.db.run(`UPDATE phones SET type = '${type}' WHERE person_id = '${person}'`)
      const at = app.clock.now() - 90 * DAY
      const lead = app.given.lead(person, listId, { createdAt: at, arrivedAt: at, companyId: app.norte })
      leads.set(`${name} ${who}`, lead)
    }
})
afterAll(() => app.close())

async function seen(name: Name, instant: string) {
  app.clock.set(Date.parse(instant))
  const told: string[] = []
  let zones = 0
  for (const who of ['business', 'consumers']) {
    const leadId = leads.get(`${name} ${who}`) ?? ''
    app.db.transaction((tx) => refresh(tx, app.deps, [leadId]))
    const { mayCall, window } = await app.call('queue.why', { leadId })
    told.push([mayCall.effect, ...mayCall.conditions.map(({ rule }) => rule)].join(' '))
    zones = window.zones.length
  }
  return [zones, ...told]
}

/** Zones that are possible, then what is said at these moments: business, consumers. */
type Row = readonly [instant: string, business: string, consumers: string]
const SHUT = ['warn window', 'block window'] as const
const NOWHERE = 'no_rules zone_unknown holidays_missing'
const UNRULED = 'block window no_rules'

/** What is known of every place: a new one has no row, and this does not compile. */
const TABLE: Readonly<Record<Name, readonly [zones: number, ...Row[]]>> = {
  // Madrid and the Canaries, an hour apart: only while it is open in both.
  'a Spanish mobile without province': [
    2,
    ['2026-03-10T08:30Z', ...SHUT],
    ['2026-03-10T16:30Z', 'allow', 'allow'],
    ['2026-03-10T19:30Z', 'warn window', 'allow'],
    ['2026-03-10T20:30Z', ...SHUT],
  ],
  'the Canaries, by their number': [
    1,
    ['2026-03-10T08:30Z', ...SHUT],
    ['2026-03-10T18:30Z', 'allow', 'allow'],
    ['2026-03-10T20:30Z', 'warn window', 'allow'],
    // The day after clocks went forward, and a holiday of all Spain.
    ['2026-03-30T18:30Z', 'warn window', 'allow'],
    ['2026-10-12T10:30Z', ...SHUT],
  ],
  'a mobile of Las Palmas': [1, ['2026-03-10T08:30Z', ...SHUT], ['2026-03-10T18:30Z', 'allow', 'allow']],
  // Keeps its clock when the others move theirs, on 8 March.
  Arizona: [
    1,
    ['2026-03-06T01:30Z', 'allow', 'allow'],
    ['2026-03-11T01:30Z', 'allow', 'allow'],
    ['2026-03-11T02:30Z', 'warn window', 'allow'],
    ['2026-03-11T04:30Z', ...SHUT],
  ],
  'Indianapolis, by its number': [
    1,
    ['2026-03-05T23:30Z', 'allow', 'allow'],
    ['2026-03-10T23:30Z', 'warn window', 'allow'],
    ['2026-03-11T01:30Z', ...SHUT],
  ],
  // No summer time since 2022; no pack either, so that nobody but business is called.
  'Mexico City, by its number': [
    1,
    ['2026-03-11T00:30Z', 'allow no_rules', UNRULED],
    ['2026-07-02T00:30Z', 'allow no_rules', UNRULED],
    ['2026-07-02T01:30Z', 'warn window no_rules', UNRULED],
  ],
  'São Paulo, by its number': [
    1,
    ['2026-03-10T12:30Z', 'allow no_rules', UNRULED],
    ['2026-12-01T12:30Z', 'allow no_rules', UNRULED],
    ['2026-03-11T00:30Z', 'warn window no_rules', UNRULED],
  ],
  // The country and no more: from Hawaii to New York at once, by the hours that all states share.
  'a +1 800 number': [
    8,
    ['2026-03-10T18:30Z', ...SHUT],
    ['2026-03-10T19:30Z', 'allow', 'block window'],
    ['2026-03-10T20:30Z', 'allow', 'allow'],
    ['2026-03-10T22:30Z', 'allow', 'block window'],
    ['2026-03-10T23:30Z', ...SHUT],
  ],
  // Business is called by the desk's clock, and the card says that nobody knows.
  'a number of no country': [
    0,
    ['2026-03-10T09:30Z', `allow ${NOWHERE}`, `block window ${NOWHERE}`],
    ['2026-03-10T19:30Z', `warn window ${NOWHERE}`, `block window ${NOWHERE}`],
  ],
}
const rows = (Object.keys(TABLE) as Name[]).flatMap((name) => {
  const [zones, ...given] = TABLE[name]
  return given.map(([instant, business, consumers]) => [name, instant, zones, business, consumers] as const)
})

describe('may I call, by where somebody is', () => {
  it.each(rows)('%s at %s: %i zones, business: %s, consumers: %s', async (name, instant, ...expected) =>
    expect(await seen(name, instant)).toEqual(expected),
  )
})
