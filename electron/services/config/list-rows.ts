import { isSame } from '#shared/domain/json-diff'
import { allLists } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import { isOfList, listIdOf, listKind, type ListState, type RuleRow } from '#electron/db/rule-kinds'
import { insertRules } from '#electron/db/rules'

export type ListChange = { version: number; id: string; before: ListState | null; after: ListState }

/** A list's settings stand in its own row; that they changed, and from what, is a version like any other. */
export function insertListChange(
  tx: Db,
  { id, before, after, ...who }: Omit<ListChange, 'version'> & { at: number; repId: string | null },
): number {
  return insertRules(tx, { ...who, kind: listKind(id), data: { before, after } })
}

export const listChangesIn = (rows: readonly RuleRow[]): ListChange[] =>
  rows.filter(isOfList).map(({ kind, version, data }) => ({ version, id: listIdOf(kind), ...data }))

/** Null when there is none yet. */
export function settingsOfList(tx: Db, id: string): ListState | null {
  const found = allLists(tx).find((list) => list.id === id)
  if (!found) return null
  const { id: _, ...state } = found
  return state
}

/** To be called once a list was saved. One that is new has nothing to go back to, and saving the same is no version. */
export function keepListChange(
  tx: Db,
  { before, id, ...who }: Pick<ListChange, 'id' | 'before'> & { at: number; repId: string | null },
): void {
  const after = settingsOfList(tx, id)
  if (!before || !after || isSame(before, after)) return
  insertListChange(tx, { ...who, id, before, after })
}
