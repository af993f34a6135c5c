import { when } from '../lib/when.ts'
import type { BasisState } from './basis.ts'
import type { Cap } from './cap.ts'
import type { YearKnown } from './holidays.ts'
import type { Scope } from './logged.ts'
import type { PhoneStatus } from './phone-kind.ts'
import type { Source } from './policy/pack.ts'
import type { Wait } from './queue.ts'
import type { ScreeningList, ScreeningState } from './screening.ts'

/** May I call? PRODUCT.md section 9. The app advises and blocks; it gives no legal advice. */
export const EFFECTS = ['allow', 'warn', 'block'] as const
type Effect = (typeof EFFECTS)[number]

export const MAY_CALL_RULES = [
  'suppressed_person',
  'suppressed_company',
  'suppressed_number',
  'erased',
  'no_number',
  'number_invalid',
  'number_wrong_person',
  'number_opted_out',
  'number_premium',
  'screened',
  'mobile_line',
  'no_rules',
  'no_consent',
  'no_basis',
  'basis_withdrawn',
  'basis_ended',
  'screening_missing',
  'screening_stale',
  'review_overdue',
  'holidays_missing',
  'holidays_provisional',
  'zone_unknown',
  'window',
  'cap_person',
  'cap_company',
  'cap_number',
  'cool_down',
  'other_list',
  'other_promise',
  'promise',
  'follow_up',
  'nurture',
  'review',
  'stage',
  'held',
] as const
export type MayCallRule = (typeof MAY_CALL_RULES)[number]

/** One thing that stands in the way. `until` null = for good, or until somebody acts. */
type Condition = {
  rule: MayCallRule
  effect: Effect
  until: number | null
  /** What the rule saw: a count, a country, a list's name. */
  evidence: string | null
  /** The law or the regulator's page it rests on, by name; null for our own rules. */
  source: string | null
}
export type MayCall = { effect: Effect; conditions: Condition[] }

/** What the packs say of this call on this day. */
export type Policy = {
  /** Null: no such rule holds there. */
  mobileLine: Source | null
  consent: Source | null
  screening: Source | null
  hours: Source | null
  /** A source that somebody should have read again. */
  overdue: { source: Source; reviewBy: string } | null
}

/** What the rule is asked, gathered by the service. */
export type Asked = {
  /** Called in business; everybody else is a consumer. */
  business: boolean
  suppressed: readonly Scope[]
  /** The last day, `YYYY-MM-DD`, on which a team lead can confirm the company's wish; null once it stands by itself. */
  wishUntil: string | null
  erased: boolean
  /** The number that would be dialled; null when there is none. */
  number: { status: PhoneStatus; premium: boolean; possible: boolean } | null
  /** What the call would leave from. */
  line: 'fixed' | 'mobile'
  /** They asked for a call, or agreed to this one. */
  solicited: boolean
  country: string | null
  hasRules: boolean
  policy: Policy
  basis: BasisState
  /** Is the number on a register of its country, since when, and did they say yes themselves after that? */
  screened: { list: ScreeningList; since: string; consentedSince: boolean } | null
  screening: ScreeningState
  /** Are the public holidays of this year there known? */
  holidays: { year: number; known: YearKnown }
  zones: readonly string[]
  window: { open: boolean; changesAt: number | null }
  caps: readonly Cap[]
  /** What its own schedule waits for, when that is still ahead. */
  wait: { why: Wait; until: number } | null
  /** The person's other list that has them: today, or until what was promised there is kept. */
  other: { until: number; list: string; promisedAt: number | null } | null
  /** From 10 min before a promise to 2 h after it: lifts hours, caps and cool-down. */
  lifted: boolean
  /** The stage, when a lead in it waits for no call. */
  closed: string | null
  /** Who has the first right to a promise that is due, and until when. */
  held: { by: string; until: number | null } | null
}

/** Every condition that fails, the strongest first, with when each ends. Serves "may I" and "why not that one" alike. */
export function mayCall(asked: Asked): MayCall {
  const strongest = (a: Condition, b: Condition) => EFFECTS.indexOf(b.effect) - EFFECTS.indexOf(a.effect)
  const decisive = [...always(asked), ...timely(asked)]
  const paper = onPaper(asked)
  // Paper warnings show on the card and ask for no override; for consumers they block.
  const effect = [...decisive, ...paper.filter((each) => each.effect === 'block')].toSorted(strongest)[0]
    ?.effect
  return {
    effect: effect ?? 'allow',
    conditions: [...[...decisive, ...paper].toSorted(strongest), ...notes(asked)],
  }
}

const WRONG_STATUS = {
  invalid: 'number_invalid',
  wrong_person: 'number_wrong_person',
  opted_out: 'number_opted_out',
} as const

