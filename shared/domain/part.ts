import { keysOf } from '../lib/table.ts'

/** Parts of a working day that attempts are spread over: PRODUCT.md section 7. Minutes from local midnight. */
export const PARTS = {
  morning: [9 * 60, 11 * 60 + 30],
  midday: [11 * 60 + 30, 14 * 60],
  afternoon: [16 * 60, 19 * 60],
} as const
export type Part = keyof typeof PARTS
export const PART_IDS = keysOf(PARTS)

/** What is dialled outside every part counts for the part before it, at dawn for the first. */
export const partOf = (minutes: number): Part =>
  PART_IDS.findLast((part) => PARTS[part][0] <= minutes) ?? 'morning'

/** The part with fewest attempts so far; ties: tried longest ago, then in the order of the day. */
export function leastTried(
  tried: readonly { part: Part; at: number }[],
  among: readonly Part[] = PART_IDS,
): Part | null {
  const seen = among.map((part) => {
    const times = tried.filter((each) => each.part === part).map(({ at }) => at)
    return { part, count: times.length, last: Math.max(-Infinity, ...times) }
  })
  const [best] = seen.toSorted((a, b) => a.count - b.count || compare(a.last, b.last))
  return best?.part ?? null
}

/** Not a difference: two parts that were never tried are equal, and infinities have none. */
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
