import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { PACK_IDS, type PackId, type RuleKind } from '#shared/domain/policy/pack'
import { inForce, PACKS, type Audience } from '#shared/domain/policy/packs'
import { STATE_HOURS } from '#shared/domain/policy/us-states'
import { calendarKey, windowAt } from '#shared/domain/window'
import { MINUTE } from '#shared/lib/time'

const DAY = '2026-09-01'
const AUDIENCES = ['business', 'consumers'] as const
const states = Object.keys(STATE_HOURS).map((state) => `us-${state.toLowerCase()}-hours`)
const NONE = { hours: [], line: [], screening: [], consent: [], existing: [], sole_trader: [] } as const

/** Which rules of which kind hold for whom: a new pack, or kind of rule, has no row and this does not compile. */
const HOLDS: Readonly<Record<PackId, Record<Audience, Record<RuleKind, readonly string[]>>>> = {
  ES: {
    business: {
      ...NONE,
      hours: ['es-business-hours'],
      line: ['es-mobile-line'],
      existing: ['es-existing-customer'],
    },
    consumers: {
      ...NONE,
      hours: ['es-consumer-hours'],
      line: ['es-mobile-line'],
      screening: ['es-robinson'],
      existing: ['es-existing-customer'],
    },
  },
  GB: {
    business: {
      ...NONE,
      hours: ['gb-business-hours'],
      screening: ['gb-ctps'],
      sole_trader: ['gb-sole-traders'],
    },
    consumers: {
      ...NONE,
      hours: ['gb-consumer-hours'],
      screening: ['gb-tps'],
      sole_trader: ['gb-sole-traders'],
    },
  },
  US: {
    business: { ...NONE, hours: ['us-business-hours'] },
    consumers: { ...NONE, hours: ['us-consumer-hours', ...states], screening: ['us-dnc'] },
  },
  FR: {
    business: { ...NONE, hours: ['fr-business-hours'] },
    consumers: { ...NONE, hours: ['fr-consumer-hours'], consent: ['fr-consent'] },
  },
  default: { business: { ...NONE, hours: ['default-business-hours'] }, consumers: NONE },
}

describe('the rules that hold', () => {
  it.each(PACK_IDS.flatMap((pack) => AUDIENCES.map((who) => [pack, who] as const)))(
    'in %s for %s',
    (pack, who) => {
      const found = Object.keys(NONE).map((kind) => [
        kind,
        inForce(pack, kind as RuleKind, who, DAY).map(({ id }) => id),
      ])
      expect(Object.fromEntries(found)).toEqual(HOLDS[pack][who])
    },
  )

  it('are all that there are', () => {
    const told = PACK_IDS.flatMap((pack) =>
      AUDIENCES.flatMap((who) => Object.values(HOLDS[pack][who]).flat()),
    )
    expect(new Set(PACK_IDS.flatMap((pack) => PACKS[pack].map(({ id }) => id)))).toEqual(new Set(told))
  })
})

