const DAY = 86_400_000

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
