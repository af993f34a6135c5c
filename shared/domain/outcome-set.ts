import type { Labelled } from './catalogue.ts'
import type { Delay } from './delay.ts'
import { OUTCOME_IDS, OUTCOMES, type Effect, type Need, type OutcomeId } from './outcome.ts'
import type { ReasonId } from './reason.ts'

/**
 * What a team says of one outcome. `kind` is the outcome of ours that it is: flags and effects are that one's, so
 * metrics and the law know what it is whatever it is called (PRODUCT.md section 4).
 */
export type OutcomeEntry = Labelled & {
  kind: OutcomeId
  /** One letter or digit, upper case; null = no key. */
  key: string | null
  /** Asked for beside what the kind asks for. */
  needs: readonly Need[]
  /** Null = as the kind's. */
  delay: Delay | null
  /** Given with it instead of asked; null = asked where the kind asks. */
  reason: ReasonId | null
}

/** A version of the outcomes: every outcome of ours once, and the team's own, in the order of the bar. */
export type OutcomeSet = readonly OutcomeEntry[]

/** The team's own begin so. */
export const isOwn = (code: string): boolean => code.startsWith('own_')

const shipped = (kind: OutcomeId): OutcomeEntry => ({
  code: kind,
  kind,
  label: null,
  key: OUTCOMES[kind].key,
  on: true,
  needs: [],
  delay: null,
  reason: null,
})

/** The table of PRODUCT.md section 4 in this form. */
export const SHIPPED_OUTCOMES: OutcomeSet = OUTCOME_IDS.map(shipped)

/** An outcome as it is to be done: all that it asks for, and when it is tried again. */
export type OutcomeRule = Omit<OutcomeEntry, 'label'> & {
  /** Logged by the key alone. */
  atOnce: boolean
}

export function ruleOf({ label: _, ...entry }: OutcomeEntry): OutcomeRule {
  const { needs, atOnce, delay } = OUTCOMES[entry.kind]
  return {
    ...entry,
    needs: [...new Set<Need>([...needs, ...entry.needs])],
    delay: entry.delay ?? delay,
    atOnce: atOnce && entry.needs.length === 0,
  }
}

const MAY_DELAY: readonly OutcomeId[] = OUTCOME_IDS.filter((id) => OUTCOMES[id].delay !== null)
export const mayDelay = (kind: OutcomeId): boolean => MAY_DELAY.includes(kind)

/** How each kind may be tried again. Only a busy line's retry shares its attempt, so only that is done once and then by the ladder. */
export function delayWays(kind: OutcomeId): readonly Delay['by'][] {
  const usual = OUTCOMES[kind].delay?.by
  if (usual === undefined) return []
  if (usual === 'once') return ['once']
  return usual === 'now' ? ['now', 'minutes', 'hours', 'days'] : ['ladder', 'hours', 'days']
}

/** What a wish not to be called, and a number that is not theirs, bring must not be out of reach. */
const MUST_STAY: readonly OutcomeId[] = ['do_not_call', 'wrong_number']
export const mustStay = ({ code }: Pick<OutcomeEntry, 'code'>): boolean => MUST_STAY.some((id) => id === code)

/** What a team may ask for beside what the kind asks for. A wish not to be called is written at once, with nothing more. */
export function mayNeed(kind: OutcomeId): readonly Need[] {
  const {
    flags,
    needs,
    effects,
  }: { flags: readonly string[]; needs: readonly Need[]; effects: readonly Effect[] } = OUTCOMES[kind]
  if (effects.includes('suppresses')) return []
  const may: [Need, boolean][] = [
    ['note', true],
    ['when', effects.includes('takesStep') && !needs.includes('proofs')],
    ['bantAnswer', flags.includes('person')],
    ['words', needs.includes('reason')],
  ]
  return may.flatMap(([need, isAllowed]) => (isAllowed && !needs.includes(need) ? [need] : []))
}
