import type { Output } from '#shared/contract/api'
import { historyPlan } from '#shared/contract/import-history'
import { importPlan, type ImportPlan } from '#shared/contract/import-plan'
import { allImports, type ImportRow } from '#electron/db/import'
import type { Deps } from '../deps.ts'
import { undoUntilOf } from './forget.ts'
import type { Running } from './jobs.ts'
import { statusOf } from './status-of.ts'

type Entry = Output<'imports.list'>[number]

const HASH_SHOWN = 12

/** Every file that was brought in, newest first: who, when, how its columns were read, what came of it. */
export function logOf({ db, now }: Deps, running: ReadonlyMap<string, Running>): Entry[] {
  const rows = allImports(db)
  const untilOf = undoUntilOf(db)
  const mended = new Map<string, number>()
  for (const { row } of rows)
    if (row.fixes !== null && row.state === 'done')
      mended.set(
        row.fixes,
        (mended.get(row.fixes) ?? 0) + (row.counts['rows'] ?? 0) - (row.counts['error'] ?? 0),
      )
  return rows.map(({ row, by }) => {
    const status = running.get(row.id)?.status() ?? statusOf(row)
    const until = untilOf(row)
    return {
      ...status,
      at: row.at,
      by: by ?? '',
      fileName: row.fileName,
      hash: row.sha256.slice(0, HASH_SHOWN) || null,
      listId: row.listId,
      holds: 'history' in (row.plan as object) ? ('calls' as const) : ('people' as const),
      isMend: row.fixes !== null,
      mended: mended.get(row.id) ?? 0,
      indexing: status.state === 'done' && row.progress !== null,
      undoUntil: status.state === 'done' && until !== null && until > now() ? until : null,
      ...planned(row),
    }
  })
}

type Planned = Pick<Entry, 'mode' | 'cost' | 'basis' | 'columns'>

/** `header` was added when the file was opened. */
function planned({ plan }: ImportRow): Planned {
  const { header = [] } = plan as { header?: string[] }
  const calls = historyPlan.safeParse((plan as { history?: unknown }).history)
  if (calls.success)
    return {
      ...NOTHING,
      columns: named(
        calls.data.columns.map((column) => ({ ...column, rule: null })),
        header,
      ),
    }
  const read = importPlan.safeParse(plan)
  if (!read.success) return NOTHING
  const { mode, newList, cost, basis, columns } = read.data
  return {
    mode,
    cost: cost ?? costOf(newList),
    basis: basis ?? newList?.basis ?? null,
    columns: named(
      columns.flatMap(({ index, field, rule }) => (field === 'skip' ? [] : [{ index, field, rule }])),
      header,
    ),
  }
}
const NOTHING: Planned = { mode: 'create_update', cost: null, basis: null, columns: [] }

const named = (
  columns: readonly Omit<Entry['columns'][number], 'header'>[],
  header: readonly string[],
): Entry['columns'] =>
  columns.map(({ index, field, rule }) => ({ index, header: header[index] ?? '', field, rule }))

const costOf = (list: ImportPlan['newList']): Entry['cost'] =>
  list && list.costMinor !== null && list.currency !== null
    ? { minor: list.costMinor, currency: list.currency }
    : null
