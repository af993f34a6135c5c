import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'

import { basisOf, type BasisState } from '#shared/domain/basis'
import { dayOf } from '#shared/domain/calendar'
import { yearOf } from '#shared/domain/holidays'
import type { Asked, Policy } from '#shared/domain/may-call'
import type { Narrowings } from '#shared/domain/policy/narrowing'
import { OWN, type PackId, type Source } from '#shared/domain/policy/pack'
import { audienceOf, inForce, overdue, packOf, type Audience } from '#shared/domain/policy/packs'
import { isOfRegister, screeningOf, type ScreeningState } from '#shared/domain/screening'
import { sourcesOfKey, type CalendarOf } from '#shared/domain/window'
import { countryOfNumber } from '#shared/domain/zone'
import { DAY } from '#shared/lib/time'
import { newestBasis } from '#electron/db/basis'
import type { Db } from '#electron/db/open'
import { filesWith, standingScreenings } from '#electron/db/screening'
import { hashOf, keyOfNumbers } from './hashing.ts'
import { newestRule } from './rules.ts'

/** What admins took off the packs, by pack and state. */
export const narrowingsOf = (tx: Db): Narrowings => newestRule(tx, 'policy')?.data ?? {}

type List = { business: boolean; basis?: string | null | undefined; createdAt: number }
type Who = {
  country: string | null
  /** Of the number that would be dialled, whose registers are asked; without it as the person. */
  numberCountry?: string | null
  hasCompany: boolean
  /** Null for somebody who is only coming in. */
  personId: string | null
  e164s: readonly string[]
}
type Screened = NonNullable<Asked['screened']>
type Screening = { state: ScreeningState; source: Source | null }

/** How the packs, the registers and the papers stand for one person on one list. */
export type Law = {
  audience: Audience
  basis: BasisState
  /** Of the number that would be dialled first. */
  screening: ScreeningState
  /** Of a number of that country. */
  screeningIn: (country: string | null) => Screening
  /** Numbers of theirs on a register of their country, and whether they said yes after that. */
  screened: ReadonlyMap<string, Screened>
  narrowings: Narrowings
  today: string
}

export function lawOf(tx: Db, zone: string, now: number, list: List, who: Who): Law {
  const today = dayOf(zone, now)
  const { country, personId } = who
  const pack = packOf(country)
  const audience = audienceOf({ businessList: list.business, ...who }, today)
  const newest = personId === null ? null : newestBasis(tx, { personId, channel: 'call' })
  const [existing] = inForce(pack, 'existing', audience, today)
  const { taken, numbers } = standingScreenings(tx)
  const campaignFrom = dayOf(zone, list.createdAt)
  const screeningIn = (of: string | null): Screening => {
    const rules = inForce(packOf(of), 'screening', audience, today)
    return { state: screeningOf(rules, taken, campaignFrom, today), source: rules[0]?.source ?? null }
  }
  const consentOn = newest?.given && newest.kind === 'consent' ? newest.on : null
  return {
    audience,
    basis: basisOf(newest, (list.basis ?? null) !== null, existing?.months ?? null, today),
    screening: screeningIn(who.numberCountry ?? country).state,
    screeningIn,
    screened: numbers.size === 0 ? NOBODY : screenedOf(tx, numbers, who.e164s, consentOn),
    narrowings: narrowingsOf(tx),
    today,
  }
}
const NOBODY: Law['screened'] = new Map()

/** A calling code that several countries have says nothing against the person's own. */
export function countryToScreen(e164: string | undefined, own: string | null): string | null {
  if (e164 === undefined) return own
  const isOwn = own !== null && isSupportedCountry(own) && e164.startsWith(`+${getCountryCallingCode(own)}`)
  return isOwn ? own : (countryOfNumber(e164) ?? own)
}

function screenedOf(
  tx: Db,
  numbers: ReturnType<typeof standingScreenings>['numbers'],
  e164s: readonly string[],
  consentOn: string | null,
): Law['screened'] {
  const key = keyOfNumbers(tx)
  if (!key) return NOBODY
  const found = e164s.flatMap((e164): [string, Screened][] => {
    const isAsked = (n: number) => {
      const list = numbers.get(n)
      return list !== undefined && isOfRegister(list, e164)
    }
    const file = filesWith(tx, hashOf(key, e164)).find(({ n }) => isAsked(n))
    const list = file && numbers.get(file.n)
    if (!list) return []
    const since = new Date(file.since * DAY).toISOString().slice(0, 10)
    return [[e164, { list, since, consentedSince: consentOn !== null && consentOn >= since }]]
  })
  return new Map(found)
}

/** For a file that comes in: nobody in it has said anything of their own yet. */
export function lawOfComing(tx: Db, zone: string, now: number, list: List) {
  const kept = new Map<string, Law>()
  const of = (country: string | null, hasCompany: boolean, numberCountry: string | null): Law => {
    const key = `${country} ${hasCompany} ${numberCountry}`
    let law = kept.get(key)
    const who = { country, numberCountry, hasCompany, personId: null, e164s: [] }
    if (!law) kept.set(key, (law = lawOf(tx, zone, now, list, who)))
    return law
  }
  const { numbers } = standingScreenings(tx)
  const isScreened = (e164: string) => numbers.size > 0 && screenedOf(tx, numbers, [e164], null).size > 0
  return { of, isScreened }
}
export type LawOfComing = ReturnType<typeof lawOfComing>

/** What of it decides the calendar of a lead. */
export function calendarPart({
  audience,
  basis,
  screening,
  narrowings,
}: Law): Pick<CalendarOf, 'business' | 'basis' | 'consented' | 'until' | 'closed' | 'narrowings'> {
  const ends = [
    audience === 'consumers' ? basis.until : null,
    screening.kind === 'fresh' ? screening.until : null,
  ].filter((day) => day !== null)
  return {
    business: audience === 'business',
    basis: basis.holds,
    consented: basis.consent,
    closed: screening.kind !== 'fresh',
    until: ends.toSorted()[0] ?? null,
    narrowings,
  }
}

/** What the card and the dial are told of it; `e164` is the number that would be dialled. */
export function policyAsked(
  law: Law,
  { country, e164 }: { country: string | null; e164: string | undefined },
  calendar: string,
  now: number,
): Pick<Asked, 'policy' | 'basis' | 'screening' | 'holidays'> {
  const { audience, today } = law
  const pack = packOf(country)
  const year = Number(today.slice(0, 4))
  const screening = law.screeningIn(countryToScreen(e164, country))
  return {
    policy: {
      ...policyOf(pack, audience, today, sourcesOfKey(calendar, now)),
      screening: screening.source,
    },
    basis: law.basis,
    screening: screening.state,
    holidays: { year, known: country === null ? 'known' : yearOf(country, year) },
  }
}

function policyOf(
  pack: PackId,
  audience: Audience,
  day: string,
  hours: readonly Source[],
): Omit<Policy, 'screening'> {
  const source = (kind: 'line' | 'consent') => inForce(pack, kind, audience, day)[0]?.source ?? null
  return {
    mobileLine: source('line'),
    consent: source('consent'),
    // Our own practice is no law to point to.
    hours: hours.findLast(({ name }) => name !== OWN.name) ?? null,
    overdue: overdue(pack, audience, day),
  }
}
