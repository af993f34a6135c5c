import type { ImportPlan } from '#shared/contract/import-plan'
import type { ImportStep } from '#shared/contract/import-status'
import { attachStaging, copyCompanies, copyPeople, detachStaging } from '#electron/db/import-copy'
import type { Notice } from '#shared/domain/import/notice'
import type { ListRow } from '#electron/db/people'
import type { Deps } from '../deps.ts'
import { currentRules } from '../rules.ts'
import { judgedOf } from './batches.ts'
import { finish } from './finish.ts'
import type { Copying } from './copying.ts'
import { commonOf } from './ids.ts'
import { inboxPath } from './inspect.ts'
import type { Judged } from './judging.ts'
import type { OddTable } from './scan.ts'
import { inStretches, newPace, type Slices } from './slices.ts'
import { stagingPath } from './staging-path.ts'
import type { Tally } from './tally.ts'

export type Work = {
  importId: string
  kind: 'check' | 'run'
  fileId: string
  plan: ImportPlan
  list: ListRow
  at: number
  /** How often it was begun before. */
  tries: number
  /** Rows, as far as the lines of the file tell. */
  total: number
  tally: Tally
  /** Told when another step begins. */
  step: (step: ImportStep) => void
  /** Told after every slice, with bytes read so far. */
  progress: (bytes: number) => void
  header: (names: readonly string[]) => void
  odd: OddTable
  notices: (found: readonly Notice[]) => void
  /** Judging does not wait for it. */
  copy: Copying
  /** Resolves when somebody cancels: nothing is waited for any longer. */
  cancelled: Promise<unknown>
  slices: Slices
}

/** Judges every row of a file; `run` also writes what became of them. Throws Stopped, AppError, or a bug. */
export async function work(deps: Deps, job: Work): Promise<void> {
  const { plan, list, kind, importId, slices, tally, at, tries } = job
  const staging = stagingPath(deps, importId)
  const start = {
    path: inboxPath(deps, job.fileId),
    staging,
    plan,
    zone: deps.zone,
    importId,
    tries,
    list,
    at,
    profile: currentRules(deps.db).score,
    rows: job.total,
    odd: job.odd,
  }
  const common = commonOf({ importId, listId: list.id, at, tries })
  const pace = newPace()
  let [people, companies, isAttached] = [0, 0, false]
  const write = async (judged: Judged) => {
    await copiedFor(job, judged.people)
    if (!isAttached) attachStaging(deps.db, staging)
    isAttached = true
    // Few beside the people who work there.
    await inStretches(slices, { from: companies, to: judged.companies }, newPace(), (from, to) =>
      copyCompanies(deps.db, common, from, to),
    )
    await inStretches(slices, { from: people, to: judged.people }, pace, (from, to) => {
      copyPeople(deps.db, common, from, to)
      job.progress(judged.bytes)
    })
    ;[people, companies] = [judged.people, judged.companies]
  }
  try {
    for await (const judged of judgedOf(deps, start)) {
      if (tally.rows === 0) job.header(judged.header)
      Object.assign(tally, judged.tally)
      job.notices(judged.notices)
      job.progress(judged.bytes)
      slices.stopIfAsked()
      if (kind === 'run') await write(judged)
    }
    slices.stopIfAsked()
    if (kind !== 'run') return
    await copiedFor(job, people)
    job.step('places')
    await finish({ deps, common, slices }, countsOf(tally))
  } finally {
    detachStaging(deps.db)
  }
}

/** Says so where it waits. */
async function copiedFor({ copy, step, cancelled, slices }: Work, people: number): Promise<void> {
  const waiting = copy.wait(people)
  if (!waiting) return
  step('copy')
  await Promise.race([waiting, cancelled])
  slices.stopIfAsked()
  step('rows')
}

export const countsOf = ({ counts, rows, marked, noNumber, erased }: Tally): Record<string, number> => ({
  ...counts,
  rows,
  marked,
  noNumber,
  erased,
})
