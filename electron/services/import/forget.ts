import { AppError } from '#shared/contract/errors'
import { forgotten } from '#shared/domain/import/forget'
import { undoUntil } from '#shared/domain/import/undo'
import { keepingOf } from '#shared/domain/retention'
import { HOUR } from '#shared/lib/time'
import { isImporting, type ImportRow } from '#electron/db/import'
import {
  forgetChanges,
  forgetRows,
  holdingOld,
  markForgotten,
  type OldImport,
} from '#electron/db/import-forget'
import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { retentionIn } from '../retention-rules.ts'
import { newestRule } from '../rules.ts'
import { withLogKept } from './log-keeper.ts'
import { inOne, slicesOf, Stopped, type Slices } from './slices.ts'
import { walk } from './walk.ts'

type Dated = Pick<ImportRow, 'at' | 'listId' | 'forgottenTo'>

/** Until when an import can be taken back; epoch ms. Null once its old values are gone, or are going. */
export function undoUntilOf(db: Db): (row: Dated) => number | null {
  const rules = retentionIn(newestRule(db, 'retention')?.data)
  return ({ at, listId, forgottenTo }) =>
    forgottenTo === null ? undoUntil(at, keepingOf(rules, listId ?? '').erase) : null
}

/** Throws AppError 'conflict' once it cannot be taken back any more. */
export function mayUndo({ db, now }: Deps, row: Dated): void {
  if ((undoUntilOf(db)(row) ?? -Infinity) <= now())
    throw new AppError('conflict', 'The old values of that import are gone.', 'undo-too-late')
}

/** Looks every hour, and once after the start: old values past their time are deleted (PRODUCT.md sections 9, 11). */
export function settleOldValues(deps: Deps): void {
  let isLooking = false
  const look = () => {
    if (isLooking) return
    isLooking = true
    forgetOld(deps)
      .catch(console.error)
      .finally(() => (isLooking = false))
  }
  setImmediate(look)
  const hourly = setInterval(() => {
    if (isOver(deps)) clearInterval(hourly)
    else look()
  }, HOUR)
  hourly.unref()
}

const isOver = ({ closing, db }: Deps) => closing.aborted || !clientOf(db).open

/** Each import once. What a closing store cuts off goes on at the next look. */
export async function forgetOld(deps: Deps): Promise<void> {
  if (isOver(deps) || isImporting(deps.db)) return
  const until = undoUntilOf(deps.db)
  const isDue = (row: OldImport) => (until(row) ?? -Infinity) <= deps.now()
  const due = holdingOld(deps.db).filter(isDue)
  if (due.length === 0) return
  const isClosing = () => isOver(deps)
  try {
    await withLogKept(deps, async (log) => {
      const slices = slicesOf(deps.db, isClosing, isClosing, log).toTheEnd()
      for (const row of due) await forget(slices, row)
    })
    deps.emit({ kind: 'changed', topics: ['imports', 'leads'] })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}

const ROWS_FIRST = -1

/** From the first slice on there is no way back: half of the old values are worth nothing. */
async function forget(slices: Slices, { id, forgottenTo }: OldImport): Promise<void> {
  const { db } = slices
  if ((forgottenTo ?? ROWS_FIRST) === ROWS_FIRST) {
    await inOne(slices, () => markForgotten(db, id, ROWS_FIRST))
    await walk(slices, 0, (after, limit) => forgetRows(db, id, after, limit))
    await inOne(slices, () => markForgotten(db, id, 0))
  }
  await walk(slices, Math.max(forgottenTo ?? 0, 0), (after, limit) => {
    const last = forgetChanges(db, id, { after, limit }, forgotten)
    if (last !== null) markForgotten(db, id, last)
    return last
  })
}
