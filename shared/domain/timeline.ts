import { Temporal } from 'temporal-polyfill'

/** A timeline is stored as a date, so that its label moves with the calendar: PRODUCT.md section 5. */
export const TIMELINE_GRADES = ['now', 'this_quarter', 'next_quarter', 'within_a_year', 'no_date'] as const
export type TimelineGrade = (typeof TIMELINE_GRADES)[number]

const NOW_DAYS = 30
const MONTHS_A_QUARTER = 3
const JANUARY = 1

/** Days are `YYYY-MM-DD`. `firstMonth` (1-12) is where the workspace's first quarter starts. */
export function gradeOfDate(date: string | null, today: string, firstMonth = JANUARY): TimelineGrade {
  if (date === null) return 'no_date'
  // ISO days of the same length sort as text.
  const is = (grade: TimelineGrade) => date <= (lastDayOf(grade, today, firstMonth) ?? '')
  return TIMELINE_GRADES.find(is) ?? 'no_date'
}

/** The last day a grade covers, so that it is stored as a date; null for no date. */
export function lastDayOf(grade: TimelineGrade, today: string, firstMonth = JANUARY): string | null {
  const day = Temporal.PlainDate.from(today)
  const last: Record<TimelineGrade, () => Temporal.PlainDate | null> = {
    now: () => day.add({ days: NOW_DAYS }),
    this_quarter: () => quarterEnd(day, firstMonth),
    next_quarter: () => quarterEnd(day.add({ months: MONTHS_A_QUARTER }), firstMonth),
    within_a_year: () => day.add({ years: 1 }),
    no_date: () => null,
  }
  return last[grade]()?.toString() ?? null
}

export function nextQuarterStart(today: string, firstMonth = JANUARY): string {
  return quarterEnd(Temporal.PlainDate.from(today), firstMonth).add({ days: 1 }).toString()
}

function quarterEnd(day: Temporal.PlainDate, firstMonth: number): Temporal.PlainDate {
  const into = (day.month - firstMonth + 12) % MONTHS_A_QUARTER
  return day
    .with({ day: 1 })
    .add({ months: MONTHS_A_QUARTER - into })
    .subtract({ days: 1 })
}
