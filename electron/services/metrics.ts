import type { Handlers, Input, Output } from '#shared/contract/api'
import { addDays, dayOf, dayStart } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { quantile, type Basis } from '#shared/domain/metrics'
import { workingClock } from '#shared/domain/working-time'
import { sumOf } from '#shared/lib/sum'
import { countCalls, countOutcomes, countSteps, namesOf, speedPairs } from '#electron/db/metrics'
import type { Scope } from '#electron/db/metrics-events'
import { countRows, figureRows } from '#electron/db/metrics-rows'
import { ageing } from './ageing.ts'
import type { Deps } from './deps.ts'
import { figuresOf } from './metrics-figures.ts'
import { callsIn, slotsOf } from './metrics-slots.ts'

type Filter = Input<'metrics.funnel'>
/** Reports only read, and do so in a thread of their own. */
type Reading = Pick<Deps, 'db' | 'zone' | 'now'>

export const metricsHandlers = (deps: Reading) =>
  ({
    'metrics.funnel': (input) => funnel(deps, input),
    'metrics.table': (input) => table(deps, input),
    'metrics.byHour': (input) => slotsOf(deps.db, scopeOf(deps, input)),
    'metrics.outcomes': (input) => outcomes(deps, input),
    'metrics.rows': (input) => rows(deps, input),
    'metrics.ageing': () => ageing(deps),
  }) satisfies Partial<Handlers>

const basisOf = ({ unit, basis }: Filter): Basis => (unit === 'calls' ? 'period' : basis)

/** Days are the workspace's; the last one is inside. */
const scopeOf = ({ zone }: Reading, { from, to, listId, repId, source }: Filter): Scope => ({
  from: dayStart(zone, from),
  to: dayStart(zone, addDays(to, 1)),
  listId,
  repId,
  source,
})

function funnel(deps: Reading, input: Filter): Output<'metrics.funnel'> {
  const scope = scopeOf(deps, input)
  const basis = basisOf(input)
  const [steps] = countSteps(deps.db, scope, basis, 'all')
  const [calls] = countCalls(deps.db, scope, 'all')
  return { basis, figures: figuresOf(input.unit, basis, steps, calls), speed: speed(deps, scope) }
}

function table(deps: Reading, { by, ...input }: Input<'metrics.table'>): Output<'metrics.table'> {
  const scope = scopeOf(deps, input)
  const basis = basisOf(input)
  const steps = new Map(countSteps(deps.db, scope, basis, by).map((row) => [row.key, row]))
  const calls = new Map(countCalls(deps.db, scope, by).map((row) => [row.key, row]))
  const names = namesOf(deps.db, by)
  const rows = [...new Set([...steps.keys(), ...calls.keys()])].map((key) => ({
    key,
    name: names.get(key) ?? null,
    figures: figuresOf(input.unit, basis, steps.get(key), calls.get(key)),
  }))
  return { basis, rows: rows.toSorted((a, b) => byName(a.name, b.name)) }
}

/** Those without a name come last. */
const byName = (a: string | null, b: string | null) =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b)

function outcomes(deps: Reading, input: Filter): Output<'metrics.outcomes'> {
  const rows = countOutcomes(deps.db, scopeOf(deps, input))
  return { dials: sumOf(rows, ({ n }) => n), rows }
}

function rows(
  deps: Reading,
  { figure, offset, limit, slot, outcome = null, ...input }: Input<'metrics.rows'>,
): Output<'metrics.rows'> {
  const scope = scopeOf(deps, input)
  const only = slot && callsIn(deps.db, scope, slot)
  const asked = { figure, unit: input.unit, basis: basisOf(input), scope, only, outcome }
  return { total: countRows(deps.db, asked), rows: figureRows(deps.db, asked, offset, limit) }
}

/** Whole working minutes from arrival to first dial; a call before the lead arrived counts as at once. */
function speed({ db, zone }: Reading, scope: Scope): Output<'metrics.funnel'>['speed'] {
  const worked = workingClock(zone, holidaysOf(countryOfZone(zone) ?? ''), dayOf(zone, scope.from))
  const pairs = speedPairs(db, scope)
  const minutes = pairs.flatMap(({ arrived, first }) =>
    first === null ? [] : [Math.max(0, worked(first) - worked(arrived))],
  )
  return {
    median: quantile(minutes, 0.5),
    p90: quantile(minutes, 0.9),
    dialled: minutes.length,
    neverDialled: pairs.length - minutes.length,
  }
}
