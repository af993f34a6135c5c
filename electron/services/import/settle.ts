import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { importPlan } from '#shared/contract/import-plan'
import { saveImport, unfinishedImports, type ImportRow } from '#electron/db/import'
import { saveList } from '#electron/db/people'
import { dropStaging } from '#electron/db/staging'
import type { Deps } from '../deps.ts'
import { commonFor, resume, tidy } from './finish.ts'
import { isHistory, settleHistory, undoHistory } from './history-undo.ts'
import { inboxPath } from './inspect.ts'
import { start, type Running } from './jobs.ts'
import { listFor } from './list-for.ts'
import { withLogKept } from './log-keeper.ts'
import { oddAsPlanned } from './others.ts'
import { removeImport } from './remove.ts'
import { scan } from './scan.ts'
import { slicesOf, Stopped, type Slices } from './slices.ts'
import { stagingPath } from './staging-path.ts'
import { undoOn, undoTidy } from './undo.ts'

/** Kept beside an import that runs: how often it was begun, and the try whose ids it makes. */
export type Begun = { begun: number; tries: number }
const MOST_BEGUN = 5

/**
 * What a crash left. An import that was still being judged is taken out and begun again from its file; one at its last
 * steps, or one that is being taken back, goes on where it was. `onStart`: it runs again as a job.
 */
export async function settleImports(
  deps: Deps,
  onStart: (importId: string, running: Running) => unknown = () => {},
): Promise<void> {
  const left = unfinishedImports(deps.db)
  await dropStrangers(deps, left)
  if (left.length === 0) return
  // The store has just been opened: whoever asked for it comes first.
  await wait(0)
  const closing = () => deps.closing.aborted
  try {
    await withLogKept(deps, async (log) => {
      for (const row of left) {
        const slices = slicesOf(deps.db, closing, closing, log, () => tellFull(deps, row)).toTheEnd()
        await settleOne(deps, row, slices, onStart)
      }
    })
    deps.emit({ kind: 'changed', topics: ['imports', 'lists', 'leads', 'queue'] })
  } catch (error) {
    if (!(error instanceof Stopped)) console.error(error)
  }
}

/** Whoever sits there sees why nothing of it moves. */
const tellFull = ({ emit }: Deps, { id, fileName: label, at: startedAt }: ImportRow) =>
  emit({
    kind: 'job',
    job: { id, kind: 'import', label, state: 'running', done: 0, total: 0, startedAt, message: 'disk-full' },
  })

async function settleOne(
  deps: Deps,
  row: ImportRow,
  slices: Slices,
  onStart: (importId: string, running: Running) => unknown,
) {
  if (isHistory(row))
    return void (await (row.state === 'undoing' ? undoHistory : settleHistory)(deps, row, slices))
  if (row.state === 'undoing') await undoOn(deps, row, slices)
  if (row.state === 'undoing' || row.state === 'undone') return undoTidy(deps, row.id, slices)
  if (row.state === 'running') {
    const { kept } = await removeImport(slices, row)
    const again = await restart(deps, row, kept)
    if (again) return onStart(row.id, again)
    await dropStaging(stagingPath(deps, row.id))
    saveImport(deps.db, row.id, {
      state: 'failed',
      finishedAt: deps.now(),
      message: 'interrupted',
      counts: {},
      progress: null,
    })
    return
  }
  const place = row.progress as { tries: number }
  if (row.state === 'finishing') {
    if (!(await resume(deps, row, slices))) throw new Error('What an import staged is gone.')
    saveImport(deps.db, row.id, { state: 'done', finishedAt: deps.now(), message: null })
  }
  await tidy({ deps, slices, common: commonFor(row, place) })
}

/** Null when its file is gone, or when it ended in a crash again and again. */
async function restart(deps: Deps, row: ImportRow, kept: number): Promise<Running | null> {
  const { fileId } = row.plan as { fileId?: string }
  const plan = importPlan.safeParse(row.plan)
  const { begun, tries } = (row.progress as Begun | null) ?? { begun: 1, tries: 0 }
  if (!fileId || !plan.success || begun >= MOST_BEGUN) return null
  const path = inboxPath(deps, fileId)
  const scanned = await scan(path, plan.data).catch(() => null)
  const list = listFor(deps.db, plan.data, { id: row.listId ?? '', createdAt: row.at })
  if (!scanned || !list) return null
  if (plan.data.newList) saveList(deps.db, list)
  // Who was worked on keeps their ids.
  const next: Begun = { begun: begun + 1, tries: kept > 0 ? tries + 1 : tries }
  saveImport(deps.db, row.id, { progress: next })
  const { id: importId, at } = row
  const total = scanned.lines
  return start(deps, {
    importId,
    jobId: importId,
    kind: 'run',
    fileId,
    plan: plan.data,
    list,
    at,
    tries: next.tries,
    bytes: scanned.bytes,
    total,
    odd: await oddAsPlanned({ path, plan: plan.data, scanned, zone: deps.zone }),
  })
}

/** Dry runs of an earlier session, and whatever else nobody comes back for. */
async function dropStrangers(deps: Deps, left: readonly ImportRow[]): Promise<void> {
  const folder = dirname(stagingPath(deps, 'x'))
  const ours = new Set(left.map(({ id }) => `${id}.db`))
  for (const name of readdirSync(folder))
    if (name.endsWith('.db') && !ours.has(name)) await dropStaging(join(folder, name))
}
