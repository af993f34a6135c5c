import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { holidayTables, yearOf } from '#shared/domain/holidays'
import { atLeast } from '#shared/domain/people'
import { isNarrowable, isNothing } from '#shared/domain/policy/narrowing'
import { PACK_IDS, type PolicyRule } from '#shared/domain/policy/pack'
import { PACKS } from '#shared/domain/policy/packs'
import { STATE_NAMES } from '#shared/domain/policy/us-states'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { narrowingsOf } from './law.ts'
import { askRescore, resumeRescore } from './rescore.ts'

export const policyHandlers = (deps: Deps) =>
  ({
    'policy.get': () => getPolicy(deps),
    'policy.narrow': (input) => narrow(deps, input),
  }) satisfies Partial<Handlers>

type Shown = Output<'policy.get'>

function getPolicy({ db, now, zone }: Deps): Shown {
  const today = dayOf(zone, now())
  const years = [0, 1].map((ahead) => Number(today.slice(0, 4)) + ahead)
  return {
    packs: PACK_IDS.map((id) => ({ id, rules: PACKS[id].map((rule) => shownRule(rule, today)) })),
    narrowings: structuredClone(narrowingsOf(db)) as Shown['narrowings'],
    states: Object.entries(STATE_NAMES).map(([code, name]) => ({ id: `US-${code}`, name })),
    holidays: holidayTables().map(({ regions, ...table }) => ({
      ...table,
      regions: regions.length,
      lacking: years.flatMap((year) => {
        const known = yearOf(table.country, year)
        return known === 'known' ? [] : [{ year, known }]
      }),
    })),
  }
}

function shownRule(rule: PolicyRule, today: string): Shown['packs'][number]['rules'][number] {
  const { id, kind, who, since, until = null, source, reviewBy } = rule
  const inForce = (since === null || since <= today) && (until === null || today < until)
  return {
    id,
    kind,
    who,
    since,
    until,
    inForce,
    source: source.name,
    address: source.address,
    reviewBy,
    overdue: reviewBy !== null && reviewBy < today,
    region: rule.kind === 'hours' ? (rule.region ?? null) : null,
    hours:
      rule.kind === 'hours'
        ? (structuredClone(rule.hours) as Shown['packs'][number]['rules'][number]['hours'])
        : null,
    lists: rule.kind === 'screening' ? [...rule.lists] : [],
    within: rule.kind === 'screening' ? rule.within : null,
    months: rule.kind === 'existing' ? rule.months : null,
  }
}

/** Whatever it says is only laid over the pack: there is nothing in it that could open an hour. */
function narrow(deps: Deps, { subject, narrowing }: Input<'policy.narrow'>): Output<'policy.narrow'> {
  const rep = sitting(deps.db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes the rules.', 'needs-admin')
  if (!isNarrowable(subject)) throw new AppError('not-found', 'There is no such pack.', 'pack-unknown')
  const { earliest, latest } = narrowing
  if (earliest !== null && latest !== null && earliest >= latest)
    throw new AppError('conflict', 'It would end before it begins.', 'hours-reversed')
  deps.db.transaction((tx) => {
    const { [subject]: _, ...others } = narrowingsOf(tx)
    const data = isNothing(narrowing) ? others : { ...others, [subject]: narrowing }
    insertRules(tx, { kind: 'policy', data, at: deps.now(), repId: rep.id })
    // Every lead follows a calendar, which names what was taken off it.
    askRescore(tx, null, 'calendar')
  })
  deps.emit({ kind: 'changed', topics: ['rules'] })
  void resumeRescore(deps)
  return {}
}
