import type { Judgement } from '#shared/domain/import/judge'
import { VERDICTS } from '#shared/domain/import/verdict'
import { recordOf } from '#shared/lib/table'

/** Rows that are kept to be looked at, of each verdict that asks for nothing. */
const KEPT = 200

export type Tally = ReturnType<typeof newTally>

export function newTally() {
  const counts = recordOf(VERDICTS, () => 0)
  return { counts, rows: 0, marked: 0, noNumber: 0, erased: 0 }
}

/** Counts a row; true when it is to be kept. `noNumber`: a lead was stored that nobody can call. */
export function count(tally: Tally, { verdict, problems, isErased }: Judgement, noNumber: boolean): boolean {
  tally.counts[verdict]++
  tally.rows++
  if (isErased) {
    tally.erased++
    return false
  }
  if (problems.length > 0) tally.marked++
  if (noNumber) tally.noNumber++
  return verdict === 'error' || problems.length > 0 || tally.counts[verdict] <= KEPT
}
