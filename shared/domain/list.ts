import { DAY } from '../lib/time.ts'

/** How urgent a list is to the team. It says nothing inside the list, only where several are worked as one. */
export const PRIORITIES = ['high', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]

/**
 * By how many milliseconds its leads go forward among those of the rep's other lists: a list is worth days of waiting,
 * as points are. See `nextOf` for what keeps the others from waiting for ever.
 */
export const AHEAD: Readonly<Record<Priority, number>> = { high: 10 * DAY, normal: 0, low: -10 * DAY }

/** Stands for all lists of a rep, worked as one queue, wherever a queue is asked for. */
export const ALL_LISTS = 'all'

/** Which queue is on a desk: the list that was chosen, or all; else the first. Null without any list. */
export function queueOf(lists: readonly { id: string }[], chosen: string | null): string | null {
  if (chosen === ALL_LISTS && lists.length > 1) return ALL_LISTS
  return lists.find(({ id }) => id === chosen)?.id ?? lists[0]?.id ?? null
}
