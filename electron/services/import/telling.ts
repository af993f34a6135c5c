import type { Output } from '#shared/contract/api'
import type { Job as Progress } from '#shared/contract/events'
import type { Notice } from '#shared/domain/import/notice'
import { saveImport } from '#electron/db/import'
import { unsynced } from '#electron/db/unsynced'
import type { Deps } from '../deps.ts'
import type { Work } from './run.ts'
import { newTally } from './tally.ts'

export type Status = Output<'import.status'>
export type Ended = Extract<Status['state'], 'checked' | 'done' | 'cancelled' | 'failed'>

/** Milliseconds between two announcements. */
const TELL = 200

export type Start = Pick<
  Work,
  'importId' | 'kind' | 'fileId' | 'plan' | 'list' | 'at' | 'tries' | 'total' | 'odd'
> & {
  jobId: string
  /** Size of the file. */
  bytes: number
}

/** What is told of an import that runs: how far it is, to whoever listens, and its status to whoever asks. */
export function tellingOf(deps: Deps, given: Start) {
  const begun = performance.now()
  const took = () => (performance.now() - begun) / 1000
  const tally = newTally()
  let [state, message, seconds]: [Status['state'], string | null, number] = ['running', null, 0]
  let step: Status['step'] = 'rows'
  let [told, total] = [0, given.total]
  let columns: readonly string[] = []
  let notices: Status['notices'] = []

  const tell = (at: Progress['state'], text?: string | null) =>
    deps.emit({
      kind: 'job',
      job: {
        id: given.jobId,
        kind: 'import',
        label: given.plan.name,
        state: at,
        done: tally.rows,
        total: at === 'done' ? tally.rows : Math.max(total, tally.rows),
        startedAt: given.at,
        ...(text ? { message: text } : {}),
      },
    })
  const keepPlan = (more: Record<string, unknown>) => {
    const plan = { ...given.plan, fileId: given.fileId, header: columns, ...more }
    if (given.kind === 'run') unsynced(deps.db, () => saveImport(deps.db, given.importId, { plan }))
  }

  return {
    tally,
    took,
    tell,
    /** What the work itself has to say of it. */
    heard: {
      step: (to: Status['step']) => {
        step = to
        tell('running')
      },
      progress: (bytes: number) => {
        if (performance.now() - told < TELL) return
        told = performance.now()
        if (bytes > 0) total = Math.round((tally.rows * given.bytes) / bytes)
        tell('running')
      },
      header: (names: readonly string[]) => {
        columns = names
        keepPlan({})
      },
      notices: (found: readonly Notice[]) => {
        if (found.length === notices.length) return
        notices = [...found]
        keepPlan({ notices })
      },
    },
    /** It is over, after so many seconds. */
    ended: (to: Ended, why: string | null, after = took()) => {
      ;[state, message, seconds] = [to, why, after]
      tell(to === 'checked' ? 'done' : to, why)
    },
    columns: () => columns,
    status: (): Status => ({
      importId: given.importId,
      kind: given.kind,
      state,
      step,
      counts: { ...tally.counts },
      rows: tally.rows,
      marked: tally.marked,
      noNumber: tally.noNumber,
      erased: tally.erased,
      notices,
      seconds: state === 'running' ? took() : seconds,
      message,
    }),
  }
}
