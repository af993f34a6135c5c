import { keptRows, type Page } from '#electron/db/import'
import { lookAtStaging } from '#electron/db/staging'
import type { Deps } from '../deps.ts'
import { stagingPath } from './staging-path.ts'

/** Rows of an import that need a look: of what is staged as long as it is there, else of the store. */
export const lookedRows = (deps: Deps, importId: string, page: Page) =>
  lookAtStaging(stagingPath(deps, importId), (db) => keptRows(db, null, page)) ??
  keptRows(deps.db, importId, page)
