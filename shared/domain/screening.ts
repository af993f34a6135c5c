import { addDays } from './calendar.ts'
import type { ScreeningRule } from './policy/pack.ts'

/** Registers of people who want no such calls, by country: PRODUCT.md section 9. */
export const SCREENING_LISTS = ['robinson', 'tps', 'ctps', 'dnc'] as const
export type ScreeningList = (typeof SCREENING_LISTS)[number]

/** Whose numbers a register holds. */
export const LIST_COUNTRY: Readonly<Record<ScreeningList, string>> = {
  robinson: 'ES',
  tps: 'GB',
  ctps: 'GB',
  dnc: 'US',
}

const CODE: Readonly<Record<ScreeningList, string>> = { robinson: '+34', tps: '+44', ctps: '+44', dnc: '+1' }
/** A register says something of numbers of its own country alone; `e164` is of that calling code. */
export const isOfRegister = (list: ScreeningList, e164: string): boolean => e164.startsWith(CODE[list])

/** The day of the newest file of each register that is here. */
export type Taken = Readonly<Partial<Record<ScreeningList, string>>>

export type ScreeningState =
  /** `until`: first day it is stale, null = never. */
  | { kind: 'fresh'; until: string | null }
  | { kind: 'missing'; list: ScreeningList }
  | { kind: 'stale'; list: ScreeningList; takenOn: string }

/** Were the registers that a rule names asked lately enough? `campaignFrom` is the day the call list began. */
export function screeningOf(
  rules: readonly ScreeningRule[],
  taken: Taken,
  campaignFrom: string,
  today: string,
): ScreeningState {
  let until: string | null = null
  for (const { lists, within } of rules)
    for (const list of lists) {
      const takenOn = taken[list]
      if (takenOn === undefined) return { kind: 'missing', list }
      const isStale = within === 'campaign' ? takenOn < campaignFrom : addDays(takenOn, within) < today
      if (isStale) return { kind: 'stale', list, takenOn }
      const ends = within === 'campaign' ? null : addDays(takenOn, within + 1)
      if (ends !== null && (until === null || ends < until)) until = ends
    }
  return { kind: 'fresh', until }
}
