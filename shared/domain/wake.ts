import { addDays, dayOf, dayStart, nextQuarterStart } from './calendar.ts'
import type { ReasonRule } from './reason-set.ts'

/**
 * The day a lead sleeps until, or holds until, is counted where the person is. `quarterStart` (1-12) is the month in which
 * the workspace's year of quarters begins, January without it.
 */
type Today = { now: number; zone: string; quarterStart?: number }

/**
 * When a reason wakes the lead or stops holding, as the start of that day there (PRODUCT.md section 8). `date` is what
 * the reason asks for: the contract's end, when there is money, when to call. Null = never by time.
 */
export function wakesAt(
  rule: ReasonRule,
  date: string | null,
  isSecond: boolean,
  { now, zone, quarterStart = 1 }: Today,
): number | null {
  const today = dayOf(zone, now)
  const day = wakeDay(rule, rule.stage === 'nurture' ? date : null, isSecond, { today, quarterStart })
  return day === null ? null : dayStart(zone, day)
}

function wakeDay(
  { kind, days, again }: ReasonRule,
  date: string | null,
  isSecond: boolean,
  { today, quarterStart }: { today: string; quarterStart: number },
): string | null {
  if (kind === 'competitor_contract') return date && later(addDays(date, -(days ?? 0)), addDays(today, 1))
  if (isSecond && again !== undefined) return addDays(today, again)
  if (date) return date
  if (days !== null) return addDays(today, days)
  return kind === 'timing' ? nextQuarterStart(today, quarterStart) : null
}

const later = (a: string, b: string): string => (a > b ? a : b)
