import { addDays, isBusinessDay, type IsHoliday } from './calendar.ts'
import { quantile } from './metrics.ts'

/** Stages in which a lead can wait for too long; what is closed waits for nothing. */
export const AGEING = ['inquiry', 'lead', 'mql', 'sql', 'opportunity', 'nurture'] as const
export type AgeingStage = (typeof AGEING)[number]

/** Days; of an inquiry, business days; of nurture, past waking (PRODUCT.md section 7). */
export const LIMITS: Readonly<Record<AgeingStage, number>> = {
  inquiry: 2,
  lead: 30,
  mql: 14,
  sql: 7,
  opportunity: 60,
  nurture: 14,
}
/** So many that went on say how long it takes; fewer say nothing. */
export const ENOUGH = 30

type Limit = {
  /** Whole calendar days, 1 at least. */
  days: number
  /** How many went on from this stage; from 30 on, three in four of them did within the limit. */
  wentOn: number
}

/** `took` is in days, of those that went on. `today` is the team's. */
export function limitOf(
  stage: AgeingStage,
  took: readonly number[],
  today: { day: string; isHoliday: IsHoliday },
): Limit {
  const wentOn = took.length
  const p75 = wentOn >= ENOUGH ? quantile(took, 0.75) : null
  if (p75 !== null) return { days: Math.max(1, Math.ceil(p75)), wentOn }
  const days = LIMITS[stage]
  return { days: stage === 'inquiry' ? calendarDays(days, today) : days, wentOn }
}

/** How many calendar days back so many business days began. */
function calendarDays(business: number, { day, isHoliday }: { day: string; isHoliday: IsHoliday }): number {
  let days = 0
  for (let left = business; left > 0; days++) if (isBusinessDay(addDays(day, -days), isHoliday)) left--
  return days
}
