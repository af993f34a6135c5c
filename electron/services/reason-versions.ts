import type { LeadFacts, StageFact } from '#shared/domain/facts'
import { isOwnReason, reasonKind, type Exit } from '#shared/domain/reason'
import { reasonRule, ruleIn, SHIPPED_REASONS } from '#shared/domain/reason-set'
import type { Db } from '#electron/db/open'
import { catalogue } from './catalogue.ts'

export const REASONS = catalogue({
  kind: 'reasons',
  shipped: SHIPPED_REASONS,
  isOwn: isOwnReason,
  ruleOf: reasonRule,
  says: (from, reasons) => ({ kind: 'reasons', data: { from, reasons } }),
  read: ({ data: { from, reasons } }) => ({ from, set: reasons }),
})
export const {
  inForce: reasonsAt,
  planned: reasonsPlanned,
  known: reasonsKnown,
  labels: reasonLabels,
} = REASONS

/** Codes by what the team calls them. */
export const reasonsByName = (tx: Db, now: number): ReadonlyMap<string, string> =>
  new Map([...REASONS.byName(tx, now)].map(([name, { code }]) => [name, code]))

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
  if (!last || REASONS.all(tx).length === 1) return facts
  const exit = exitThen(tx, last)
  return exit === null ? facts : { ...facts, stages: [...facts.stages.slice(0, -1), { ...last, exit }] }
}
