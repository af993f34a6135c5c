import type { Bucket } from './queue.ts'

/** The turns that retry, new and review take: PRODUCT.md section 7. The place in it is 0-6, per rep, list and day. */
export const CYCLE = ['retry', 'retry', 'new', 'retry', 'retry', 'new', 'review'] as const
export type CycleBucket = (typeof CYCLE)[number]
export const CYCLE_BUCKETS = ['retry', 'new', 'review'] as const

const from = (place: number, steps: number) => (place + steps) % CYCLE.length
const STEPS = CYCLE.map((_, step) => step)

/** Whose turn it is from this place on, among the buckets that have somebody; null when none has. */
export function turnAt(place: number, has: (bucket: CycleBucket) => boolean): CycleBucket | null {
  const step = STEPS.find((steps) => has(turn(from(place, steps))))
  return step === undefined ? null : turn(from(place, step))
}

/** The place after a dial of this bucket: just past its turn, since the empty ones before it passed theirs. */
export function placeAfter(place: number, bucket: Bucket): number {
  const step = STEPS.find((steps) => turn(from(place, steps)) === bucket)
  return step === undefined ? place : from(place, step + 1)
}

const turn = (place: number): CycleBucket => CYCLE[place] ?? 'retry'
