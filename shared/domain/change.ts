import type { LeadFacts } from './facts.ts'
import { FLOOR } from './ladder.ts'
import { speaker, type Around, type Logged } from './logged.ts'
import { does, isUnreached, OUTCOMES, type Effect, type OutcomeId } from './outcome.ts'
import { reasonKind } from './reason.ts'
import { ruleIn, SHIPPED_RULES, type ReasonRule, type ReasonRules } from './reason-set.ts'
import { IN_QUEUE, type Stage } from './stage.ts'
import { wakesAt } from './wake.ts'

/** Where an outcome takes a lead. A fact of its own even when the stage stays, since reason and wake-up are new. */
export type Change = { to: Stage; reason: string | null; wakesAt: number | null }

type Rule = (logged: Logged, around: Around) => Change | null

/** Where a call qualifies nobody any more. */
export const HANDED_OVER: readonly Stage[] = ['sql', 'opportunity', 'customer']
const OPEN: readonly Stage[] = [...IN_QUEUE, 'nurture']

/** Off the end of the ladder, unless a date was left. */
const unreached: Rule = ({ outcome, spoke, step }, around) => {
  const isOver = around.attempts.count >= FLOOR && !around.attempts.busyRetry
  const closes = isUnreached(outcome, speaker(outcome, spoke)) && step === null && isOver
  return closes && OPEN.includes(around.stage) ? becauseOf('unreachable', null, around) : null
}

const badNumber: Rule = (logged, around) =>
  around.numbersLeft === 0 ? becauseOf('bad_data', null, around) : unreached(logged, around)

const byReason: Rule = ({ reason, wakesOn }, around) =>
  reason === null ? null : becauseOf(reason, wakesOn, around)

const CHANGES: Readonly<Partial<Record<Effect, Rule>>> = {
  climbs: unreached,
  toSql: (_, { stage }) => (HANDED_OVER.includes(stage) ? null : { to: 'sql', reason: null, wakesAt: null }),
  byReason,
  nextNumber: badNumber,
  // The one who decides is called instead; this one becomes an influencer, as with "no authority".
  influences: (_, around) => (OPEN.includes(around.stage) ? becauseOf('no_authority', null, around) : null),
  suppresses: (_, around) => becauseOf('do_not_call', null, around),
}

export const changeOf: Rule = (logged, around) => {
  const effects: readonly Effect[] = OUTCOMES[logged.outcome].effects
  return effects.map((effect) => CHANGES[effect]).find(Boolean)?.(logged, around) ?? null
}

/** The rep asks for the move, so it may be refused; all else happened whatever the funnel says. */
export const isAsked = (outcome: OutcomeId): boolean => does(outcome, 'toSql') || does(outcome, 'byReason')

/** The move that a reason brings, as the version of the reasons has it; `date` is the day it asks for. */
export function becauseOf(
  reason: string,
  date: string | null,
  around: Pick<Around, 'refusedBefore' | 'now' | 'zone' | 'quarterStart' | 'reasons'>,
): Change {
  const rule = ruleIn(around.reasons ?? SHIPPED_RULES, reason)
  const isSecond = rule.again !== undefined && around.refusedBefore
  return { to: leadsTo(rule, () => isSecond), reason, wakesAt: wakesAt(rule, date, isSecond, around) }
}

/** Where a reason takes a lead (PRODUCT.md section 8). `refusedBefore` is asked only where it decides. */
export const leadsTo = ({ again, stage }: ReasonRule, refusedBefore: () => boolean): Stage =>
  again !== undefined && refusedBefore() ? 'disqualified' : stage

/** The reason is one of the table and takes a lead to another stage than that; what is said in words fits any. */
export function leadsElsewhere(
  reason: string | null,
  to: Stage,
  reasons: ReasonRules,
  refusedBefore: () => boolean,
): boolean {
  const rule = reason === null ? undefined : reasons.get(reason)
  return rule !== undefined && leadsTo(rule, refusedBefore) !== to
}

/** Whoever gives somebody up before the ladder does says why in words (PRODUCT.md section 2). */
export const isGivenUpEarly = (reason: string | null, words: string | null, attempts: number): boolean =>
  reasonKind(reason) === 'unreachable' && attempts < FLOOR && !words?.trim()

/** A second "refused" is taken at its word. */
export const isRefusedBefore = ({ stages }: Pick<LeadFacts, 'stages'>): boolean =>
  stages.some(({ reason }) => reasonKind(reason) === 'refused')
