import { when } from '../lib/when.ts'
import { no, SET_REFUSALS, setProblems, type Refusal } from './catalogue.ts'
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
import { reasonsFor } from './reason.ts'

export const OUTCOME_REFUSALS = [
  ...SET_REFUSALS,
  'kind-fixed',
  'key-unusable',
  'key-twice',
  'key-taken',
  'need-not-here',
  'delay-not-here',
  'delay-out-of-range',
  'delay-way-not-here',
  'reason-not-here',
] as const
export const OUTCOME_FIELDS = ['code', 'kind', 'label', 'key', 'on', 'needs', 'delay', 'reason'] as const
/** `by` is an outcome's code, or a command's id. */
type OutcomeRefusal = Refusal<(typeof OUTCOME_REFUSALS)[number], (typeof OUTCOME_FIELDS)[number]>

/** What a version is judged by beside itself. */
type OutcomesAround = {
  /** What each code of the team's own was in the versions before: it stays that, or history would say something else. */
  kinds: ReadonlyMap<string, OutcomeId>
  /** Commands of the desk by their usual keys, outcomes left out. */
  taken: ReadonlyMap<string, string>
}

/** As many as the bar of the call screen holds in sight. */
const BOUNDS = { ours: OUTCOME_IDS, most: 24, isOwn }
const CODE = /^own_[a-z0-9_]{1,36}$/
const KEY = /^[A-Z0-9]$/

/**
 * Everything that is wrong with a version of the outcomes; empty = it can be saved. A team renames, gives other keys
 * and delays, asks for more, switches off and adds what is of a kind that ships; what a report or the law goes by stays.
 */
export const outcomeProblems = (set: OutcomeSet, around: OutcomesAround): OutcomeRefusal[] =>
  setProblems(set, BOUNDS, (entry): OutcomeRefusal[] => [
    ...identityProblems(entry, around),
    ...keyProblems(entry, set, around),
    ...ruleProblems(entry),
  ])

function identityProblems({ code, kind }: OutcomeEntry, { kinds }: OutcomesAround): OutcomeRefusal[] {
  const isOurs = OUTCOME_IDS.some((id) => id === code)
  const was = isOurs ? code : kinds.get(code)
  return [
    ...when(!isOurs && !CODE.test(code), no('code-unusable', code, 'code')),
    ...when(was !== undefined && was !== kind, no('kind-fixed', code, 'kind')),
  ]
}

/** What is switched off takes no key from anybody. */
function keyProblems({ code, key, on }: OutcomeEntry, set: OutcomeSet, { taken }: OutcomesAround) {
  if (key === null || !on) return []
  const twin = set.find((other) => other.code !== code && other.on && other.key === key)
  return [
    ...when(!KEY.test(key), no('key-unusable', code, 'key')),
    ...when(twin !== undefined, no('key-twice', code, 'key', twin?.code)),
    ...when(taken.has(key), no('key-taken', code, 'key', taken.get(key))),
  ]
}

function ruleProblems(entry: OutcomeEntry): OutcomeRefusal[] {
  const { code, kind, on, needs, delay, reason } = entry
  const may = mayNeed(kind)
  const isReasonHere = isOwn(code) && reason !== null && reasonsFor(kind).includes(reason)
  const isOtherWay = delay !== null && mayDelay(kind) && !delayWays(kind).includes(delay.by)
  return [
    ...when(!on && mustStay(entry), no('must-stay', code, 'on')),
    ...when(!needs.every((need) => may.includes(need)), no('need-not-here', code, 'needs')),
    ...when(delay !== null && !mayDelay(kind), no('delay-not-here', code, 'delay')),
    ...when(delay !== null && !isInRange(delay), no('delay-out-of-range', code, 'delay')),
    ...when(isOtherWay, no('delay-way-not-here', code, 'delay')),
    ...when(reason !== null && !isReasonHere, no('reason-not-here', code, 'reason')),
  ]
}
