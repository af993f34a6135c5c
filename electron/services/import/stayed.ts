import { undoneRows } from '#electron/db/import'
import { workOn, type Removing } from '#electron/db/import-remove'
import { changesBelow, dropChanges } from '#electron/db/import-undo'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { dropNewList, removingOf, takeOutCompanies, takeOutLeads } from './remove.ts'
import { inOne, type Slices } from './slices.ts'
import { takeBackChanges } from './take-back.ts'

/**
 * Leads and numbers that an undo left where they were, since another file had said or called something there: once that
 * file is taken back too, nobody worked on them. So imports are undone in any order. Returns whether any went.
 */
export async function takeOutStayed(deps: Deps, slices: Slices): Promise<boolean> {
  const { db } = deps
  let isAny = false
  for (const row of undoneRows(db)) {
    const of = removingOf(db, row)
    if (!holdsIdle(db, of) && changesBelow(db, row.id, Number.MAX_SAFE_INTEGER, 1).length === 0) continue
    isAny = true
    await takeOutLeads(slices, of)
    await takeBackChanges(deps, row.id, slices)
    await takeOutCompanies(slices)
    await inOne(slices, () => {
      dropNewList(db, row)
      dropChanges(db, row.id)
    })
  }
  return isAny
}

const AT_ONCE = 200

/** Is a lead of it left that nobody worked on? */
function holdsIdle(db: Db, of: Removing): boolean {
  for (let after = of.leads.first; ;) {
    const leads = workOn(db, of, after, AT_ONCE)
    if (leads.some(({ why }) => why === null)) return true
    if (leads.length < AT_ONCE) return false
    after = leads.at(-1)?.id ?? ''
  }
}
