import type { OutcomeId } from './outcome.ts'

/** Why a lead leaves the pipeline, where it goes and for how long: the table of PRODUCT.md section 8. */
export const REASON_IDS = [
  'no_need',
  'refused',
  'timing',
  'no_budget',
  'competitor_contract',
  'no_authority',
  'unreachable',
  'company_too_small',
  'outside_profile',
  'competitor',
  'supplier',
  'student',
  'job_seeker',
  'other_product',
  'already_customer',
  'bad_data',
  'do_not_call',
] as const
export type ReasonId = (typeof REASON_IDS)[number]

export const EXITS = ['leave', 'alternative', 'nurture', 'keep', 'review'] as const
export type Exit = (typeof EXITS)[number]

export type Reason = {
  stage: 'nurture' | 'disqualified'
  exit: Exit
  /** The outcomes that offer it; an empty list means only the rules give it. */
  outcomes: readonly OutcomeId[]
  /**
   * Days until it wakes up or stops holding when no date is given, or before the date where that is a contract's end;
   * null = never by time, and for `timing` at the start of the next quarter.
   */
  days: number | null
  /** Given a second time it disqualifies, to be reviewed after so many days. */
  again?: number
  /** Whether the rep is asked for a date (contract end, budget start, when to call). */
  asksDate: boolean
  /** About the person, so it holds in every list; the others hold in lists with the same definition. */
  ofPerson: boolean
}

const nurture = { stage: 'nurture', exit: 'nurture', ofPerson: false } as const
const disqualified = { stage: 'disqualified', asksDate: false } as const

export const REASONS = {
  no_need: { ...disqualified, exit: 'review', outcomes: ['not_interested'], days: 180, ofPerson: false },
  refused: { ...nurture, outcomes: ['not_interested'], days: 60, again: 365, asksDate: false },
  timing: { ...nurture, outcomes: ['nurture', 'not_interested'], days: null, asksDate: true },
  no_budget: { ...nurture, outcomes: ['nurture', 'not_interested'], days: 180, asksDate: true },
  competitor_contract: { ...nurture, outcomes: ['nurture', 'not_interested'], days: 90, asksDate: true },
  no_authority: { ...nurture, outcomes: ['nurture'], days: 90, asksDate: false },
  unreachable: { ...nurture, outcomes: [], days: 90, asksDate: false },
  company_too_small: {
    ...disqualified,
    exit: 'keep',
    outcomes: ['disqualified'],
    days: 365,
    ofPerson: false,
  },
  outside_profile: {
    ...disqualified,
    exit: 'leave',
    outcomes: ['disqualified'],
    days: null,
    ofPerson: false,
  },
  competitor: { ...disqualified, exit: 'keep', outcomes: ['disqualified'], days: null, ofPerson: true },
  supplier: { ...disqualified, exit: 'keep', outcomes: ['disqualified'], days: null, ofPerson: true },
  student: { ...disqualified, exit: 'keep', outcomes: ['disqualified'], days: 365, ofPerson: true },
  job_seeker: { ...disqualified, exit: 'keep', outcomes: ['disqualified'], days: 365, ofPerson: true },
  other_product: {
    ...disqualified,
    exit: 'alternative',
    outcomes: ['disqualified'],
    days: 180,
    ofPerson: false,
  },
  already_customer: {
    ...disqualified,
    exit: 'leave',
    outcomes: ['disqualified'],
    days: 365,
    ofPerson: false,
  },
  bad_data: { ...disqualified, exit: 'keep', outcomes: [], days: null, ofPerson: true },
  do_not_call: { ...disqualified, exit: 'keep', outcomes: [], days: null, ofPerson: true },
} as const satisfies Record<ReasonId, Reason>

export const reasonsFor = (outcome: OutcomeId): readonly ReasonId[] =>
  REASON_IDS.filter((id) => (REASONS[id].outcomes as readonly OutcomeId[]).includes(outcome))

/** A reason of the team's own names the one of ours that it is: `no_need/has_one`. A fact keeps it for ever. */
const OF = '/'
export const ownReason = (kind: ReasonId, name: string): string => `${kind}${OF}${name}`
export const isOwnReason = (code: string): boolean => code.includes(OF)

/** What a reason is to the rules, whatever it is called; null for one given in words. */
export function reasonKind(code: string | null): ReasonId | null {
  const [kind] = code?.split(OF) ?? []
  return REASON_IDS.find((id) => id === kind) ?? null
}
