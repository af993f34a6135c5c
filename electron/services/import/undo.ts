import type { Handlers } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { findImport, isImporting, saveImport, type ImportRow } from '#electron/db/import'
import { dropChanges } from '#electron/db/import-undo'
import type { Deps } from '../deps.ts'
import { sitting } from '../facts.ts'
import { lookForPairs } from '../review-look.ts'
import { takeOutAgents } from './agents.ts'
import { mayUndo } from './forget.ts'
import { withLogKept, type LogKeeper } from './log-keeper.ts'
import { MOST_SEARCHED_AT_ONCE } from './finish.ts'
import { dropNewList, removingOf, takeOutCompanies, takeOutLeads } from './remove.ts'
import { inOne, slicesOf, Stopped, type Slices } from './slices.ts'
import { takeOutStayed } from './stayed.ts'
import { takeBackChanges, takeBackFacts, takeOutWords } from './take-back.ts'
import { undoPreview } from './undo-preview.ts'
import { walk } from './walk.ts'

/** `isBusy`: another import runs. `forget`: what a session remembers of the import no longer holds. */
type Given = { isBusy: () => boolean; forget: (importId: string) => void }

export function undoHandlers(deps: Deps, { isBusy, forget }: Given) {
  let undoing: Promise<void> | null = null
  const undoable = (importId: string): ImportRow => {
    const row = findImport(deps.db, importId)
    if (!row) throw new AppError('not-found', 'That import is not here.', 'import-unknown')
    if (row.state !== 'done')
      throw new AppError('conflict', 'That import cannot be undone.', 'undo-impossible')
    mayUndo(deps, row)
    return row
  }
  return {
    'import.undoPreview': ({ importId }) => undoPreview(deps, undoable(importId)),
    'import.undo': ({ importId }) => {
      sitting(deps.db)
      const row = undoable(importId)
      if (isBusy() || undoing || isImporting(deps.db) || row.progress !== null)
        throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
      saveImport(deps.db, importId, { state: 'undoing' })
      forget(importId)
      undoing = undoAsJob(deps, row).finally(() => (undoing = null))
      return { importId, jobId: importId }
    },
  } satisfies Partial<Handlers>
}

async function undoAsJob(deps: Deps, row: ImportRow): Promise<void> {
  const closing = () => deps.closing.aborted
  const { id, fileName: label } = row
  const started = { id, kind: 'import', label, startedAt: deps.now() } as const
  const total = row.counts['rows'] ?? 0
  let done = 0
  const tell = (state: Job['state'], at: number, message?: 'disk-full') => {
    done = Math.min(at, total)
    deps.emit({ kind: 'job', job: { ...started, state, done, total, ...(message ? { message } : {}) } })
  }
  tell('running', 0)
  // It is over before the words of those who are gone are.
  await new Promise<void>((over) => {
    const work = async (log: LogKeeper | null) => {
      const full = () => tell('running', done, 'disk-full')
      const slices = slicesOf(deps.db, closing, closing, log, full).toTheEnd()
      await undoOn(deps, row, slices, (at) => tell('running', at))
      tell('done', total)
      deps.emit({ kind: 'changed', topics: ['imports', 'lists', 'leads', 'queue'] })
      over()
      await undoTidy(deps, id, slices).catch(later)
      void lookForPairs(deps)
    }
    withLogKept(deps, work)
      .catch((error: unknown) => {
        later(error)
        if (!(error instanceof Stopped)) tell('failed', 0)
      })
      .finally(over)
  })
}

/**
 * Takes an import back, or goes on with it after a crash: what stood before stands again, what it made goes, and what
 * somebody worked on stays. Each slice is whole by itself. Throws Stopped when the store is about to be closed.
 */
export async function undoOn(
  deps: Deps,
  row: ImportRow,
  slices: Slices,
  tell: (leads: number) => void = () => {},
): Promise<void> {
  const { db } = deps
  const { id } = row
  const total = row.counts['rows'] ?? 0
  let taken = 0
  await takeOutLeads(slices, removingOf(db, row), (leads) => tell((taken = Math.min(leads, total))))
  await takeBackChanges(deps, id, slices, (share) => tell(taken + Math.round(share * (total - taken))))
  await takeBackFacts(deps, row, slices)
  await takeOutCompanies(slices)
  await takeOutStayed(deps, slices)
  await takeOutAgents(slices, id)
  if ((row.counts['rows'] ?? 0) <= MOST_SEARCHED_AT_ONCE) await takeOutWords(slices)
  // All of them were taken back: whoever is cut off here begins again without those that are gone.
  await walk(slices, 0, (after, size) => dropChanges(db, id, after, size))
  await inOne(slices, () => {
    dropNewList(db, row)
    saveImport(db, id, { state: 'undone', progress: 'words' })
  })
}

/** The next start goes on with it. */
const later = (error: unknown): void => {
  if (!(error instanceof Stopped)) console.error(error)
}

/** What the search index still holds of those who are gone: it shows nowhere, so that nobody waits for it. */
export async function undoTidy(deps: Deps, importId: string, slices: Slices): Promise<void> {
  await takeOutWords(slices)
  await inOne(slices, () => saveImport(deps.db, importId, { progress: null }))
}
