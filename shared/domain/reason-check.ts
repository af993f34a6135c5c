import type { OutcomeId } from './outcome.ts'
import { labelProblem } from './own-label.ts'
import { isOwnReason, REASON_IDS, reasonKind } from './reason.ts'
import {
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
  'ours-missing',
  'code-twice',
  'code-unusable',
  'label-missing',
  'label-twice',
  'must-stay',
  'exit-fixed',
  'days-fixed',
  'days-missing',
  'days-out-of-range',
  'none-left',
  'too-many',
] as const
export type ReasonRefusal = {
  reason: (typeof REASON_REFUSALS)[number]
  /** The reason it is about, for `none-left` the outcome; null when it is about all of them. */
  subject: string | null
  /** The field that mends it. */
  field: 'code' | 'label' | 'on' | 'exit' | 'days'
  /** Who has it already. */
  by: string | null
}

const MOST_REASONS = 60
const NAME = /^[a-z0-9_]{1,36}$/
/** They can't be saved without a reason. */
const ASKING: readonly OutcomeId[] = ['nurture', 'not_interested', 'disqualified']

/**
 * Everything that is wrong with a version of the reasons; empty = it can be saved. A team renames, switches off, gives
 * another way out or validity within bounds, and adds its own of a kind that ships; a wish not to be called stays whole.
 */
export function reasonProblems(set: ReasonSet): ReasonRefusal[] {
  const codes = set.map(({ code }) => code)
  const missing = REASON_IDS.filter((id) => !codes.includes(id))
  const wrong = set.flatMap((entry, at) => [
    ...when(codes.indexOf(entry.code) !== at, () => no('code-twice', entry.code, 'code')),
    ...(reasonKind(entry.code) === null
      ? [no('code-unusable', entry.code, 'code')]
      : [...ownProblems(entry), ...labelProblems(entry, set), ...ruleProblems(entry)]),
  ])
  return [
    ...missing.map((id) => no('ours-missing', id, 'code')),
    ...when(set.length > MOST_REASONS, () => no('too-many', null, 'code')),
    ...wrong,
    ...(wrong.some(({ reason }) => reason === 'code-unusable') ? [] : leftProblems(set)),
  ]
}

function ownProblems({ code }: ReasonEntry): ReasonRefusal[] {
  const kind = reasonKind(code)
  if (!isOwnReason(code) || kind === null) return []
  return when(!NAME.test(code.slice(kind.length + 1)) || isGiven(kind), () =>
    no('code-unusable', code, 'code'),
  )
}

function labelProblems(entry: ReasonEntry, set: ReasonSet): ReasonRefusal[] {
  const found = labelProblem(entry, set, isOwnReason(entry.code))
  return found ? [no(found.reason, entry.code, 'label', found.by)] : []
}

function ruleProblems({ code, on, exit, days }: ReasonEntry): ReasonRefusal[] {
  const kind = reasonKind(code)
  if (kind === null) return []
  const range = daysRange(kind, exit)
  const isIn = range === null || days === null || (days >= range[0] && days <= range[1])
  return [
    ...when(!on && isGiven(kind), () => no('must-stay', code, 'on')),
    ...when(!exitsOf(kind).includes(exit), () => no('exit-fixed', code, 'exit')),
    ...when(range === null && days !== null, () => no('days-fixed', code, 'days')),
    ...when(range !== null && days === null && !mayBeTimeless(kind, exit), () =>
      no('days-missing', code, 'days'),
    ),
    ...when(!isIn || (days !== null && !Number.isInteger(days)), () => no('days-out-of-range', code, 'days')),
  ]
}

/** An outcome that asks for a reason has one to give. */
function leftProblems(set: ReasonSet): ReasonRefusal[] {
  const rules = set.map(reasonRule)
  return ASKING.filter((outcome) => offeredWith(rules, outcome).length === 0).map((outcome) =>
    no('none-left', outcome, 'on'),
  )
}

const no = (
  reason: ReasonRefusal['reason'],
  subject: string | null,
  field: ReasonRefusal['field'],
  by: string | null = null,
): ReasonRefusal => ({ reason, subject, field, by })
const when = (wrong: boolean, refusal: () => ReasonRefusal): ReasonRefusal[] => (wrong ? [refusal()] : [])
