import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { csvOf } from '#shared/domain/export/csv'
import { reasonOf } from '#shared/domain/import/reason-words'
import { findImport } from '#electron/db/import'
import type { Deps } from '../deps.ts'
import { lookedRows } from './looked.ts'
import { settingsOf } from '../settings.ts'

const MOST = 1_000_000

/** What is known of an import of this session; a dry run is nowhere else. */
type Rejecting = { header: readonly string[]; name: string }

/** The rows that were refused, as they came, with why: to be mended and imported again. Throws AppError 'conflict'. */
export function rejected(
  deps: Deps,
  importId: string,
  live: Rejecting | undefined,
): Output<'import.rejected'> {
  const { language } = settingsOf(deps.db)
  const { rows } = lookedRows(deps, importId, { filter: 'error', offset: 0, limit: MOST })
  if (rows.length === 0) throw new AppError('conflict', 'No row was rejected.', 'none-rejected')
  const row = findImport(deps.db, importId)
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const header = live?.header ?? (row?.plan as { header?: string[] } | undefined)?.header ?? []
  const names = Array.from({ length: Math.max(width, header.length) }, (_, at) => header[at] ?? '')
  const lines = rows.map(({ line, cells, problems }) => [
    ...names.map((_, at) => cells[at] ?? ''),
    String(line),
    problems.map((each) => reasonOf(each, names, language)).join('; '),
  ])
  const fileId = crypto.randomUUID()
  mkdirSync(join(deps.data, 'outbox'), { recursive: true, mode: 0o700 })
  const text = csvOf([[...names, '_line', '_reason'], ...lines], { bom: true })
  writeFileSync(join(deps.data, 'outbox', fileId), text, { mode: 0o600 })
  return { fileId, name: `rejected-${(live?.name ?? row?.fileName ?? 'rows').replace(/\.[^.]*$/, '')}.csv` }
}
