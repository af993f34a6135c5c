const MINUTE = 60_000
/** A promise is told this long before its time, and again at it. */
export const REMIND_BEFORE = 10 * MINUTE
/** From then on it is missed: the agenda and the head of the queue have it. */
export const REMIND_UNTIL = 120 * MINUTE

export type Due = { promiseId: string; dueAt: number }
export type Reminder<T extends Due> = T & {
  /** Changes whenever it is to be told anew: at its time, and after a snooze. */
  key: string
  phase: 'soon' | 'now'
}

/**
 * The promises to tell of at an instant, soonest first: from 10 min before their time to 2 h after, save those put off
 * until later. Which promises stand is the caller's to ask of the facts each time; one that was held is not among them.
 */
export function remindersAt<T extends Due>(
  promises: readonly T[],
  snoozed: Readonly<Record<string, number>>,
  now: number,
): Reminder<T>[] {
  return promises
    .filter(({ dueAt }) => now >= dueAt - REMIND_BEFORE && now < dueAt + REMIND_UNTIL)
    .filter(({ promiseId }) => (snoozed[promiseId] ?? 0) <= now)
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map((promise) => {
      const phase = now < promise.dueAt ? 'soon' : 'now'
      return { ...promise, phase, key: `${promise.promiseId} ${phase} ${snoozed[promise.promiseId] ?? ''}` }
    })
}

/** When the next one is to be told, or one ends; null when none will. */
export function nextTurn(
  promises: readonly Due[],
  snoozed: Readonly<Record<string, number>>,
  now: number,
): number | null {
  const turns = promises.flatMap(({ promiseId, dueAt }) => [
    dueAt - REMIND_BEFORE,
    dueAt,
    dueAt + REMIND_UNTIL,
    snoozed[promiseId] ?? 0,
  ])
  const later = turns.filter((at) => at > now)
  return later.length === 0 ? null : Math.min(...later)
}
