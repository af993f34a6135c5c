import { addDays } from '#shared/domain/calendar'
import { keysOf } from '#shared/lib/table'

type Days = { from: string; to: string }

/** How many days back each period reaches, today inside. */
const PERIODS = { week: 7, month: 30, quarter: 90, year: 365 } as const
export type Period = keyof typeof PERIODS
export const PERIOD_IDS = keysOf(PERIODS)

export const daysOf = (period: Period, today: string): Days => ({
  from: addDays(today, 1 - PERIODS[period]),
  to: today,
})

/** The period that these days are; null when somebody chose their own. */
export const periodOf = ({ from, to }: Days, today: string): Period | null =>
  PERIOD_IDS.find((period) => {
    const days = daysOf(period, today)
    return days.from === from && days.to === to
  }) ?? null
