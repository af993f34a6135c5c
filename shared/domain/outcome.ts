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
] as const
export type Need = (typeof NEEDS)[number]

export type Outcome = {
  /** The key on the desk, upper case. */
  key: string
  flags: readonly Flag[]
  needs: readonly Need[]
  /** Logged by the key alone, and the next lead comes; the others wait for save. */
  atOnce: boolean
}

export const OUTCOMES = {
  no_answer: { key: '1', flags: ['attempt'], needs: [], atOnce: true },
  busy: { key: '2', flags: ['attempt'], needs: [], atOnce: true },
  voicemail: { key: '3', flags: ['attempt'], needs: [], atOnce: true },
  gatekeeper: { key: '4', flags: ['attempt', 'connected'], needs: [], atOnce: false },
  callback: { key: '5', flags: ['attempt', 'connected'], needs: ['whoSpoke', 'when'], atOnce: false },
  interested: {
    key: '6',
    flags: ['attempt', 'connected', 'person', 'interested'],
    needs: ['bantAnswer', 'when'],
    atOnce: false,
  },
  qualified: {
    key: '7',
    flags: ['attempt', 'connected', 'person', 'interested'],
    needs: ['proofs'],
    atOnce: false,
  },
  nurture: {
    key: '8',
    flags: ['attempt', 'connected', 'person'],
    needs: ['reason', 'wakeUp'],
    atOnce: false,
  },
  not_interested: { key: '9', flags: ['attempt', 'connected', 'person'], needs: ['reason'], atOnce: false },
  disqualified: {
    key: '0',
    flags: ['attempt', 'connected', 'person', 'closes'],
    needs: ['reason'],
    atOnce: false,
  },
  wrong_number: { key: 'W', flags: ['attempt', 'connected', 'invalidatesNumber'], needs: [], atOnce: false },
  dead_number: { key: 'D', flags: ['attempt', 'invalidatesNumber'], needs: [], atOnce: true },
  referred: { key: 'R', flags: ['attempt', 'connected'], needs: ['whoSpoke', 'referral'], atOnce: false },
  do_not_call: {
    key: 'X',
    flags: ['attempt', 'connected', 'closes'],
    needs: ['whoSpoke', 'scope'],
    atOnce: false,
  },
  technical_failure: { key: 'F', flags: [], needs: [], atOnce: true },
} as const satisfies Record<OutcomeId, Outcome>

export const has = (outcome: OutcomeId, flag: Flag): boolean =>
  (OUTCOMES[outcome].flags as readonly Flag[]).includes(flag)

/** Who was on the line. `other` is anyone but the person: a colleague, a family member, a switchboard. */
export const WHO_SPOKE = ['person', 'other'] as const
export type WhoSpoke = (typeof WHO_SPOKE)[number]

/** Was the call with the person? Some outcomes say it themselves; for the others the rep says who spoke. */
export const withPerson = (outcome: OutcomeId, spoke: WhoSpoke | null): boolean =>
  has(outcome, 'person') || (has(outcome, 'connected') && spoke === 'person')

/** An attempt that did not reach the person counts on the retry ladder (PRODUCT.md section 7). */
export const isUnreached = (outcome: OutcomeId, spoke: WhoSpoke | null): boolean =>
  has(outcome, 'attempt') && !withPerson(outcome, spoke)
