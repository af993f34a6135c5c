import type { Notice } from '#shared/domain/import/notice'
import { VERDICTS, type Verdict } from '#shared/domain/import/verdict'
import type { ImportRow } from '#electron/db/import'
import type { Status } from './telling.ts'

/** As the store has it, once it is over. */
export function statusOf({ id, state, counts, message, plan, at, finishedAt }: ImportRow): Status {
  const verdicts = VERDICTS.map((verdict) => [verdict, counts[verdict] ?? 0])
  return {
    importId: id,
    kind: 'run',
    state: state === 'finishing' ? 'running' : state,
    step: state === 'finishing' ? 'places' : 'rows',
    counts: Object.fromEntries(verdicts) as Record<Verdict, number>,
    rows: counts.rows ?? 0,
    marked: counts.marked ?? 0,
    noNumber: counts.noNumber ?? 0,
    erased: counts.erased ?? 0,
    notices: (plan as { notices?: Notice[] }).notices ?? [],
    // One that a crash cut off took from when it was begun, however often.
    seconds: counts.seconds ?? (finishedAt === null ? 0 : (finishedAt - at) / 1000),
    message,
  }
}
