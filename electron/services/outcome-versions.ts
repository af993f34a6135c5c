import type { CallFact, LeadFacts } from '#shared/domain/facts'
import type { OutcomeId } from '#shared/domain/outcome'
import { isOwn, ruleOf, SHIPPED_OUTCOMES, type OutcomeRule } from '#shared/domain/outcome-set'
import type { Db } from '#electron/db/open'
import { catalogue } from './catalogue.ts'

export const OUTCOMES = catalogue({
  kind: 'outcomes',
  shipped: SHIPPED_OUTCOMES,
  isOwn,
  ruleOf,
  says: (from, outcomes) => ({ kind: 'outcomes', data: { from, outcomes } }),
  read: ({ at, data }) => {
    if ('outcomes' in data) return { from: data.from, set: data.outcomes }
    const named = SHIPPED_OUTCOMES.map((entry) => ({ ...entry, label: data[entry.kind] ?? null }))
    return { from: at, set: named }
  },
})
export const {
  inForce: outcomesAt,
  planned: outcomesPlanned,
  labels: outcomeLabels,
  byName: outcomesByName,
} = OUTCOMES

/** Those in force, then the team's own that are no longer: calls were logged with them. */
export const outcomesKnown = (tx: Db, now: number): OutcomeRule[] => OUTCOMES.known(tx, now).map(ruleOf)

/** What each of the team's own codes is, by every version there was. */
export const kindsOf = (tx: Db): ReadonlyMap<string, OutcomeId> =>
  new Map(OUTCOMES.all(tx).flatMap(({ set }) => set.map(({ code, kind }) => [code, kind] as const)))

/** The same facts, each call with the delay of the version it was made under. */
export function withDelays(tx: Db, facts: LeadFacts): LeadFacts {
  if (OUTCOMES.all(tx).length === 1 || facts.calls.length === 0) return facts
  return { ...facts, calls: facts.calls.map((call) => withDelay(tx, call)) }
}

function withDelay(tx: Db, call: CallFact): CallFact {
  const { rules } = outcomesAt(tx, call.madeAt ?? call.dialledAt, call.ruleVersion)
  const delay = (rules.get(call.own ?? call.outcome) ?? rules.get(call.outcome))?.delay
  return delay ? { ...call, delay } : call
}
