import type { CallFact, LeadFacts } from '#shared/domain/facts'
import type { OutcomeId } from '#shared/domain/outcome'
import type { Label } from '#shared/domain/bant'
import {
  isOwn,
  ruleOf,
  SHIPPED_OUTCOMES,
  type OutcomeRule,
  type OutcomeSet,
} from '#shared/domain/outcome-set'
import { fold } from '#shared/lib/fold'
import type { Db } from '#electron/db/open'
import type { RuleRow } from '#electron/db/rules'
import { datedVersions, type Dated } from './dated-versions.ts'

export const OUTCOMES_KIND = 'outcomes'
/** What a row of `rules` holds since outcomes are data; those before hold names only. */
export type OutcomesData = { from: number; outcomes: OutcomeSet }

type OutcomeNames = Readonly<Partial<Record<OutcomeId, Label>>>

/** `rules`: by code. */
export type OutcomeVersion = Dated & { set: OutcomeSet; rules: ReadonlyMap<string, OutcomeRule> }

const SHIPPED = made({ version: 0, at: null, repId: null, from: 0 }, SHIPPED_OUTCOMES)
export const {
  all: outcomeVersions,
  inForce: outcomesAt,
  planned: outcomesPlanned,
} = datedVersions(OUTCOMES_KIND, SHIPPED, versionOf)

/** Those in force, then the team's own that are no longer: calls were logged with them. */
export function outcomesKnown(tx: Db, now: number): OutcomeRule[] {
  const { rules } = outcomesAt(tx, now)
  const past = outcomeVersions(tx).flatMap(({ set }) =>
    set.filter(({ code }) => isOwn(code) && !rules.has(code)),
  )
  const gone = new Map(past.map((entry) => [entry.code, { ...ruleOf(entry), on: false }]))
  return [...rules.values(), ...gone.values()]
}

/** As the version in force names them; the team's own of other versions too, since calls were logged with them. */
export function outcomeLabels(tx: Db, now: number): ReadonlyMap<string, Label> {
  const own = outcomeVersions(tx).flatMap(({ set }) => set.filter(({ code }) => isOwn(code)))
  const named = [...own, ...outcomesAt(tx, now).set]
  return new Map(named.flatMap(({ code, label }) => (label ? [[code, label] as const] : [])))
}

/** The team's own by code, and all of them by what the team calls them, folded: a file may name either. */
export function outcomesByName(tx: Db, now: number): ReadonlyMap<string, { code: string; kind: OutcomeId }> {
  return new Map(
    outcomesAt(tx, now).set.flatMap(({ code, kind, label }) => {
      const names = [...(isOwn(code) ? [code] : []), ...(label ? [fold(label.es), fold(label.en)] : [])]
      return names.map((name) => [name, { code, kind }] as const)
    }),
  )
}

/** What each of the team's own codes is, by every version there was. */
export const kindsOf = (tx: Db): ReadonlyMap<string, OutcomeId> =>
  new Map(outcomeVersions(tx).flatMap(({ set }) => set.map(({ code, kind }) => [code, kind] as const)))

/** The same facts, each call with the delay of the version it was made under. */
export function withDelays(tx: Db, facts: LeadFacts): LeadFacts {
  if (outcomeVersions(tx).length === 1 || facts.calls.length === 0) return facts
  return { ...facts, calls: facts.calls.map((call) => withDelay(tx, call)) }
}

function withDelay(tx: Db, call: CallFact): CallFact {
  const { rules } = outcomesAt(tx, call.madeAt ?? call.dialledAt, call.ruleVersion)
  const delay = (rules.get(call.own ?? call.outcome) ?? rules.get(call.outcome))?.delay
  return delay ? { ...call, delay } : call
}

function versionOf({ version, at, repId, data }: RuleRow): OutcomeVersion {
  const read = data as OutcomesData | OutcomeNames
  // `outcome.save` let nothing in that is not of its kind.
  if (isData(read)) return made({ version, at, repId, from: read.from }, read.outcomes)
  const named = SHIPPED_OUTCOMES.map((entry) => ({ ...entry, label: read[entry.kind] ?? null }))
  return made({ version, at, repId, from: at }, named)
}

const isData = (data: OutcomesData | OutcomeNames): data is OutcomesData => 'outcomes' in data

function made(of: Dated, set: OutcomeSet): OutcomeVersion {
  return { ...of, set, rules: new Map(set.map((entry) => [entry.code, ruleOf(entry)])) }
}