/** Hours of the day, as the law or our own practice has them; written down a second time. */
type Week = { weekday: Spans; saturday: Spans; sunday: Spans; holiday: Spans }
type Spans = readonly (readonly [from: string, to: string])[]
const onWeekdays = (...weekday: Spans): Week => ({ weekday, saturday: [], sunday: [], holiday: [] })
const office = onWeekdays(['09:00', '19:00'])
const WEEKS: Readonly<Record<PackId, Record<Audience, Week>>> = {
  ES: {
    business: onWeekdays(['09:00', '14:00'], ['16:00', '19:00']),
    consumers: onWeekdays(['09:00', '21:00']),
  },
  GB: {
    business: office,
    consumers: { ...onWeekdays(['09:00', '20:00']), saturday: [['09:00', '20:00']] },
  },
  US: {
    business: office,
    consumers: {
      weekday: [['08:00', '21:00']],
      saturday: [['08:00', '21:00']],
      sunday: [['08:00', '21:00']],
      holiday: [['08:00', '21:00']],
    },
  },
  FR: {
    business: onWeekdays(['09:00', '12:30'], ['14:00', '18:00']),
    consumers: onWeekdays(['10:00', '13:00'], ['14:00', '20:00']),
  },
  default: { business: office, consumers: onWeekdays() },
}
/** Where, and the days of 2026 on which clocks change and work rests there. */
type Place = { country: string; region: string; zone: string; forward: string; back: string; holiday: string }
const EUROPE = { forward: '2026-03-29', back: '2026-10-25' }
const PLACES: Readonly<Record<PackId, Place>> = {
  ES: { country: 'ES', region: 'ES-MD', zone: 'Europe/Madrid', ...EUROPE, holiday: '2026-10-12' },
  GB: { country: 'GB', region: 'GB-ENG', zone: 'Europe/London', ...EUROPE, holiday: '2026-08-31' },
  US: {
    country: 'US',
    region: 'US-NY',
    zone: 'America/New_York',
    forward: '2026-03-08',
    back: '2026-11-01',
    holiday: '2026-11-26',
  },
  FR: { country: 'FR', region: 'FR', zone: 'Europe/Paris', ...EUROPE, holiday: '2026-07-14' },
  default: { country: 'DE', region: 'DE-BE', zone: 'Europe/Berlin', ...EUROPE, holiday: '2026-05-01' },
}
const dayBy = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** The days looked at, and what kind each is: the weekends on which clocks change, the days around, a holiday. */
const daysOf = ({ forward, back, holiday }: Place): [day: string, kind: keyof Week][] => [
  ...[forward, back].flatMap((sunday): [string, keyof Week][] => [
    [dayBy(sunday, -2), 'weekday'],
    [dayBy(sunday, -1), 'saturday'],
    [sunday, 'sunday'],
    [dayBy(sunday, 1), 'weekday'],
  ]),
  [holiday, 'holiday'],
]

const every = PACK_IDS.flatMap((pack) =>
  AUDIENCES.flatMap((who) => daysOf(PLACES[pack]).map(([day, kind]) => [pack, who, kind, day] as const)),
)

describe('the hours to the minute, on days when clocks change and on holidays', () => {
  it.each(every)('in %s for %s, %s %s', (pack, who, kind, day) => {
    const { country, region, zone } = PLACES[pack]
    const key = calendarKey({
      country,
      region,
      business: who === 'business',
      basis: true,
      consented: true,
      zones: [zone],
      home: 'Europe/Madrid',
    })
    const at = (time: string) =>
      Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
    const isOpen = (instant: number) => windowAt(key, instant).open
    const spans = WEEKS[pack][who][kind]
    const edges = spans.flatMap(([from, to]) => [
      [from, isOpen(at(from) - 1), isOpen(at(from))],
      [to, isOpen(at(to) - 1), isOpen(at(to))],
    ])
    expect(edges).toEqual(
      spans.flatMap(([from, to]) => [
        [from, false, true],
        [to, true, false],
      ]),
    )
    const [start, end] = [at('00:00'), at('23:59')]
    const inside = (instant: number) => spans.some(([from, to]) => at(from) <= instant && instant < at(to))
    for (let instant = start; instant <= end; instant += 15 * MINUTE)
      expect([instant, isOpen(instant)]).toEqual([instant, inside(instant)])
  })
})

/** What the packs say besides hours: from when, which registers, how old, for how long. Written down a second time. */
const DATED: Readonly<Record<string, unknown>> = {
  'es-mobile-line': { since: '2025-06-07', line: 'mobile' },
  'es-robinson': { since: '2018-12-07', lists: ['robinson'], within: 'campaign' },
  'es-existing-customer': { since: '2023-06-29', months: 12 },
  'gb-tps': { since: '2003-12-11', lists: ['tps'], within: 28 },
  'gb-ctps': { since: '2004-06-25', lists: ['ctps'], within: 28 },
  'gb-sole-traders': { since: '2003-12-11' },
  'us-dnc': { since: '2005-01-01', lists: ['dnc'], within: 31 },
  'fr-consent': { since: '2026-08-11' },
}
const rules = PACK_IDS.flatMap((pack) => PACKS[pack])

it('a rule that is not about hours says since when, of which register, how old and for how long', () => {
  const told = rules
    .filter(({ kind }) => kind !== 'hours')
    .map(({ id, kind: _, who: _who, source: _source, reviewBy: _by, ...rest }) => [id, rest])
  expect(Object.fromEntries(told)).toEqual(DATED)
})

it('hours hold for longer than anybody calls, and have no end', () =>
  expect(rules.filter(({ kind, since, until }) => kind === 'hours' && (since !== null || until))).toEqual([]))
