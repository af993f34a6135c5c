import { judgeBulk, type BulkDeed, type BulkRefusal } from '#shared/domain/bulk'
import type { LeadsOrder } from '#shared/contract/leads-filter'
import type { Which } from '#shared/contract/batch'
import { picked, type Picked } from '#electron/db/batch'
import { idsOfRows } from '#electron/db/leads'
import type { Asking } from '#electron/db/leads-where'
import type { Db } from '#electron/db/open'
import { bulkLeadOf } from './batch-deeds.ts'
import type { Deps } from './deps.ts'
import type { Rep } from './facts.ts'
import type { Orders } from './leads-order.ts'
import { reasonsAt } from './reason-versions.ts'
import { takeTurns } from './turns.ts'

const CHUNK = 2000

/** The ids that were meant, in the order of their rows. */
export async function idsOf(
  db: Db,
  orders: Orders,
  asking: Asking,
  which: Which,
  order: Omit<LeadsOrder, 'filter'> = { sort: 'newest', descending: true },
): Promise<string[]> {
  if ('ids' in which) return [...new Set(which.ids)]
  const rows = await orders({ filter: which.filter, ...order }, asking)
  const except = new Set(which.except)
  const turns = takeTurns()
  const found: string[] = []
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK)
    const ids = idsOfRows(db, chunk)
    for (const n of chunk) {
      const id = ids.get(n)
      if (id !== undefined && !except.has(id)) found.push(id)
    }
    if (turns.isOver()) await turns.next()
  }
  return found
}

type Verdict = { row: Picked; refusal: BulkRefusal | null }

/**
 * Judges one lead after another of a batch. A wish, and a lead on another list, are the person's: their second lead in
 * the same batch is refused, in the preview as in the deed.
 */
export function judging(deps: Deps, deed: BulkDeed, rep: Rep): (tx: Db, leadId: string) => Verdict | null {
  const again = AGAIN[deed.kind]
  const listId = 'listId' in deed ? deed.listId : null
  const served = new Set<string>()
  const { rules } = reasonsAt(deps.db, deps.now())
  return (tx, leadId) => {
    const row = picked(tx, { leadId, listId, now: deps.now() })
    if (!row) return null
    const repeated = served.has(row.personId) ? again : undefined
    const refusal = repeated ?? judgeBulk(deed, bulkLeadOf(tx, deps, row, rules), rep)
    if (refusal === null) served.add(row.personId)
    return { row, refusal }
  }
}

const AGAIN: Readonly<Partial<Record<BulkDeed['kind'], BulkRefusal>>> = {
  silence: 'same',
  addToList: 'open-there',
  moveToList: 'open-there',
}
