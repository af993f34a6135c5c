import { LOOKS_ALIKE } from '#shared/domain/identity/alike'
import type { Alike } from '#shared/domain/identity/alike-line'
import { createBlocks, type Blocks } from '#shared/domain/identity/blocks'
import type { PairKind } from '#shared/domain/identity/merge'
import type { Db } from '#electron/db/open'
import { areApart } from '#electron/db/pairing'
import { putPairs, type ReviewPair } from '#electron/db/review'

/** More people than that share a value: it tells nobody apart, and they are not compared for it. */
const MOST_IN_BLOCK = 24
/** Small blocks say most and go first. */
const SMALL = 5
/** Comparisons of one search; what is beyond waits for the next. */
const MOST_COMPARED = 1_000_000
const READ = 40
const AT_ONCE = 100
const KEPT = 4000
const MOST_SEEN = 100_000

/** People or companies: how they are read, and how two of them are compared. */
type Search<L extends { id: string }> = {
  kind: PairKind
  since: number
  last: number
  /** The next of them. */
  after: (n: number, limit: number) => (L & { n: number })[]
  keysOf: (look: L) => string[]
  lookAt: (n: number) => L | null
  alike: (a: L, b: L, blocks: Blocks) => Alike | null
}
/** Lets others in; false when there is nothing to go on with. */
export type Turn = () => Promise<boolean>

/** Puts the pairs that look alike into the review. Returns how many values were too common to compare everybody who shares them. */
export async function search<L extends { id: string }>(
  db: Db,
  turn: Turn,
  given: Search<L>,
): Promise<number> {
  if (given.last <= given.since) return 0
  const blocks = createBlocks(MOST_IN_BLOCK)
  for (let n = 0; n < given.last; n += READ) {
    for (const look of given.after(n, READ)) if (look.n <= n + READ) blocks.add(look.n, given.keysOf(look))
    if (!(await turn())) return 0
  }
  while (blocks.sortSome()) if (!(await turn())) return 0
  const looks = keepLast(given.lookAt)
  const seen = new Set<number>()
  const found: ReviewPair[] = []
  let [compared, left] = [0, 0]
  for (const [from, to] of [
    [2, SMALL],
    [SMALL + 1, MOST_IN_BLOCK],
  ] as const)
    for (const block of blocks.meetings(from, to)) {
      if (compared > MOST_COMPARED) left++
      else compared += compareAll(db, given, blocks, block, { looks, seen, found })
      if (found.length >= AT_ONCE) keep(db, found)
      if (!(await turn())) return 0
    }
  keep(db, found)
  return left + blocks.capped()
}

/** Together: each commit waits for the disk. */
function keep(db: Db, found: ReviewPair[]): void {
  db.transaction((tx) => putPairs(tx, found.splice(0)))
}

type Kept<L> = { looks: (n: number) => L | null; seen: Set<number>; found: ReviewPair[] }

function compareAll<L extends { id: string }>(
  db: Db,
  { kind, since, alike: compare }: Search<L>,
  blocks: Blocks,
  block: readonly number[],
  { looks, seen, found }: Kept<L>,
): number {
  let compared = 0
  for (const [at, n] of block.entries())
    for (const m of block.slice(at + 1)) {
      const pair = n * 2 ** 26 + m
      if (m <= since || n === m || seen.has(pair)) continue
      if (seen.size > MOST_SEEN) seen.clear()
      seen.add(pair)
      compared++
      const [x, y] = [looks(n), looks(m)]
      const [a, b] = x && y && x.id > y.id ? [y, x] : [x, y]
      const how = a && b ? compare(a, b, blocks) : null
      if (a && b && how && how.points >= LOOKS_ALIKE && !areApart(db, kind, a.id, b.id))
        found.push({ kind, a: a.id, b: b.id, ...how })
    }
  return compared
}

/** The last ones that were asked for; neighbours come up again and again. */
function keepLast<L>(read: (n: number) => L | null): (n: number) => L | null {
  const kept = new Map<number, L | null>()
  return (n) => {
    let look = kept.get(n)
    if (look === undefined) {
      if (kept.size >= KEPT) kept.clear()
      kept.set(n, (look = read(n)))
    }
    return look
  }
}
