import { inTurns, type Slices } from './slices.ts'

/**
 * Goes through what lies in an order, as much at a time as takes a slice: a deed is told after whom it begins, how many it
 * deals with and until when, and says how far it came; null at the end. Throws Stopped.
 */
export function walk<T>(
  slices: Slices,
  from: T,
  deed: (after: T, size: number, until: number) => T | null,
): Promise<void> {
  let at = from
  return inTurns(slices, (size, until) => {
    const last = deed(at, size, until)
    at = last ?? at
    return last !== null
  })
}
