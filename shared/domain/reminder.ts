import { MINUTE } from '../lib/time.ts'

/** A promise is told this long before its time, and again at it. */
const REMIND_BEFORE = 10 * MINUTE
/** From then on it is late: the head of the queue and the agenda say so, and nobody is told again. */
const REMIND_UNTIL = 15 * MINUTE

/** `snoozedUntil`: epoch ms, null when nobody put it off. */
type Due = { promiseId: string; dueAt: number; snoozedUntil: number | null }
export type Reminder<T extends Due> = T & {
  /** Changes whenever it is to be told anew: at its time, and after a snooze. */
  key: string
  phase: 'soon' | 'now'
}

/**
 * The promises to tell of at an instant, soonest first: from 10 min before their time to 15 min after, or to 15 min after
 * the end of a snooze; those put off until later are not among them. Which promises stand is the caller's to ask of the facts each time; one that was held is not among them.
 */
export function remindersAt<T extends Due>(promises: readonly T[], now: number): Reminder<T>[] {
  return promises
    .filter(({ dueAt }) => now >= dueAt - REMIND_BEFORE)
    .filter(({ dueAt, snoozedUntil }) => {
      const quietUntil = snoozedUntil ?? 0
      return quietUntil <= now && now < Math.max(dueAt, quietUntil) + REMIND_UNTIL
    })
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map((promise) => {
      const phase = now < promise.dueAt ? 'soon' : 'now'
      return { ...promise, phase, key: `${promise.promiseId} ${phase} ${promise.snoozedUntil ?? ''}` }
    })
}
