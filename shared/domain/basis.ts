import { addDays } from './calendar.ts'

/** Why somebody may be called at all: of a person and a channel, each a fact with its proof (PRODUCT.md section 9). */
export const BASIS_KINDS = [
  'consent',
  'existing_customer',
  'legitimate_interest',
  'contract',
  'public_source',
] as const
export type BasisKind = (typeof BASIS_KINDS)[number]
export const CHANNELS = ['call', 'mail'] as const

export type Basis = {
  kind: BasisKind
  /** False: it was withdrawn on that day. */
  given: boolean
  /** Consent: when it was given. Existing customer: the last dealing. `YYYY-MM-DD`. */
  on: string
}

export type BasisState = {
  holds: boolean
  /** Why not. */
  lack: 'none' | 'withdrawn' | 'ended' | null
  /** First day it holds no more; null = none is known. */
  until: string | null
  consent: boolean
}

/**
 * Does a ground to call stand today? The person's newest one goes before the list's; one that ended falls back on the
 * list's, one that was withdrawn does not. `months`: how long an existing customer is one, null = without end.
 */
export function basisOf(
  newest: Basis | null,
  ofList: boolean,
  months: number | null,
  today: string,
): BasisState {
  const list = (lack: 'none' | 'ended'): BasisState => ({
    holds: ofList,
    lack: ofList ? null : lack,
    until: null,
    consent: false,
  })
  if (!newest || (newest.given && newest.on > today)) return list('none')
  if (!newest.given) return { holds: false, lack: 'withdrawn', until: null, consent: false }
  const consent = newest.kind === 'consent'
  if (newest.kind !== 'existing_customer' || months === null)
    return { holds: true, lack: null, until: null, consent }
  const until = monthsAfter(newest.on, months)
  if (today >= until) return list('ended')
  // Where the list has a ground of its own, nothing ends on that day.
  return { holds: true, lack: null, until: ofList ? null : until, consent }
}

/** The same day of a later month; the last one of a month that is shorter, and the day after the dealing's anniversary. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const anniversary = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return addDays(anniversary.toISOString().slice(0, 10), 1)
}

/**
 * Two people are one: whose ground stands? What was withdrawn goes before all but a consent that was given on a later
 * day (suppression wins every merge); of two alike the later day, then the one who stays.
 */
export function groundOfBoth(kept: Basis | null, other: Basis | null): 'kept' | 'other' {
  if (!other) return 'kept'
  if (!kept) return 'other'
  if (kept.given === other.given) return other.on > kept.on ? 'other' : 'kept'
  const [no, yes] = kept.given ? [other, kept] : [kept, other]
  const stands = yes.kind === 'consent' && yes.on > no.on ? yes : no
  return stands === kept ? 'kept' : 'other'
}
