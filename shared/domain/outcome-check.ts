import { isInRange } from './delay.ts'
import { OUTCOME_IDS, type OutcomeId } from './outcome.ts'
import {
  delayWays,
  isOwn,
  mayDelay,
  mayNeed,
  mustStay,
  type OutcomeEntry,
  type OutcomeSet,
} from './outcome-set.ts'
import { labelProblem } from './own-label.ts'
import { reasonsFor } from './reason.ts'

export const OUTCOME_REFUSALS = [
  'ours-missing',
  'code-twice',
  'code-unusable',
  'kind-fixed',
  'label-missing',
  'label-twice',
  'key-unusable',
  'key-twice',
  'key-taken',
  'must-stay',
  'need-not-here',
  'delay-not-here',
  'delay-out-of-range',
  'delay-way-not-here',
  'reason-not-here',
  'too-many',
] as const
export type OutcomeRefusal = {
  reason: (typeof OUTCOME_REFUSALS)[number]
  /** The outcome it is about; null when it is about all of them. */
  subject: string | null
  /** The field that mends it. */
  field: 'code' | 'kind' | 'label' | 'key' | 'on' | 'needs' | 'delay' | 'reason'
  /** Who has it already: an outcome's code, or a command's id. */
  by: string | null
}

/** What a version is judged by beside itself. */
export type OutcomesAround = {
  /** What each code of the team's own was in the versions before: it stays that, or history would say something else. */
  kinds: ReadonlyMap<string, OutcomeId>
  /** Commands of the desk by their usual keys, outcomes left out. */
  taken: ReadonlyMap<string, string>
}

/** As many as the bar of the call screen holds in sight. */
const MOST_OUTCOMES = 24
const CODE = /^own_[a-z0-9_]{1,36}$/
const KEY = /^[A-Z0-9]$/

/**
 * Everything that is wrong with a version of the outcomes; empty = it can be saved. A team renames, gives other keys
 * and delays, asks for more, switches off and adds what is of a kind that ships; what a report or the law goes by stays.
 */
export function outcomeProblems(set: OutcomeSet, around: OutcomesAround): OutcomeRefusal[] {
  const codes = set.map(({ code }) => code)
  const missing = OUTCOME_IDS.filter((id) => !codes.includes(id))
  return [
    ...missing.map((id) => no('ours-missing', id, 'code')),
    ...when(set.length > MOST_OUTCOMES, () => no('too-many', null, 'code')),
    ...set.flatMap((entry, at) => [
      ...when(codes.indexOf(entry.code) !== at, () => no('code-twice', entry.code, 'code')),
      ...identityProblems(entry, around),
      ...labelProblems(entry, set),
      ...keyProblems(entry, set, around),
      ...ruleProblems(entry),
    ]),
  ]
}

function identityProblems({ code, kind }: OutcomeEntry, { kinds }: OutcomesAround): OutcomeRefusal[] {
  const isOurs = OUTCOME_IDS.some((id) => id === code)
  const was = isOurs ? code : kinds.get(code)
  return [
    ...when(!isOurs && !CODE.test(code), () => no('code-unusable', code, 'code')),
    ...when(was !== undefined && was !== kind, () => no('kind-fixed', code, 'kind')),
  ]
}

function labelProblems(entry: OutcomeEntry, set: OutcomeSet): OutcomeRefusal[] {
  const found = labelProblem(entry, set, isOwn(entry.code))
  return found ? [no(found.reason, entry.code, 'label', found.by)] : []
}

/** What is switched off takes no key from anybody. */
function keyProblems({ code, key, on }: OutcomeEntry, set: OutcomeSet, { taken }: OutcomesAround) {
  if (key === null || !on) return []
  const twin = set.find((other) => other.code !== code && other.on && other.key === key)
  return [
    ...when(!KEY.test(key), () => no('key-unusable', code, 'key')),
    ...when(twin !== undefined, () => no('key-twice', code, 'key', twin?.code)),
    ...when(taken.has(key), () => no('key-taken', code, 'key', taken.get(key))),
  ]
}

function ruleProblems(entry: OutcomeEntry): OutcomeRefusal[] {
  const { code, kind, on, needs, delay, reason } = entry
  const may = mayNeed(kind)
  const isReasonHere = isOwn(code) && reason !== null && reasonsFor(kind).includes(reason)
  return [
    ...when(!on && mustStay(entry), () => no('must-stay', code, 'on')),
    ...when(!needs.every((need) => may.includes(need)), () => no('need-not-here', code, 'needs')),
    ...when(delay !== null && !mayDelay(kind), () => no('delay-not-here', code, 'delay')),
    ...when(delay !== null && !isInRange(delay), () => no('delay-out-of-range', code, 'delay')),
    ...when(delay !== null && mayDelay(kind) && !delayWays(kind).includes(delay.by), () =>
      no('delay-way-not-here', code, 'delay'),
    ),
    ...when(reason !== null && !isReasonHere, () => no('reason-not-here', code, 'reason')),
  ]
}

const no = (
  reason: OutcomeRefusal['reason'],
  subject: string | null,
  field: OutcomeRefusal['field'],
  by: string | null = null,
): OutcomeRefusal => ({ reason, subject, field, by })
const when = (wrong: boolean, refusal: () => OutcomeRefusal): OutcomeRefusal[] => (wrong ? [refusal()] : [])
