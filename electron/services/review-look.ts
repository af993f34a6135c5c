import { setTimeout as wait } from 'node:timers/promises'

import { alike, LOOKS_ALIKE } from '#shared/domain/identity/alike'
import type { Alike } from '#shared/domain/identity/alike-line'
import { createBlocks, type Blocks } from '#shared/domain/identity/blocks'
import { companyAlike, companyMeetings } from '#shared/domain/identity/companies'
import { meetingKeys } from '#shared/domain/identity/look'
import { isImporting } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import { areApart, type PairKind } from '#electron/db/pairing'
import { prepared } from '#electron/db/prepared'
import { clientOf } from '#electron/db/raw'
import { dropPair, pairsAfter, putPairs, type ReviewPair } from '#electron/db/review'
import {
  absorbed,
  companiesAfter,
  lookAt,
  lookedAt,
  looksAfter,
  newest,
  saveLooked,
} from '#electron/db/review-look'
import type { Deps } from './deps.ts'
import { untilQuiet } from './quiet.ts'

/** More people than that share a value: it tells nobody apart, and they are not compared for it. */
const MOST_IN_BLOCK = 24
/** Small blocks say most and go first. */
const SMALL = 5
/** Comparisons of one search; what is beyond waits for the next. */
const MOST_COMPARED = 1_000_000
const READ = 40
/** Milliseconds of work, and of rest after it: nobody waits for a pair, but a rep waits for the next lead. */
const SLICE = 3
const REST = 12
const AT_ONCE = 100
const KEPT = 4000
const MOST_SEEN = 100_000

type State = { running: Promise<void> | null; next: 'none' | 'new' | 'all' }
const state = prepared((): State => ({ running: null, next: 'none' }))
export const isLooking = (db: Db): boolean => state(db).running !== null

/**
 * Finds who looks alike, in the background: everybody who came since the last search is compared with whoever they meet.
 * `all` compares everybody anew. Resolves when nothing is left to look for, or the store is about to be closed.
 */
export function lookForPairs(deps: Deps, all = false): Promise<void> {
  const now = state(deps.db)
  now.next = all || now.next === 'all' ? 'all' : 'new'
  now.running ??= lookOn(deps, now).finally(() => {
    now.running = null
    if (isOpen(deps)) deps.emit({ kind: 'changed', topics: ['review'] })
  })
  return now.running
}

async function lookOn(deps: Deps, now: State): Promise<void> {
  try {
    while (now.next !== 'none' && isOpen(deps)) {
      const all = now.next === 'all'
      now.next = 'none'
      await look(deps, all)
    }
  } catch (error) {
    if (isOpen(deps)) console.error(error)
  }
}

/** Milliseconds after a start in which the first card is on its way, and everything else can wait. */
const STARTING = 10_000

/** After a start: whoever came in while nobody could look. */
export async function resumeLook(deps: Deps): Promise<void> {
  await wait(STARTING, undefined, { ref: false })
  if (!isOpen(deps)) return
  const [seen, last] = [lookedAt(deps.db), newest(deps.db)]
  const isNew = last.person > seen.person || last.company > seen.company
  if (isNew) await lookForPairs(deps)
}

const isOpen = ({ db, closing }: Deps) => clientOf(db).open && !closing.aborted

async function look(deps: Deps, all: boolean): Promise<void> {
  const { db } = deps
  const last = newest(db)
  const seen = all ? { person: 0, company: 0 } : lookedAt(db)
  const gone = absorbed(db)
  const turn = turns(deps)
  const capped =
    (await search(deps, turn, {
      kind: 'person',
      since: seen.person,
      after: (n) => looksAfter(db, n, READ).filter(({ id }) => !gone.has(id)),
      last: last.person,
      keysOf: meetingKeys,
      lookAt: (n) => lookAt(db, n),
      alike: (a, b, blocks) => alike(a, b, blocks.sharedBy),
    })) +
    (await search(deps, turn, {
      kind: 'company',
      since: seen.company,
      after: (n) => companiesAfter(db, n, READ).filter(({ id }) => !gone.has(id)),
      last: last.company,
      keysOf: companyMeetings,
      lookAt: (n) => companiesAfter(db, n - 1, 1)[0] ?? null,
      alike: companyAlike,
    }))
  if (!isOpen(deps)) return
  await dropGone(deps, turn)
  if (!isOpen(deps)) return
  saveLooked(db, { ...last, capped })
}

type Search<L extends { id: string }> = {
  kind: PairKind
  since: number
  last: number
  after: (n: number) => (L & { n: number })[]
  keysOf: (look: L) => string[]
  lookAt: (n: number) => L | null
  alike: (a: L, b: L, blocks: Blocks) => Alike | null
}
type Turn = () => Promise<boolean>

/** Returns how many values were too common to compare everybody who shares them. */
async function search<L extends { id: string }>(deps: Deps, turn: Turn, given: Search<L>): Promise<number> {
  if (given.last <= given.since) return 0
  const blocks = createBlocks(MOST_IN_BLOCK)
  for (let n = 0; n < given.last; n += READ) {
    for (const look of given.after(n)) if (look.n <= n + READ) blocks.add(look.n, given.keysOf(look))
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
      else compared += compareAll(deps, given, blocks, block, { looks, seen, found })
      if (found.length >= AT_ONCE) keep(deps, found)
      if (!(await turn())) return 0
    }
  keep(deps, found)
  return left + blocks.capped()
}

/** Together: each commit waits for the disk. */
function keep({ db }: Deps, found: ReviewPair[]): void {
  db.transaction((tx) => putPairs(tx, found.splice(0)))
}

type Kept<L> = { looks: (n: number) => L | null; seen: Set<number>; found: ReviewPair[] }

function compareAll<L extends { id: string }>(
  { db }: Deps,
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

/** Pairs of people who are not here any more go: an import that was taken back took them. */
async function dropGone({ db }: Deps, turn: Turn): Promise<void> {
  let last: Pick<ReviewPair, 'kind' | 'a' | 'b'> | undefined = { kind: 'company', a: '', b: '' }
  while (last && (await turn())) {
    const pairs = pairsAfter(db, last, AT_ONCE)
    for (const { kind, a, b, isGone } of pairs) if (isGone) dropPair(db, kind, a, b)
    last = pairs.at(-1)
  }
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

/** Lets others in, and the machine rest, once a slice is over and no import runs; false when there is nothing to go on with. */
function turns(deps: Deps): Turn {
  let until = performance.now() + SLICE
  return async () => {
    if (performance.now() > until) {
      do await wait(REST)
      while (isOpen(deps) && isImporting(deps.db))
      await untilQuiet(deps.db)
      until = performance.now() + SLICE
    }
    return isOpen(deps)
  }
}
