import type { Label } from '#shared/domain/bant'
import type { LeadFacts, StageFact } from '#shared/domain/facts'
import { isOwnReason, reasonKind, type Exit } from '#shared/domain/reason'
import {
  ruleIn,
  rulesOf,
  SHIPPED_REASONS,
  SHIPPED_RULES,
  type ReasonEntry,
  type ReasonRules,
  type ReasonSet,
} from '#shared/domain/reason-set'
import { fold } from '#shared/lib/fold'
import type { Db } from '#electron/db/open'
import { datedVersions, type Dated } from './dated-versions.ts'

export const REASONS_KIND = 'reasons'
/** What a row of `rules` holds. */
export type ReasonsData = { from: number; reasons: ReasonSet }

/** `rules`: by code. */
export type ReasonVersion = Dated & { set: ReasonSet; rules: ReasonRules }

const SHIPPED: ReasonVersion = {
  version: 0,
  at: null,
  repId: null,
  from: 0,
  set: SHIPPED_REASONS,
  rules: SHIPPED_RULES,
}
const versions = datedVersions(REASONS_KIND, SHIPPED, ({ version, at, repId, data }) => {
  // `reason.save` let nothing in that is not of its kind.
  const { from, reasons } = data as ReasonsData
  return { version, at, repId, from, set: reasons, rules: rulesOf(reasons) }
})
export const { all: reasonVersions, inForce: reasonsAt, planned: reasonsPlanned } = versions

/** The team's own of any version; of one that several have, the newest. */
const ownEver = (tx: Db): ReadonlyMap<string, ReasonEntry> =>
  new Map(
    reasonVersions(tx).flatMap(({ set }) =>
      set.filter(({ code }) => isOwnReason(code)).map((entry) => [entry.code, entry] as const),
    ),
  )

/** Those in force, then the team's own that are no longer: leads were closed with them. */
export function reasonsKnown(tx: Db, now: number): ReasonEntry[] {
  const { set, rules } = reasonsAt(tx, now)
  const gone = [...ownEver(tx).values()].filter(({ code }) => !rules.has(code))
  return [...set, ...gone.map((entry) => ({ ...entry, on: false }))]
}

/** As the version in force names them; the team's own of other versions too. */
export const reasonLabels = (tx: Db, now: number): ReadonlyMap<string, Label> =>
  new Map(
    [...ownEver(tx).values(), ...reasonsAt(tx, now).set].flatMap(({ code, label }) =>
      label ? [[code, label] as const] : [],
    ),
  )

/** Codes by what the team calls them, folded, and the team's own by their codes too: a file may name either. */
export const reasonsByName = (tx: Db, now: number): ReadonlyMap<string, string> =>
  new Map(
    reasonsAt(tx, now).set.flatMap(({ code, label }) => {
      const names = [...(isOwnReason(code) ? [code] : []), ...(label ? [label.es, label.en] : [])]
      return names.map((name) => [fold(name).trim(), code] as const)
    }),
  )

/** The way out that the reason of a change had when it was made. */
export const exitThen = (
  tx: Db,
  { reason, at, ruleVersion }: Pick<StageFact, 'reason' | 'at' | 'ruleVersion'>,
): Exit | null =>
  reason === null || reasonKind(reason) === null
    ? null
    : ruleIn(reasonsAt(tx, at, ruleVersion).rules, reason).exit

/** The same facts, the last move with the way out that its reason had then. */
export function withExit(tx: Db, facts: LeadFacts): LeadFacts {
  const last = facts.stages.at(-1)
  if (!last || reasonVersions(tx).length === 1) return facts
  const exit = exitThen(tx, last)
  return exit === null ? facts : { ...facts, stages: [...facts.stages.slice(0, -1), { ...last, exit }] }
}
