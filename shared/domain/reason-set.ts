import type { Labelled } from './catalogue.ts'
import type { OutcomeId } from './outcome.ts'
import { EXITS, REASON_IDS, reasonKind, REASONS, type Exit, type Reason, type ReasonId } from './reason.ts'

/** What a team says of one reason: PRODUCT.md section 8. What it is to the law is that of its kind, which its code begins with. */
export type ReasonEntry = Labelled & {
  /** The one to nurture moves the lead there, whichever key was pressed. */
  exit: Exit
  days: number | null
  /** Where a second time closes it, for how many days; absent = as shipped. */
  again?: number
}

/** A version of the reasons: every one of ours once, and the team's own, in the order in which they are offered. */
export type ReasonSet = readonly ReasonEntry[]

export const SHIPPED_REASONS: ReasonSet = REASON_IDS.map((code) => ({
  code,
  label: null,
  on: true,
  exit: REASONS[code].exit,
  days: REASONS[code].days,
}))

/** A reason as it is to be done. */
export type ReasonRule = Reason & { code: string; kind: ReasonId; on: boolean }
export type ReasonRules = ReadonlyMap<string, ReasonRule>

/** Throws Error for a code of no kind, which no version lets in. */
export function reasonRule({ code, on, exit, days, again }: Omit<ReasonEntry, 'label'>): ReasonRule {
  const kind = reasonKind(code)
  if (!kind) throw new Error(`No reason ${code}`)
  return {
    ...REASONS[kind],
    ...(again === undefined ? {} : { again }),
    code,
    kind,
    on,
    exit,
    days,
    stage: exit === 'nurture' ? 'nurture' : 'disqualified',
  }
}

export const rulesOf = (set: ReasonSet): ReasonRules =>
  new Map(set.map((entry) => [entry.code, reasonRule(entry)]))
export const SHIPPED_RULES: ReasonRules = rulesOf(SHIPPED_REASONS)

/** As a version has it; one that it does not know is done as its kind is. */
export function ruleIn(rules: ReasonRules, code: string): ReasonRule {
  const kind = reasonKind(code) ?? ''
  const found = rules.get(code) ?? rules.get(kind) ?? SHIPPED_RULES.get(kind)
  if (!found) throw new Error(`No reason ${code}`)
  return found
}

/** What a rep may give with an outcome. */
export const offeredWith = (rules: Iterable<ReasonRule>, outcome: OutcomeId): ReasonRule[] =>
  [...rules].filter(({ on, outcomes }) => on && outcomes.includes(outcome))

/** Reasons whose way out is their own sense: the ladder, a date, whoever decides, a second refusal, a wish, no way to reach. */
const FIXED: readonly ReasonId[] = [
  'refused',
  'timing',
  'no_budget',
  'competitor_contract',
  'no_authority',
  'unreachable',
  'bad_data',
  'do_not_call',
]
export const exitsOf = (kind: ReasonId): readonly Exit[] =>
  FIXED.includes(kind) ? [REASONS[kind].exit] : EXITS

/** The rules give these themselves, so they can't be switched off, and none of the team's own is of them. */
export const isGiven = (kind: ReasonId): boolean => REASONS[kind].outcomes.length === 0

/** The least and the most days, both allowed; null = time has no say in it. */
export function daysRange(kind: ReasonId, exit: Exit): readonly [number, number] | null {
  const isTimed = exit === 'nurture' || exit === 'review'
  if (!isTimed && (isGiven(kind) || UNTIL_EMPLOYER.includes(kind))) return null
  if (kind === 'refused') return [30, 730]
  return exit === 'nurture' ? [7, 730] : [30, 1825]
}

/** Days for which it closes the second time, as shipped; null where a second time is as the first. */
export const againOf = (kind: ReasonId): number | null => {
  const reason: Reason = REASONS[kind]
  return reason.again ?? null
}

/** Only another employer ends these; time alone does not. */
export const UNTIL_EMPLOYER: readonly ReasonId[] = ['competitor', 'supplier']

/** Whether it may say no days: at the next quarter, or until something else is otherwise. */
export const mayBeTimeless = (kind: ReasonId, exit: Exit): boolean =>
  REASONS[kind].days === null && (kind === 'timing' || (exit !== 'nurture' && exit !== 'review'))
