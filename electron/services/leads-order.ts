import type { LeadsOrder } from '#shared/contract/leads-filter'
import { fold } from '#shared/lib/fold'
import { storeVersion } from '#electron/db/leads'
import type { Asking } from '#electron/db/leads-where'
import { walkOf, type Keyed, type Walk } from '#electron/db/leads-walk'
import type { Db } from '#electron/db/open'
import { sortInTurns, takeTurns, type Turns } from './turns.ts'

/** Row numbers of a stretch: the first, and the fewest and most it may become. */
const SIZE = { first: 2048, least: 256, most: 1 << 16 }
/** Milliseconds that a stretch should take. */
const TOOK = { least: 2, most: 4 }

/** Row numbers of every lead that passes, in order, worked out in turns with whoever else asks for something. */
async function orderedLeads(db: Db, order: LeadsOrder, asking: Asking): Promise<readonly number[]> {
  const turns = takeTurns()
  const found = await collect(walkOf(db, order.filter, order.sort, asking), turns)
  if (order.sort === 'newest') return asTheyCame(found, order.descending)
  const rows = await sortInTurns(found, comparing(order), turns)
  return rows.map(({ n }) => n)
}

async function collect({ last, few, stretch }: Walk, turns: Turns): Promise<Keyed[]> {
  if (few) return stretch(0, last).map(folded)
  const found: Keyed[] = []
  let size = SIZE.first
  for (let from = 0, to = 0; from < last; from = to) {
    to = from + size
    const began = performance.now()
    for (const each of stretch(from, to)) found.push(folded(each))
    const took = performance.now() - began
    if (took < TOOK.least) size = Math.min(SIZE.most, size * 2)
    if (took > TOOK.most) size = Math.max(SIZE.least, Math.floor(size / 2))
    if (turns.isOver()) await turns.next()
  }
  return found
}

/** A walk along the row numbers needs no sorting. */
function asTheyCame(found: readonly Keyed[], descending: boolean): readonly number[] {
  const rows = found.map(({ n }) => n)
  if (rows.some((n, at) => n < (rows[at - 1] ?? 0))) rows.sort((a, b) => a - b)
  return descending ? rows.toReversed() : rows
}

const folded = (each: Keyed): Keyed =>
  typeof each.key === 'string' ? { n: each.n, key: foldQuickly(each.key) } : each

/** Most names need no more than this, and a hundred thousand are folded at once. */
const PLAIN = /^[ -~]*$/
const foldQuickly = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : fold(text))

/** Blanks last either way; of equals the newest first. */
function comparing({ descending }: LeadsOrder): (a: Keyed, b: Keyed) => number {
  const way = descending ? -1 : 1
  return (a, b) => {
    if (a.key === b.key) return b.n - a.n
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1
    return a.key < b.key ? -way : way
  }
}

export type Orders = (order: LeadsOrder, asking: Asking) => Promise<readonly number[]>

type Kept = { key: string; rows: Promise<readonly number[]> }
/** The list that is scrolled, and the one a lead was opened from. */
const MOST_KEPT = 2

/** A list that is scrolled asks for one page after another of the same order: it is worked out once for each change. */
export function keepOrders(db: Db): Orders {
  let kept: Kept[] = []
  return ({ filter, sort, descending }, asking) => {
    const minute = Math.floor(asking.now / MINUTE)
    const key = JSON.stringify([storeVersion(db), filter, sort, descending, asking.repId, minute])
    const found = kept.find((each) => each.key === key)
    if (found) return found.rows
    const rows = orderedLeads(db, { filter, sort, descending }, asking)
    const mine: Kept = { key, rows }
    kept = [mine, ...kept].slice(0, MOST_KEPT)
    // What failed is worked out anew.
    rows.catch(() => (kept = kept.filter((each) => each !== mine)))
    return rows
  }
}

/** Time alone changes who is due; a list may lag behind it by so many milliseconds. */
const MINUTE = 60_000
