import type { Handlers, Input, Output } from '#shared/contract/api'
import { MEND_OF, type CellProblem } from '#shared/domain/import/field'
import { isSomebody } from '#shared/domain/import/judge'
import { customOrder } from '#shared/domain/import/date-order'
import { rowReader } from '#shared/domain/import/read-row'
import type { Deps } from '../deps.ts'
import { inboxPath } from './inspect.ts'
import { withTeam } from './owners.ts'
import { headersOf, rowPlanOf } from './reader.ts'

type Tried = Output<'import.tryRows'>

export const tryHandlers = (deps: Deps) =>
  ({ 'import.tryRows': (input) => tryRows(deps, input) }) satisfies Partial<Handlers>

/** Reads cells that somebody is writing with the reader of the run, so that what is said to be right then is. */
async function tryRows(deps: Deps, { fileId, plan, rows }: Input<'import.tryRows'>): Promise<Tried> {
  const start = {
    path: inboxPath(deps, fileId),
    plan: decided(withTeam(deps.db, plan)),
    zone: deps.zone,
    at: deps.now(),
  }
  const read = rowReader(await rowPlanOf(start, await headersOf(start)))
  return {
    rows: rows.map(({ line, cells }) => {
      const row = read({ line, cells, quote: null })
      const problems = isSomebody(row) ? row.problems : [...row.problems, NOBODY]
      return { line, problems: problems.map((each) => ({ ...each, mend: MEND_OF[each.problem] })) }
    }),
  }
}

const NOBODY: CellProblem = { field: null, column: null, cell: '', problem: 'nobody' }

/** Nobody waits for the whole file to be looked through for a date that decides. */
const decided = (plan: Input<'import.tryRows'>['plan']): typeof plan => ({
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, dates: column.dates ?? customOrder(plan.country) })),
})
