import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { MEND_OF } from '#shared/domain/import/field'
import { fold } from '#shared/lib/fold'
import { findImport, insertImport, type KeptRow } from '#electron/db/import'
import { allLists, findList, saveList, type ListRow } from '#electron/db/people'
import { dropStaging } from '#electron/db/staging'
import type { Deps } from '../deps.ts'
import { isErasing } from '../erase/erase.ts'
import { sitting } from '../facts.ts'
import { startDryRun } from './again.ts'
import { dropMended, mendedFile } from './fix.ts'
import { inboxPath } from './inspect.ts'
import { start, type Running } from './jobs.ts'
import { logOf } from './log.ts'
import { lookedRows } from './looked.ts'
import { withTeam } from './owners.ts'
import { oddAsPlanned } from './others.ts'
import { rejected } from './rejected.ts'
import { scan } from './scan.ts'
import { settleImports, type Begun } from './settle.ts'
import { stagingPath } from './staging-path.ts'
import { statusOf } from './status-of.ts'
import { undoHandlers } from './undo.ts'

type Rows = Output<'import.rows'>['rows']
type Found = Pick<Rows[number], 'changes' | 'ended'> | null

export function importHandlers(deps: Deps) {
  const running = new Map<string, Running>()
  let last: Running | null = null
  const keep = (importId: string, job: Running) => {
    running.set(importId, job)
    last = job
  }
  const settled = settleImports(deps, keep)
  /** The dry run that is looked at; its rows go with the next one. */
  let checked: string | null = null

  const begin = async (
    kind: 'check' | 'run',
    { fileId, plan: asked }: Input<'import.run'>,
    fixes: string | null = null,
  ) => {
    const rep = sitting(deps.db)
    const plan = withTeam(deps.db, asked)
    await settled
    const path = inboxPath(deps, fileId)
    const scanned = await scan(path, plan)
    const odd = await oddAsPlanned({ path, plan, scanned, zone: deps.zone })
    // Again after every wait: somebody else may have begun one meanwhile.
    while (last?.status().state === 'running') {
      if (last.status().kind === 'run')
        throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
      // A newer dry run takes the place of one whose answer nobody waits for any more.
      last.cancel()
      await last.done
    }
    if (isErasing(deps.db))
      throw new AppError('conflict', 'Somebody is being erased. Wait until that is done.', 'erasing-runs')
    const [importId, at] = [deps.newId(), deps.now()]
    // Whoever sees the job can stop it: it goes by the import's own id.
    const jobId = importId
    const list = listOf(deps, plan)
    if (kind === 'run')
      deps.db.transaction((tx) => {
        if (plan.newList) saveList(tx, list)
        insertImport(tx, {
          id: importId,
          repId: rep.id,
          at,
          fileName: plan.name,
          // What was mended by hand is no file that could come again.
          sha256: fixes === null ? scanned.sha256 : '',
          fixes,
          listId: list.id,
          state: 'running',
          plan: { ...plan, fileId },
          counts: {},
          progress: { begun: 1, tries: 0 } satisfies Begun,
        })
      })
    else {
      if (checked) dropStaging(stagingPath(deps, checked)).catch(console.error)
      checked = importId
    }
    const job = (kind === 'check' ? startDryRun : start)(
      { ...deps, by: rep.id },
      {
        importId,
        jobId,
        kind,
        fileId,
        plan,
        list,
        at,
        tries: 0,
        bytes: scanned.bytes,
        total: scanned.lines,
        odd,
      },
    )
    keep(importId, job)
    return { importId, jobId }
  }

  const fix = async (input: Input<'import.fix'>) => {
    const mended = mendedFile(deps, input)
    const started = await begin('run', mended, input.importId)
    const drop = () => dropMended(deps, input.importId, started.importId, mended.lines)
    void running.get(started.importId)?.done.then(drop).catch(console.error)
    return started
  }

  const status = (importId: string) => {
    const live = running.get(importId)?.status()
    if (live) return live
    const row = findImport(deps.db, importId)
    if (!row) throw new AppError('not-found', 'That import is not here.', 'import-unknown')
    return statusOf(row)
  }

  return {
    'import.check': (input) => begin('check', input),
    'import.run': (input) => begin('run', input),
    'import.fix': fix,
    'import.status': ({ importId }) => status(importId),
    'import.rows': (page) => {
      status(page.importId)
      const { total, rows } = lookedRows(deps, page.importId, page)
      return { total, rows: rows.map(shown) }
    },
    'import.rejected': ({ importId }) => {
      status(importId)
      const live = running.get(importId)
      return rejected(deps, importId, live && { name: live.name, header: live.header() })
    },
    'import.cancel': async ({ importId }) => {
      const live = running.get(importId)
      live?.cancel()
      await live?.done
      return status(importId)
    },
    'imports.list': () => logOf(deps, running),
    ...undoHandlers(deps, {
      isBusy: () => last?.status().state === 'running',
      forget: (importId) => void running.delete(importId),
    }),
  } satisfies Partial<Handlers>
}

/** The list that is asked for; a new one is only written by the run. Throws AppError. */
function listOf({ db, newId, now }: Deps, { listId, newList }: Input<'import.run'>['plan']): ListRow {
  if ((listId === null) === (newList === null))
    throw new AppError('invalid-input', 'Choose one list, or name a new one.', 'list-missing')
  if (newList === null) {
    const found = findList(db, listId ?? '')
    if (!found) throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    return found
  }
  if (allLists(db).some(({ name }) => fold(name) === fold(newList.name)))
    throw new AppError('conflict', `There is a list called ${newList.name} already.`, 'name-taken')
  return { ...newList, id: newId(), createdAt: now() }
}

function shown({ found, problems, ...row }: KeptRow): Rows[number] {
  const { changes = [], ended = null } = (found as Found) ?? {}
  return {
    ...row,
    problems: problems.map((each) => ({ ...each, mend: MEND_OF[each.problem] })),
    changes,
    // Rows of a file that came in before it was kept.
    ended: ended && { ...ended, why: (ended as Partial<typeof ended>).why ?? null },
  }
}
