import { isSame } from '#shared/domain/json-diff'
import { allLists } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import { insertRules, type RuleRow } from '#electron/db/rules'

export type ListState = Omit<ReturnType<typeof allLists>[number], 'id' | 'leads'>
export type ListChange = { version: number; id: string; before: ListState | null; after: ListState }

const KIND = 'list '

/** A list's settings stand in its own row; that they changed, and from what, is a version like any other. */
export function insertListChange(
  tx: Db,
  { id, before, after, ...who }: Omit<ListChange, 'version'> & { at: number; repId: string | null },
): number {
  return insertRules(tx, { ...who, kind: `${KIND}${id}`, data: { before, after } })
}

export const listIdOf = (kind: string): string | null =>
  kind.startsWith(KIND) ? kind.slice(KIND.length) : null

export const listChangesIn = (rows: readonly RuleRow[]): ListChange[] =>
  rows.flatMap(({ kind, version, data }) => {
    const id = listIdOf(kind)
    return id === null ? [] : [{ version, id, ...(data as Pick<ListChange, 'before' | 'after'>) }]
  })

/** Null when there is none yet. */
export function settingsOfList(tx: Db, id: string): ListState | null {
  const found = allLists(tx).find((list) => list.id === id)
  if (!found) return null
  const { id: _, leads: __, ...state } = found
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
