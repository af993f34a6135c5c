import { when } from '../lib/when.ts'
import { no, SET_REFUSALS, setProblems, type Refusal } from './catalogue.ts'
import type { OutcomeId } from './outcome.ts'
import { isOwnReason, REASON_IDS, reasonKind } from './reason.ts'
import {
  againOf,
  daysRange,
  exitsOf,
  isGiven,
  mayBeTimeless,
  offeredWith,
  reasonRule,
  type ReasonEntry,
  type ReasonSet,
} from './reason-set.ts'

export const REASON_REFUSALS = [
  ...SET_REFUSALS,
  'exit-fixed',
  'days-fixed',
  'days-missing',
  'days-out-of-range',
  'none-left',
] as const
export const REASON_FIELDS = ['code', 'label', 'on', 'exit', 'days', 'again'] as const
/** For `none-left` the subject is the outcome. */
type ReasonRefusal = Refusal<(typeof REASON_REFUSALS)[number], (typeof REASON_FIELDS)[number]>

const BOUNDS = { ours: REASON_IDS, most: 60, isOwn: isOwnReason }
const NAME = /^[a-z0-9_]{1,36}$/
/** They can't be saved without a reason. */
const ASKING: readonly OutcomeId[] = ['nurture', 'not_interested', 'disqualified']

/**
 * Everything that is wrong with a version of the reasons; empty = it can be saved. A team renames, switches off, gives
 * another way out or validity within bounds, and adds its own of a kind that ships; a wish not to be called stays whole.
 */
export function reasonProblems(set: ReasonSet): ReasonRefusal[] {
  const wrong: ReasonRefusal[] = setProblems(set, BOUNDS, entryProblems)
  return wrong.some(({ reason }) => reason === 'code-unusable') ? wrong : [...wrong, ...leftProblems(set)]
}

function entryProblems({ code, on, exit, days, again }: ReasonEntry): ReasonRefusal[] {
  const kind = reasonKind(code)
  if (kind === null) return [no('code-unusable', code, 'code')]
  const isNamed = NAME.test(code.slice(kind.length + 1)) && !isGiven(kind)
  const range = daysRange(kind, exit)
  const fits = (many: number) =>
    Number.isInteger(many) && (range === null || (many >= range[0] && many <= range[1]))
  return [
    ...when(isOwnReason(code) && !isNamed, no('code-unusable', code, 'code')),
    ...when(!on && isGiven(kind), no('must-stay', code, 'on')),
    ...when(!exitsOf(kind).includes(exit), no('exit-fixed', code, 'exit')),
    ...when(range === null && days !== null, no('days-fixed', code, 'days')),
    ...when(range !== null && days === null && !mayBeTimeless(kind, exit), no('days-missing', code, 'days')),
    ...when(days !== null && !fits(days), no('days-out-of-range', code, 'days')),
    ...when(again !== undefined && againOf(kind) === null, no('days-fixed', code, 'again')),
    ...when(again !== undefined && !fits(again), no('days-out-of-range', code, 'again')),
  ]
}

/** An outcome that asks for a reason has one to give. */
function leftProblems(set: ReasonSet): ReasonRefusal[] {
  const rules = set.map(reasonRule)
  return ASKING.filter((outcome) => offeredWith(rules, outcome).length === 0).map((outcome) =>
    no('none-left', outcome, 'on'),
  )
}
