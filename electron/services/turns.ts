/** Milliseconds that long work may keep the engine to itself: a call that is logged meanwhile does not wait. */
const TURN = 6

type Turns = { isOver: () => boolean; next: () => Promise<void> }

/**
 * For work that nobody must wait for: ask `isOver` often, and let the others go first when it is. `turn` is in
 * milliseconds, fewer for what ends with a commit.
 */
export function takeTurns(turn = TURN): Turns {
  let began = performance.now()
  return {
    isOver: () => performance.now() - began > turn,
    next: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    },
  }
}

/** Items sorted without holding anybody up: short runs first, then merged pair by pair. Stable. */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  turns: Turns,
): Promise<T[]> {
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare))
    if (turns.isOver()) await turns.next()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await mergeInTurns(runs[at] ?? [], runs[at + 1] ?? [], compare, turns))
    runs = merged
  }
  return runs[0] ?? []
}

const RUN = 1024
const LOOK = 1024

async function mergeInTurns<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  turns: Turns,
) {
  const merged: T[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    merged.push(compare(b[j] as T, a[i] as T) < 0 ? (b[j++] as T) : (a[i++] as T))
    if (merged.length % LOOK === 0 && turns.isOver()) await turns.next()
  }
  while (i < a.length) merged.push(a[i++] as T)
  while (j < b.length) merged.push(b[j++] as T)
  return merged
}
