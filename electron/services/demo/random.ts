/** Numbers that look random and are the same every time (mulberry32), so that a sample can be made again. */
export type Random = ReturnType<typeof randomFrom>

export function randomFrom(seed: number) {
  let state = seed >>> 0

  /** 0 to just under 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** From and to are inside. */
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const chance = (share: number): boolean => next() < share
  function pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new RangeError('Nothing to pick from')
    return found
  }
  /** A key, as often as its weight says. */
  function weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key
    throw new RangeError('Nothing to weigh')
  }

  return { next, between, chance, pick, weighted }
}
