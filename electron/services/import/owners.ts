import type { ImportPlan } from '#shared/contract/import-plan'
import { fold } from '#shared/lib/fold'
import { allReps } from '#electron/db/people'
import type { Deps } from '../deps.ts'

/** Columns of owners know everybody on the team by name, beside what somebody said a cell stands for. */
export function withOwners(db: Deps['db'], plan: ImportPlan): ImportPlan {
  if (!plan.columns.some(({ field }) => field === 'owner')) return plan
  const team = Object.fromEntries(
    allReps(db)
      .filter(({ active }) => active)
      .map(({ id, name }) => [fold(name), id]),
  )
  return {
    ...plan,
    columns: plan.columns.map((column) =>
      column.field === 'owner' ? { ...column, values: { ...team, ...column.values } } : column,
    ),
  }
}
