import { addDays, nextQuarterStart } from './calendar.ts'

/** A timeline is stored as a date, so that its label moves with the calendar: PRODUCT.md section 5. */
export const TIMELINE_GRADES = ['now', 'this_quarter', 'next_quarter', 'within_a_year', 'no_date'] as const
export type TimelineGrade = (typeof TIMELINE_GRADES)[number]

const NOW_DAYS = 30
const YEAR_DAYS = 365

/** Days are `YYYY-MM-DD`. `startMonth` (1-12) is where the workspace's year of quarters begins. */
export function gradeOfDate(date: string | null, today: string, startMonth = 1): TimelineGrade {
  if (date === null) return 'no_date'
  // ISO days of the same length sort as text.
  return TIMELINE_GRADES.find((grade) => date <= (lastDayOf(grade, today, startMonth) ?? '')) ?? 'no_date'
}

/** The last day a grade covers, which is stored when only the grade was said; null for no date. */
export function lastDayOf(grade: TimelineGrade, today: string, startMonth = 1): string | null {
  const next = nextQuarterStart(today, startMonth)
  const last: Record<TimelineGrade, string | null> = {
    now: addDays(today, NOW_DAYS),
    this_quarter: addDays(next, -1),
    next_quarter: addDays(nextQuarterStart(next, startMonth), -1),
    within_a_year: addDays(today, YEAR_DAYS),
    no_date: null,
  }
  return last[grade]
}
