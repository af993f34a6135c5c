import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Input } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { importPlan } from '#shared/contract/import-plan'
import { csvOf } from '#shared/domain/export/csv'
import { findImport } from '#electron/db/import'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { inboxPath } from './inspect.ts'

type Mended = Input<'import.run'> & {
  /** Line of the new file by line of the first. */
  lines: ReadonlyMap<number, number>
}

/**
 * The mended rows as a file of their own, to be read by the plan of the import that refused them. Throws AppError:
 * 'not-found' for a line that was no error, 'conflict' while the import is not done.
 */
export function mendedFile(deps: Deps, { importId, rows }: Input<'import.fix'>): Mended {
  const row = findImport(deps.db, importId)
  if (!row) throw new AppError('not-found', 'That import is not here.', 'import-unknown')
  const plan = importPlan.safeParse(row.plan)
  if (row.state !== 'done' || !plan.success || row.listId === null)
    throw new AppError('conflict', 'That import is not done.', 'import-running')
  const isError = raw(
    deps.db,
    "SELECT 1 FROM import_rows WHERE import_id = ? AND line = ? AND verdict = 'error'",
  )
  const unknown = rows.find(({ line }) => !isError.get(importId, line))
  if (unknown) throw new AppError('not-found', `Line ${unknown.line} was no error.`, 'line-unknown')

  const { header = [] } = row.plan as { header?: string[] }
  const named = plan.data.headerLine > 0
  const table = [...(named ? [header] : []), ...rows.map(({ cells }) => cells)]
  const { entry: _, sheet: __, mended: ___, ...read } = plan.data
  const fileId = crypto.randomUUID()
  const path = inboxPath(deps, fileId)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, csvOf(table, { bom: false }), { mode: 0o600 })
  const lines = new Map<number, number>()
  let at = named ? 1 + heightOf(header) : 1
  for (const { line, cells } of rows) {
    lines.set(line, at)
    at += heightOf(cells)
  }
  return {
    fileId,
    lines,
    plan: {
      ...read,
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: named ? 1 : 0,
      headerRows: 1,
      listId: row.listId,
      newList: null,
    },
  }
}

/** Physical lines that a record takes. */
const heightOf = (cells: readonly string[]): number =>
  1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

/** What came in is no error of the first import any more. */
export function dropMended(
  deps: Deps,
  first: string,
  second: string,
  lines: ReadonlyMap<number, number>,
): void {
  if (deps.closing.aborted || findImport(deps.db, second)?.state !== 'done') return
  const refused = new Set(
    raw<{ line: number }>(deps.db, "SELECT line FROM import_rows WHERE import_id = ? AND verdict = 'error'")
      .all(second)
      .map(({ line }) => line),
  )
  deps.db.transaction((tx) => {
    for (const [line, at] of lines)
      if (!refused.has(at))
        raw(tx, 'DELETE FROM import_rows WHERE import_id = ? AND line = ?').run(first, line)
  })
}
