import { isOpen, NOBODY, type FitFacts } from '#shared/domain/fit'
import type { KnownCompany } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import { freshEntry } from '#shared/domain/place'
import type { ScoreProfile, Signal } from '#shared/domain/profile'
import type { QueueEntry } from '#shared/domain/queue'
import { fitOf, hasIntent, isMql } from '#shared/domain/score'
import { IN_QUEUE, type Stage } from '#shared/domain/stage'
import { regionOf } from '#shared/domain/region'
import { calendarKey } from '#shared/domain/window'
import { countryOf, zonesOf } from '#shared/domain/zone'
import type { ListRow } from '#electron/db/people'
import { calendarPart, countryToScreen, type LawOfComing } from '../law.ts'

/** What all leads of an import have in common. */
export type Writing = {
  list: ListRow
  profile: ScoreProfile
  at: number
  zone: string
  /** E.164 that nobody may call. */
  silenced: ReadonlySet<string>
  law: LawOfComing
}

type Birth = 'inquiry' | 'lead' | 'mql'
export const isBirth = (stage: Stage): stage is Birth => IN_QUEUE.includes(stage)

/** Whoever asked to be contacted is an inquiry until somebody looks; the gate of an MQL is passed by itself. */
export function birthOf(signals: readonly Signal[], fit: number, { profile, at }: Writing): Birth {
  if (signals.length === 0) return 'lead'
  if (isMql(fit, hasIntent(signals, profile, at))) return 'mql'
  return signals.some(({ kind }) => profile.signals[kind].group !== 'reading') ? 'inquiry' : 'lead'
}

type Who = Pick<FitFacts, 'title' | 'country' | 'province' | 'city' | 'source' | 'campaign'> & {
  emails: readonly string[]
}
export const fitFacts = (
  { title, country, province, city, source, campaign, emails }: Who,
  company: KnownCompany | null,
  extra: Values['extra'],
): FitFacts => ({
  industry: company?.industry ?? null,
  employees: company?.employees ?? null,
  title,
  country,
  province,
  city,
  source,
  campaign,
  emails: emails.length < 2 ? (emails[0] ?? null) : emails.join(' '),
  extra,
})

/** Fit in hundredths; one sum serves all who differ in nothing that a rule looks at. */
export function fits({ profile, list }: Pick<Writing, 'profile' | 'list'>): (facts: FitFacts) => number {
  const asksNothing = profile.fit.every((rule) => isOpen(profile, list.id, rule))
  const open = fitOf(NOBODY, profile, list.id)
  return (facts) => (asksNothing ? open : fitOf(facts, profile, list.id))
}

type Fresh = {
  stage: Birth
  fit: number
  signals: readonly Signal[]
  forbidden: boolean
  hasCompany: boolean
}
type EntryOf = (values: Values, fresh: Fresh) => QueueEntry | null

type Where = Pick<Values, 'country' | 'province' | 'postalCode'> & {
  phones: readonly Pick<Values['phones'][number], 'e164' | 'type'>[]
}

/** By whose hours somebody is called: few differ in what that depends on. */
export function calendars({ list, zone, law }: Pick<Writing, 'list' | 'zone' | 'law'>) {
  const kept = new Map<string, string>()
  return ({ country: own, province, postalCode, phones }: Where, hasCompany: boolean): string => {
    // Of their numbers it takes no more than the country and the zones.
    const where = { zone: null, country: own, province, postalCode, phones, listCountry: list.country }
    const [country, zones] = [countryOf(where), zonesOf(where)]
    const numberCountry = countryToScreen(phones[0]?.e164, country)
    const key = `${country}|${province}|${postalCode}|${zones.join()}|${hasCompany}|${numberCountry}`
    let found = kept.get(key)
    if (found === undefined) {
      const of = {
        country,
        region: regionOf({ ...where, country }),
        ...calendarPart(law.of(country, hasCompany, numberCountry)),
        zones,
        home: zone,
      }
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(key, (found = calendarKey(of)))
    }
    return found
  }
}

/** Thousands of new leads stand in the queue alike: one answer serves all that differ in nothing it depends on. */
export function entries({ list, profile, at, zone, silenced, law }: Writing): EntryOf {
  const kept = new Map<string, Map<string, QueueEntry | null>>()
  const calendarOf = calendars({ list, zone, law })
  return (values, { stage, fit, signals, forbidden, hasCompany }) => {
    const calendar = calendarOf(values, hasCompany)
    const callable = values.phones.filter(({ e164 }) => !silenced.has(e164) && !law.isScreened(e164)).length
    const fresh = { stage, createdAt: at, calendar, forbidden, callable, signals, profile, fit }
    if (signals.length > 0) return freshEntry(fresh, at)
    let alike = kept.get(calendar)
    if (!alike) kept.set(calendar, (alike = new Map()))
    const key = `${fit}${stage}${Number(forbidden)}${Number(callable > 0)}`
    let entry = alike.get(key)
    if (entry === undefined) alike.set(key, (entry = freshEntry(fresh, at)))
    return entry
  }
}
const MOST_KEPT = 50_000
