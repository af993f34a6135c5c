import { addDays, dayOf } from '#shared/domain/calendar'
import type { Output } from '#shared/contract/api'

export type AgendaItem = Output<'promises.list'>[number]
export const GROUPS = ['missed', 'today', 'tomorrow', 'later'] as const
type Group = (typeof GROUPS)[number]

/** By the rep's own days: missed is what lies on an earlier one; late today is still today's. */
export function groupOf({ dueAt }: AgendaItem, now: number, zone: string): Group {
  const [day, today] = [dayOf(zone, dueAt), dayOf(zone, now)]
  if (day < today) return 'missed'
  if (day === today) return 'today'
  return day === addDays(today, 1) ? 'tomorrow' : 'later'
}
