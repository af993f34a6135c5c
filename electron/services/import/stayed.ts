import { undoneRows } from '#electron/db/import'
import { workOn, type Removing } from '#electron/db/import-remove'
import { changesBelow, dropChanges } from '#electron/db/import-undo'
import type { Deps } from '../deps.ts'
import { dropNewList, removingOf, takeOutCompanies, takeOutLeads } from './remove.ts'
import { inOne, type Slices } from './slices.ts'
import { takeBackChanges } from './take-back.ts'
import { walk } from './walk.ts'

/**
 * Leads and numbers that an undo left where they were, since another file had said or called something there: once that
 * file is taken back too, nobody worked on them. So imports are undone in any order. Returns whether any went.
 */
export async function takeOutStayed(deps: Deps, slices: Slices): Promise<boolean> {
  const { db } = deps
  let isAny = false
  for (const row of undoneRows(db)) {
    const of = removingOf(db, row)
    if (!(await holdsIdle(slices, of)) && changesBelow(db, row.id, Number.MAX_SAFE_INTEGER, 1).length === 0)
      continue
    isAny = true
    await takeOutLeads(slices, of)
    await takeBackChanges(deps, row.id, slices)
    await takeOutCompanies(slices)
    await inOne(slices, () => dropNewList(db, row))
    await walk(slices, 0, (after, size) => dropChanges(db, row.id, after, size))
  }
  return isAny
}

/** Is a lead of it left that nobody worked on? */
async function holdsIdle(slices: Slices, of: Removing): Promise<boolean> {
  let isIdle = false
  await walk(slices, of.leads.first, (after, size) => {
    const leads = workOn(slices.db, of, after, size)
    isIdle ||= leads.some(({ why }) => why === null)
    return isIdle ? null : (leads.at(-1)?.id ?? null)
  })
  return isIdle
}
