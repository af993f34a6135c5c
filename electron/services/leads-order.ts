import type { LeadsOrder } from '#shared/contract/leads-filter'
import { MINUTE } from '#shared/lib/time'
import { storeVersion } from '#electron/db/leads'
import type { Asking } from '#electron/db/leads-where'
import { walkOf, type Keyed, type Stretch, type Walk } from '#electron/db/leads-walk'
import type { Db } from '#electron/db/open'
import { shelve, type Ordered } from './leads-shelves.ts'
import { takeTurns } from './turns.ts'

/** Row numbers of a stretch: the first, and the fewest and most it may become. */
const SIZE = { first: 2048, least: 256, most: 1 << 16 }
/** Milliseconds that a stretch should take. */
const TOOK = { least: 2, most: 4 }

/** Every lead that passes, in order, worked out in turns with whoever else asks for something. */
async function orderedLeads(db: Db, order: LeadsOrder, asking: Asking): Promise<Ordered> {
  const walk = walkOf(db, order.filter, order.sort, asking)
  if (order.sort === 'newest') {
    const rows: number[] = []
    await collect(walk, (row) => void rows.push(row))
    return asTheyCame(rows, order.descending)
  }
  const { put, ordered } = shelve(order.descending)
  await collect(walk, put)
  return ordered()
}

type Put = (row: number, key: Keyed['key']) => void

async function collect({ last, few, stretch }: Walk, put: Put): Promise<void> {
  const take = ({ rows, keys }: Stretch) => rows.forEach((row, at) => put(row, keys[at] ?? null))
  if (few) return take(stretch(0, last))
  const turns = takeTurns()
  let size = SIZE.first
  for (let from = 0, to = 0; from < last; from = to) {
    to = from + size
    const began = performance.now()
    take(stretch(from, to))
    const took = performance.now() - began
    if (took < TOOK.least) size = Math.min(SIZE.most, size * 2)
    if (took > TOOK.most) size = Math.max(SIZE.least, Math.floor(size / 2))
    if (turns.isOver()) await turns.next()
  }
}

/** A walk along the row numbers needs no sorting. */
function asTheyCame(rows: number[], descending: boolean): Ordered {
  if (rows.some((n, at) => n < (rows[at - 1] ?? 0))) rows.sort((a, b) => a - b)
  return descending ? rows.toReversed() : rows
}

export type Orders = (order: LeadsOrder, asking: Asking) => Promise<Ordered>

type Kept = { key: string; rows: Promise<Ordered> }
/** The list that is scrolled, and the one a lead was opened from. */
const MOST_KEPT = 2

/** A list that is scrolled asks for one page after another of the same order: it is worked out once for each change. */
export function keepOrders(db: Db): Orders {
  let kept: Kept[] = []
  return ({ filter, sort, descending }, asking) => {
    // Time alone changes who is due; a list may lag behind it by this much.
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
