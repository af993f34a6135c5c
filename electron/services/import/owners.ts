import type { ImportPlan } from '#shared/contract/import-plan'
import { atLeast } from '#shared/domain/people'
import { fold } from '#shared/lib/fold'
import { repAtDesk } from '#electron/db/device'
import { allReps } from '#electron/db/people'
import type { Deps } from '../deps.ts'

/** A plan as it holds for who sits at this desk and for whom they work with. */
export function withTeam(db: Deps['db'], plan: ImportPlan): ImportPlan {
  const rep = repAtDesk(db)
  return { ...withOwners(db, plan), capsStage: !rep || !atLeast(rep.role, 'team_lead') }
}

/** Columns of owners know everybody on the team by name, beside what somebody said a cell stands for. */
function withOwners(db: Deps['db'], plan: ImportPlan): ImportPlan {
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
