import { saveImport, type ImportRow } from '#electron/db/import'
import type { Deps } from '../deps.ts'
import { dropNewList, removingOf, takeOutLeads } from './remove.ts'
import type { Slices } from './slices.ts'

/** Goes on taking an import back. Throws Stopped when the store is about to be closed. */
export async function undoOn(deps: Deps, row: ImportRow, slices: Slices): Promise<void> {
  await takeOutLeads(slices, removingOf(row))
  deps.db.transaction((tx) => dropNewList(tx, row))
  saveImport(deps.db, row.id, { state: 'undone', progress: null })
}
