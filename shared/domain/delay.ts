import type { Part } from './part.ts'

/** When somebody who was not reached is tried again. Whatever it says, hours and caps of PRODUCT.md sections 7 and 9 hold. */
export type Delay =
  /** By the retry ladder; without `sameDay` not before the next business day. */
  | { by: 'ladder'; sameDay: boolean }
  /** Once after these minutes, sharing the attempt; then by the ladder. */
  | { by: 'once'; minutes: number }
  /** Nothing was wrong with the time: the line failed, or the number was no good. */
  | { by: 'now' }
  | { by: 'minutes'; minutes: number }
  | { by: 'hours'; hours: number }
  /** Business days where the person is, at the start of a part of the day. */
  | { by: 'days'; days: number; part: Part | 'least_tried' }

/** The least and the most of each, both allowed. */
const DELAY_RANGE = { minutes: [5, 240], hours: [1, 72], days: [1, 30] } as const

export const NOW = { by: 'now' } as const satisfies Delay
export const LADDER = { by: 'ladder', sameDay: true } as const satisfies Delay

/** Whether nobody is called again on the day itself. */
export const isLaterDay = (delay: Delay): boolean =>
  delay.by === 'days' || (delay.by === 'ladder' && !delay.sameDay)

/** Whole numbers within `DELAY_RANGE`; the ladder has no number. */
export function isInRange(delay: Delay): boolean {
  const within = (n: number, [least, most]: readonly [number, number]) =>
    Number.isInteger(n) && n >= least && n <= most
  if (delay.by === 'once' || delay.by === 'minutes') return within(delay.minutes, DELAY_RANGE.minutes)
  if (delay.by === 'hours') return within(delay.hours, DELAY_RANGE.hours)
  return delay.by === 'ladder' || delay.by === 'now' || within(delay.days, DELAY_RANGE.days)
}
