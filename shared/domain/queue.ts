/** The queue's order: PRODUCT.md section 7. */
export const BUCKETS = ['promise', 'hot', 'retry', 'new', 'review'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Why a lead waits. Calling windows are not here: they close for a whole calendar at once. */
export const WAITS = [
  'promise',
  'follow_up',
  'cool_down',
  'cap_person',
  'cap_company',
  'cap_number',
  'nurture',
  'review',
  'other_list',
  'snoozed',
  'no_number',
] as const
export type Wait = (typeof WAITS)[number]

/** Until when somebody without a number to call waits: until somebody finds one. */
export const NEVER = 8_640_000_000_000_000

/** A hundredth of a point is worth the wait of this many milliseconds: 10 points a day. */
const HUNDREDTH = 86_400

/** A lower rank goes first. `points` as they stood at `readyAt`, in hundredths, 0-30000: 300 points are 30 days. */
export const rankOf = (readyAt: number, points: number): number => readyAt - points * HUNDREDTH

/** Where a lead stands in the queue: a row of it, without who it is. */
export type QueueEntry = {
  bucket: Bucket
  /** See `calendarKey`. */
  calendar: string
  rank: number
  readyAt: number
  attempts: number
  /** Promise: its time. Hot: the intent action. Otherwise null. */
  dueAt: number | null
  /** Null when ready; otherwise when it becomes so. */
  until: number | null
  why: Wait | null
  /** When it moves to another bucket, or its lift ends, if nothing happens before. */
  turnsAt: number | null
}
