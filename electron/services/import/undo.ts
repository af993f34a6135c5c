import type { Handlers } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { UNDO_FOR } from '#shared/domain/import/undo'
import { broughtBases, dropTextsOfGone, isUndone, peopleOfBases } from '#electron/db/basis'
import { insertUndo } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findImport, saveImport, type ImportRow } from '#electron/db/import'
import { changesBelow, leadsTouched, peopleTouched, takeBack } from '#electron/db/import-undo'
import { raw } from '#electron/db/raw'
import { indexKeptOfLead, unindexKeptGone } from '#electron/db/search-kept'
import { indexPeople, mergeWords, unindexGone } from '#electron/db/search-many'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { sitting } from '../facts.ts'
import { refresh } from '../queue.ts'
import { withLogKept, type LogKeeper } from './log-keeper.ts'
import { MOST_SEARCHED_AT_ONCE } from './finish.ts'
import { dropNewList, removingOf, takeOutCompanies, takeOutLeads } from './remove.ts'
import { inOne, inSlices, inTurns, slicesOf, Stopped, type Slices } from './slices.ts'
import { undoPreview } from './undo-preview.ts'

/** `isBusy`: another import runs. `forget`: what a session remembers of the import no longer holds. */
type Given = { isBusy: () => boolean; forget: (importId: string) => void }

export function undoHandlers(deps: Deps, { isBusy, forget }: Given) {
  let undoing: Promise<void> | null = null
  const undoable = (importId: string): ImportRow => {
    const row = findImport(deps.db, importId)
    if (!row) throw new AppError('not-found', 'That import is not here.', 'import-unknown')
    if (row.state !== 'done' || row.at + UNDO_FOR <= deps.now())
      throw new AppError('conflict', 'That import cannot be undone.', 'undo-impossible')
    return row
  }
  return {
    'import.undoPreview': ({ importId }) => undoPreview(deps, undoable(importId)),
    'import.undo': ({ importId }) => {
      sitting(deps.db)
      const row = undoable(importId)
      if (isBusy() || undoing || row.progress !== null)
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
  await takeOutLeads(slices, removingOf(db, row), tell)
  let below = Number.MAX_SAFE_INTEGER
  await inTurns(slices, (size) => {
    const changes = changesBelow(db, id, below, size)
    for (const change of changes) {
      takeBack(db, id, change, false)
      const leads = leadsTouched(db, change)
      refresh(db, deps, leads)
      if (change.entity === 'leads') indexKeptOfLead(db, change.id)
    }
    below = changes.at(-1)?.n ?? 0
    return changes.length === size
  })
  let person = ''
  await inTurns(slices, (size) => {
    const people = peopleTouched(db, id, person, size)
    for (const personId of people) {
      indexPeople(db, personId, personId)
      refresh(db, deps, leadsOfPerson(db, personId))
    }
    person = people.at(-1) ?? ''
    return people.length === size
  })
  await takeBackBases(deps, id, slices)
  await takeOutCompanies(slices)
  if ((row.counts['rows'] ?? 0) <= MOST_SEARCHED_AT_ONCE) await takeOutWords(slices)
  await inOne(slices, () => {
    dropNewList(db, row)
    raw(db, 'DELETE FROM import_changes WHERE import_id = ?').run(id)
    saveImport(db, id, { state: 'undone', progress: 'words' })
  })
}

/** All of its grounds to call go with one fact, and what stood before stands again. */
async function takeBackBases(deps: Deps, importId: string, slices: Slices): Promise<void> {
  const { db } = deps
  if (!broughtBases(db, importId)) return
  await inOne(slices, () => {
    if (!isUndone(db, importId))
      insertUndo(db, { ...stampOf(db, deps), refersTo: importId, callId: importId })
    dropTextsOfGone(db, importId)
  })
  await inSlices(slices, peopleOfBases(db, importId), (personId) =>
    refresh(db, deps, leadsOfPerson(db, personId)),
  )
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

async function takeOutWords(slices: Slices): Promise<void> {
  for (const unindex of [unindexGone, unindexKeptGone]) {
    let n = 0
    await inTurns(slices, (size) => {
      const last = unindex(slices.db, n, size)
      mergeWords(slices.db)
      n = last ?? n
      return last !== null
    })
  }
}
