import type { MendedRow } from '#shared/contract/import-plan'
import type { Problem } from './rows-table.tsx'

/** A row as somebody wrote it; `problems` null: being read. */
export type Typed = { cells: readonly string[]; problems: readonly Problem[] | null }
/** By line of the file. */
export type TypedRows = ReadonlyMap<number, Typed>
/** A row as it came. */
export type Came = { line: number; cells: readonly string[] }

export const NONE_TYPED: TypedRows = new Map()

/** With a cell written anew; a row that reads as it came again was not written in. */
export function written(typed: TypedRows, { line, cells }: Came, column: number, text: string): TypedRows {
  const before = typed.get(line)?.cells ?? cells
  if ((before[column] ?? '') === text) return typed
  const now = Array.from({ length: Math.max(before.length, column + 1) }, (_, at) => before[at] ?? '')
  now[column] = text
  const all = new Map(typed).set(line, { cells: now, problems: null })
  if (now.every((cell, at) => cell === (cells[at] ?? ''))) all.delete(line)
  return all
}

/** The rows as they are to be read: what was written last counts. */
export const mendedBy = (typed: TypedRows, before: readonly MendedRow[]): MendedRow[] => [
  ...before.filter(({ line }) => !typed.has(line)),
  ...[...typed].map(([line, { cells }]) => ({ line, cells: [...cells] })),
]
