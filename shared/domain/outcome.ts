import { LADDER, NOW, type Delay } from './delay.ts'

/** What a rep logs at the end of a call: PRODUCT.md section 4. Flags carry the meaning, so a report survives a rename. */
export const OUTCOME_IDS = [
  'no_answer',
  'busy',
  'voicemail',
  'gatekeeper',
  'callback',
  'interested',
  'qualified',
  'nurture',
  'not_interested',
  'disqualified',
  'wrong_number',
  'dead_number',
  'referred',
  'do_not_call',
  'technical_failure',
] as const
export type OutcomeId = (typeof OUTCOME_IDS)[number]

export const FLAGS = ['attempt', 'connected', 'person', 'interested', 'closes', 'invalidatesNumber'] as const
export type Flag = (typeof FLAGS)[number]

/** What must be given before the outcome can be saved. */
export const NEEDS = [
  'when',
  'whoSpoke',
  'bantAnswer',
  'proofs',
  'reason',
  'wakeUp',
  'referral',
  'scope',
  'note',
  'words',
] as const
export type Need = (typeof NEEDS)[number]

/** What an outcome does beside being counted; each is one thing that the engine knows how to do. */
export const EFFECTS = [
  /** Counts on the retry ladder and, off its end, is unreachable. */
  'climbs',
  /** Its retry shares the attempt. */
  'shares',
  'takesStep',
  'toSql',
  'byReason',
  /** The next number at once; without one the data is bad. */
  'nextNumber',
  'marksWrongPerson',
  'marksInvalid',
  'refers',
  /** Becomes an influencer: nurture until the one who decides is closed. */
  'influences',
  'suppresses',
  'retriesNow',
] as const
export type Effect = (typeof EFFECTS)[number]

/** How outcomes stand together where a team looks them through. */
const OUTCOME_GROUPS = ['unreached', 'talked', 'closing', 'number', 'line'] as const
type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]

type Outcome = {
  group: OutcomeGroup
  /** The key on the desk, upper case. */
  key: string
  flags: readonly Flag[]
  needs: readonly Need[]
  /** Logged by the key alone, and the next lead comes; the others wait for save. */
  atOnce: boolean
  effects: readonly Effect[]
  /** When somebody who was not reached is tried again; null where a date, a reason or a wish says it. */
  delay: Delay | null
}

export const OUTCOMES = {
  no_answer: {
    group: 'unreached',
    key: '1',
    flags: ['attempt'],
    needs: [],
    atOnce: true,
    effects: ['climbs'],
    delay: LADDER,
  },
  busy: {
    group: 'unreached',
    key: '2',
    flags: ['attempt'],
    needs: [],
    atOnce: true,
    effects: ['climbs', 'shares'],
    delay: { by: 'once', minutes: 30 },
  },
  voicemail: {
    group: 'unreached',
    key: '3',
    flags: ['attempt'],
    needs: [],
    atOnce: true,
    effects: ['climbs'],
    delay: { by: 'ladder', sameDay: false },
  },
  gatekeeper: {
    group: 'unreached',
    key: '4',
    flags: ['attempt', 'connected'],
    needs: [],
    atOnce: false,
    effects: ['climbs', 'takesStep'],
    delay: { by: 'ladder', sameDay: false },
  },
  callback: {
    group: 'talked',
    key: '5',
    flags: ['attempt', 'connected'],
    needs: ['whoSpoke', 'when'],
    atOnce: false,
    effects: ['climbs', 'takesStep'],
    delay: null,
  },
  interested: {
    group: 'talked',
    key: '6',
    flags: ['attempt', 'connected', 'person', 'interested'],
    needs: ['bantAnswer', 'when'],
    atOnce: false,
    effects: ['takesStep'],
    delay: null,
  },
  qualified: {
    group: 'talked',
    key: '7',
    flags: ['attempt', 'connected', 'person', 'interested'],
    needs: ['proofs'],
    atOnce: false,
    effects: ['takesStep', 'toSql'],
    delay: null,
  },
  nurture: {
    group: 'closing',
    key: '8',
    flags: ['attempt', 'connected', 'person'],
    needs: ['reason', 'wakeUp'],
    atOnce: false,
    effects: ['byReason'],
    delay: null,
  },
  not_interested: {
    group: 'closing',
    key: '9',
    flags: ['attempt', 'connected', 'person'],
    needs: ['reason'],
    atOnce: false,
    effects: ['byReason'],
    delay: null,
  },
  disqualified: {
    group: 'closing',
    key: '0',
    flags: ['attempt', 'connected', 'person', 'closes'],
    needs: ['reason'],
    atOnce: false,
    effects: ['byReason'],
    delay: null,
  },
  wrong_number: {
    group: 'number',
    key: 'W',
    flags: ['attempt', 'connected', 'invalidatesNumber'],
    needs: [],
    atOnce: false,
    effects: ['nextNumber', 'marksWrongPerson'],
    delay: NOW,
  },
  dead_number: {
    group: 'number',
    key: 'D',
    flags: ['attempt', 'invalidatesNumber'],
    needs: [],
    atOnce: true,
    effects: ['nextNumber', 'marksInvalid'],
    delay: NOW,
  },
  referred: {
    group: 'talked',
    key: 'R',
    flags: ['attempt', 'connected'],
    needs: ['whoSpoke', 'referral'],
    atOnce: false,
    effects: ['refers', 'influences'],
    delay: null,
  },
  do_not_call: {
    group: 'closing',
    key: 'X',
    flags: ['attempt', 'connected', 'closes'],
    needs: ['whoSpoke', 'scope'],
    atOnce: false,
    effects: ['suppresses'],
    delay: null,
  },
  technical_failure: {
    group: 'line',
    key: 'F',
    flags: [],
    needs: [],
    atOnce: true,
    effects: ['retriesNow'],
    delay: NOW,
  },
} as const satisfies Record<OutcomeId, Outcome>

/** Flags carry the meaning of an outcome, whatever a team calls it. */
export const has = (outcome: OutcomeId, flag: Flag): boolean =>
  (OUTCOMES[outcome].flags as readonly Flag[]).includes(flag)

/** What logging it does beside the stage: the table above says which. */
export const does = (outcome: OutcomeId, effect: Effect): boolean =>
  (OUTCOMES[outcome].effects as readonly Effect[]).includes(effect)

/** Who was on the line. `other` is anyone but the person: a colleague, a family member, a switchboard. */
export const WHO_SPOKE = ['person', 'other'] as const
export type WhoSpoke = (typeof WHO_SPOKE)[number]

/** Was the call with the person? Some outcomes say it themselves; for the others the rep says who spoke. */
export const withPerson = (outcome: OutcomeId, spoke: WhoSpoke | null): boolean =>
  has(outcome, 'person') || (has(outcome, 'connected') && spoke === 'person')

/** An attempt that did not reach the person counts on the retry ladder (PRODUCT.md section 7). */
export const isUnreached = (outcome: OutcomeId, spoke: WhoSpoke | null): boolean =>
  has(outcome, 'attempt') && !withPerson(outcome, spoke)
