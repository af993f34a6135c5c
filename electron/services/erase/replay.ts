import { HOUR } from '#shared/lib/time'
import { standing } from '#electron/db/erase'
import { findErasure, overdueSeals, putErasure } from '#electron/db/erasures'
import { clientOf } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { clean } from './clean.ts'
import { carryOut } from './deed.ts'
import { entries, orders, write, type Order } from './journal.ts'
import { ensureKeys } from './keys.ts'
import { destroy } from './seal.ts'

/**
 * Before anybody is served: an older copy of the store that was put back is erased again, what a crash cut off is
 * carried out, and copies past their time are destroyed (PRODUCT.md section 9).
 */
export function settleErasures(deps: Deps): void {
  const all = orders(entries(deps))
  if (all.length === 0) return
  ensureKeys(deps)
  const left = all.filter((order) => !isDone(deps, order))
  for (const { id } of left) write(deps, { kind: 'again', id })
  for (const _ of left.length > 0 ? carryOut(deps, left) : []);
  destroyOverdue(deps)
  const daily = setInterval(() => {
    if (deps.closing.aborted || !clientOf(deps.db).open) clearInterval(daily)
    else destroyOverdue(deps)
  }, HOUR)
  daily.unref()
  void clean(deps, true)
}

const isDone = ({ db }: Deps, { id, persons }: Order): boolean =>
  findErasure(db, id) !== undefined && standing(db, persons).length === 0

/** The fact is made by whoever ordered it: nobody need sit here when the day comes. */
export function destroyOverdue(deps: Deps): void {
  const { db, now, offset, newId } = deps
  for (const { id, personId, repId, cause } of overdueSeals(db, now())) {
    destroy(deps, id)
    const at = now()
    const fact = { personId, kind: 'destroyed', cause, askedOn: null, until: null, refersTo: id } as const
    db.transaction((tx) => putErasure(tx, { id: newId(), repId, at, offset: offset(at) }, fact))
  }
}
