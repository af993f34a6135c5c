/**
 * Who has which key, for a million people at once: a number for each key of each person, sorted. Two keys may fall on
 * one number; whoever meets so is compared in vain and nothing else.
 */
export type Blocks = {
  /** `n`: under 2^27. */
  add: (n: number, keys: readonly string[]) => void
  /** Puts part of it in order; false once all is. */
  sortSome: () => boolean
  /** How many have a key. Once sorted. */
  sharedBy: (key: string) => number
  /** Those who meet, block by block, of which each has `from` to `to` people; now and then an empty one, to breathe. */
  meetings: (from: number, to: number) => Generator<readonly number[]>
  /** Blocks of more people than `most`, as far as it is sorted. */
  capped: () => number
}

const PARTS = 256
const PEOPLE = 2 ** 27

export function createBlocks(most: number): Blocks {
  const open: number[][] = Array.from({ length: PARTS }, () => [])
  const parts: Float64Array[] = []
  let capped = 0

  const eachRun = (part: Float64Array, run: (at: number, end: number) => void) => {
    for (let at = 0; at < part.length;) {
      const key = Math.floor((part[at] ?? 0) / PEOPLE)
      let end = at + 1
      while (end < part.length && Math.floor((part[end] ?? 0) / PEOPLE) === key) end++
      run(at, end)
      at = end
    }
  }

  return {
    add: (n, keys) => {
      for (const key of keys) {
        const hash = hashOf(key)
        open[hash % PARTS]?.push(Math.floor(hash / PARTS) * PEOPLE + n)
      }
    },
    sortSome: () => {
      const part = open[parts.length]
      if (!part) return false
      open[parts.length] = []
      const sorted = Float64Array.from(part).sort()
      parts.push(sorted)
      eachRun(sorted, (at, end) => void (capped += Number(end - at > most)))
      return true
    },
    sharedBy: (key) => {
      const hash = hashOf(key)
      const part = parts[hash % PARTS] ?? new Float64Array()
      const low = Math.floor(hash / PARTS) * PEOPLE
      return firstAt(part, low + PEOPLE) - firstAt(part, low)
    },
    *meetings(from, to) {
      for (const part of parts) {
        const found: [number, number][] = []
        eachRun(part, (at, end) => {
          if (end - at >= from && end - at <= to) found.push([at, end])
        })
        yield []
        for (const [at, end] of found) yield Array.from(part.subarray(at, end), (value) => value % PEOPLE)
      }
    },
    capped: () => capped,
  }
}

/** The place of the first value that is not under `least`. */
function firstAt(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
