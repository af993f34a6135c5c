import { addDays, dayOf, dayStart, nextQuarterStart } from './calendar.ts'
import { REASONS, type ReasonId } from './reason.ts'

/** Before the end of a competitor's contract. */
const CONTRACT_DAYS = 90
/** A second "refused" disqualifies for this long; the first one sleeps for the reason's own days. */
const REFUSED_AGAIN_DAYS = 365

/** The day a lead sleeps until, or holds until, is counted where the person is. */
export type Today = { now: number; zone: string }

/**
 * When a reason wakes the lead or stops holding, as the start of that day there (PRODUCT.md section 8). `date` is what
 * the reason asks for: the contract's end, when there is money, when to call. Null = never by time.
 */
export function wakesAt(
  reason: ReasonId,
  date: string | null,
  isSecond: boolean,
  { now, zone }: Today,
): number | null {
  const today = dayOf(zone, now)
  const day = wakeDay(reason, REASONS[reason].stage === 'nurture' ? date : null, isSecond, today)
  return day === null ? null : dayStart(zone, day)
}

function wakeDay(reason: ReasonId, date: string | null, isSecond: boolean, today: string): string | null {
  const { days } = REASONS[reason]
  if (reason === 'competitor_contract') return date && later(addDays(date, -CONTRACT_DAYS), addDays(today, 1))
  if (reason === 'refused' && isSecond) return addDays(today, REFUSED_AGAIN_DAYS)
  if (date) return date
  if (reason === 'timing') return nextQuarterStart(today)
  return days === null ? null : addDays(today, days)
}

const later = (a: string, b: string): string => (a > b ? a : b)
