import type { ImportPlan } from '#shared/contract/import-plan'
import type { Db } from '#electron/db/open'
import { findList, type ListRow } from '#electron/db/people'

/** The list of a plan: one that is there, or the new one with the given id; null when it is gone. */
export const listFor = (
  db: Db,
  { listId, newList }: ImportPlan,
  made: Pick<ListRow, 'id' | 'createdAt'>,
): ListRow | null => (newList ? { ...newList, ...made } : (findList(db, listId ?? '') ?? null))
