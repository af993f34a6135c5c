import type { CallFact, LeadFacts } from './facts.ts'
import { attemptsOf, nextAttemptAt, type Place } from './ladder.ts'
import { isUnreached, OUTCOMES, type Need } from './outcome.ts'
import type { OutcomeRule } from './outcome-set.ts'
import { ruleIn, SHIPPED_RULES, type ReasonRules } from './reason-set.ts'

/** A call that was made, with what was known when its outcome was given. */
type Made = { call: CallFact; facts: LeadFacts; place: Place; noted: boolean; worded: boolean }

/** What another version would have made of a call. */
export type Otherwise = {
  /** When its lead would have been tried again, epoch ms; null = the outcome says nothing of it. */
  before: number | null
  after: number | null
  /** The draft has no such outcome, or has it off. */
  off: boolean
  /** It would have waited for something that was not given. */
  asks: boolean
  /** Disqualified under the draft and not as it was, or the other way round. */
  closes: 'more' | 'fewer' | null
}

/** `rule`: of the draft, for the outcome that was pressed. The call's own `delay` is that of its version. */
export function otherwise(
  { call, facts, place, noted, worded }: Made,
  rule: OutcomeRule | undefined,
  reasons: ReasonRules = SHIPPED_RULES,
): Otherwise {
  const before = nextAfter(call, facts, place)
  if (!rule?.on) return { before, after: before, off: true, asks: false, closes: null }
  const after =
    before === null ? null : nextAfter(rule.delay ? { ...call, delay: rule.delay } : call, facts, place)
  const given: Partial<Record<Need, boolean>> = {
    note: noted,
    words: worded,
    bantAnswer: call.answers > 0,
    when: facts.promises.some(({ callId }) => callId === call.id),
  }
  // What the kind asks for was there, or the call would not be.
  const usual: readonly Need[] = OUTCOMES[call.outcome].needs
  const asks = rule.needs.some((need) => !usual.includes(need) && given[need] === false)
  return { before, after, off: false, asks, closes: closing(call, facts, rule, reasons) }
}

/** Null where a date was left, the lead went elsewhere, or the person was reached: no delay says when then. */
function nextAfter(call: CallFact, facts: LeadFacts, place: Place): number | null {
  const isElsewhere = [...facts.stages, ...facts.promises].some(({ callId }) => callId === call.id)
  if (isElsewhere || !isUnreached(call.outcome, call.spoke)) return null
  const calls = [
    ...facts.calls.filter((each) => each.id !== call.id && each.dialledAt <= call.dialledAt),
    call,
  ]
  return nextAttemptAt(attemptsOf(calls), { ...facts, calls }, place)
}

function closing(
  { id, reason }: CallFact,
  { stages }: LeadFacts,
  rule: OutcomeRule,
  reasons: ReasonRules,
): Otherwise['closes'] {
  const move = stages.find(({ callId }) => callId === id)
  if (!move || rule.reason === null || rule.reason === reason) return null
  const [was, is] = [move.to === 'disqualified', ruleIn(reasons, rule.reason).stage === 'disqualified']
  return was === is ? null : is ? 'more' : 'fewer'
}

/** Of one outcome, how many calls would have gone otherwise. */
type OutcomeTally = {
  code: string
  calls: number
  sooner: number
  later: number
  off: number
  asks: number
  more: number
  fewer: number
}

export function tallyOf(code: string, found: readonly Otherwise[]): OutcomeTally {
  const count = (wanted: (one: Otherwise) => boolean) => found.filter(wanted).length
  return {
    code,
    calls: found.length,
    sooner: count(({ before, after }) => before !== null && after !== null && after < before),
    later: count(({ before, after }) => before !== null && after !== null && after > before),
    off: count(({ off }) => off),
    asks: count(({ asks }) => asks),
    more: count(({ closes }) => closes === 'more'),
    fewer: count(({ closes }) => closes === 'fewer'),
  }
}

export const isOtherwise = ({ before, after, off, asks, closes }: Otherwise): boolean =>
  before !== after || off || asks || closes !== null