/** Nobody overrides these. */
function always(asked: Asked): Condition[] {
  const { suppressed, wishUntil, erased, number, line, solicited, policy, screened } = asked
  const status = number?.status
  const wrong = status && status !== 'ok' && status !== 'switchboard' ? WRONG_STATUS[status] : null
  const { mobileLine } = policy
  return [
    ...suppressed.map((scope) => block(`suppressed_${scope}`, scope === 'company' ? wishUntil : null)),
    ...when(erased, block('erased')),
    ...when(number === null, block('no_number')),
    ...(wrong ? [block(wrong)] : []),
    ...when(!wrong && number?.possible === false, block('number_invalid')),
    ...when(number?.premium === true, block('number_premium')),
    ...(screened && !screened.consentedSince
      ? [block('screened', `${screened.list} ${screened.since}`, policy.screening)]
      : []),
    ...(mobileLine && line === 'mobile' && !solicited ? [block('mobile_line', null, mobileLine)] : []),
  ]
}

/** Time warns in business and blocks for consumers. */
function timely({ business, window, caps, wait, other, lifted, zones, policy }: Asked): Condition[] {
  if (lifted) return []
  const effect = business ? 'warn' : 'block'
  const inTime = (rule: MayCallRule, until: number | null, evidence: string | null): Condition => ({
    rule,
    effect,
    until,
    evidence,
    source: null,
  })
  const elsewhere = ({ until, list, promisedAt }: NonNullable<Asked['other']>) =>
    promisedAt === null
      ? inTime('other_list', until, list)
      : inTime('other_promise', null, `${new Date(promisedAt).toISOString()} ${list}`)
  const shut = inTime('window', window.changesAt, zones.join(', ') || null)
  return [
    ...when(!window.open, { ...shut, source: policy.hours?.name ?? null }),
    ...caps.map(({ why, until, count, most }) => inTime(why, until, `${count}/${most}`)),
    ...(wait?.why === 'cool_down' ? [inTime('cool_down', wait.until, null)] : []),
    ...(other ? [elsewhere(other)] : []),
  ]
}

/** What no rule pack covers, or no paper proves. Where a pack screens, it screens business like everybody. */
function onPaper({
  business,
  country,
  hasRules,
  policy,
  basis,
  screening,
  zones,
  holidays,
}: Asked): Condition[] {
  const missing = (rule: MayCallRule, evidence: string | null, source: Source | null = null): Condition => ({
    rule,
    effect: business ? 'warn' : 'block',
    until: null,
    evidence,
    source: source?.name ?? null,
  })
  const notice = (rule: MayCallRule, evidence: string | null): Condition => ({
    ...missing(rule, evidence),
    effect: 'warn',
  })
  const { overdue } = policy
  return [
    ...when(!hasRules, missing('no_rules', country)),
    ...(policy.consent && !basis.consent ? [missing('no_consent', country, policy.consent)] : []),
    ...(basis.lack ? [missing(LACK[basis.lack], null)] : []),
    ...unscreened(screening, policy.screening),
    ...when(zones.length === 0, missing('zone_unknown', country)),
    ...(overdue ? [{ ...notice('review_overdue', overdue.reviewBy), source: overdue.source.name }] : []),
    ...when(
      holidays.known !== 'known',
      notice(`holidays_${unknownYear(holidays.known)}`, `${holidays.year}`),
    ),
  ]
}
const LACK = { none: 'no_basis', withdrawn: 'basis_withdrawn', ended: 'basis_ended' } as const
const unknownYear = (known: YearKnown) => (known === 'provisional' ? 'provisional' : 'missing')

function unscreened(state: ScreeningState, source: Source | null): Condition[] {
  if (state.kind === 'fresh') return []
  const evidence = state.kind === 'missing' ? state.list : `${state.list} ${state.takenOn}`
  return [block(`screening_${state.kind}`, evidence, source)]
}

/** Why the queue does not bring it, though nothing forbids the call. */
function notes({ wait, closed, held }: Asked): Condition[] {
  return [
    ...(wait && wait.why in NOTED ? [note(wait.why as keyof typeof NOTED, wait.until, null)] : []),
    ...(closed ? [note('stage', null, closed)] : []),
    ...(held ? [note('held', held.until, held.by)] : []),
  ]
}
const NOTED = { promise: true, follow_up: true, nurture: true, review: true } as const

const note = (rule: MayCallRule, until: number | null, evidence: string | null): Condition => ({
  rule,
  effect: 'allow',
  until,
  evidence,
  source: null,
})
const block = (
  rule: MayCallRule,
  evidence: string | null = null,
  source: Source | null = null,
): Condition => ({ rule, effect: 'block', until: null, evidence, source: source?.name ?? null })
