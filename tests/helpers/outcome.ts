import { afterCall } from '#shared/domain/call'
import type { Around, Logged } from '#shared/domain/logged'
import type { OutcomeId } from '#shared/domain/outcome'
import { DAY } from '#shared/lib/time'

/** Tuesday 10 March 2026, 10:00 in Madrid. */
export const NOW = Date.UTC(2026, 2, 10, 9)
export const ZONE = 'Europe/Madrid'

const NOTHING: Logged = {
  outcome: 'no_answer',
  spoke: null,
  reason: null,
  step: null,
  wakesOn: null,
  referral: null,
  scope: null,
}
export const STEP = { kind: 'call', at: NOW + DAY, agreed: true, withWhom: 'Ana Ruiz' } as const

/** Each outcome with all that it needs. */
const COMPLETE: Record<OutcomeId, Partial<Logged>> = {
  no_answer: {},
  busy: {},
  voicemail: {},
  gatekeeper: {},
  callback: { spoke: 'person', step: STEP },
  interested: { step: STEP },
  qualified: { step: { ...STEP, kind: 'demo' } },
  nurture: { reason: 'timing' },
  not_interested: { reason: 'no_need' },
  disqualified: { reason: 'competitor' },
  wrong_number: {},
  dead_number: {},
  referred: { spoke: 'person', referral: { name: 'Carmen Ortiz', phone: null, email: null } },
  do_not_call: { spoke: 'person', scope: 'person' },
  technical_failure: {},
}

export const AROUND: Around = {
  now: NOW,
  zone: ZONE,
  stage: 'lead',
  attempts: { count: 1, dials: [], busyRetry: false },
  refusedBefore: false,
  hasNumber: true,
  hasCompany: true,
  numbersLeft: 1,
  answers: 1,
  suppressed: false,
  proofs: {
    callWithPerson: true,
    bantAtThreshold: true,
    failedGates: [],
    nextStep: false,
    override: null,
    fit: 8000,
    intent: true,
    reason: null,
    problem: false,
    size: false,
    consent: false,
    contractReference: false,
    contractDate: false,
    owesSql: false,
  },
}

export const log = (outcome: OutcomeId, given: Partial<Logged> = {}, around: Partial<Around> = {}) =>
  afterCall({ ...NOTHING, ...COMPLETE[outcome], ...given, outcome }, { ...AROUND, ...around })
export const effects = (...args: Parameters<typeof log>) => {
  const result = log(...args)
  if (!result.ok) throw new Error(result.error.join())
  return result.value
}
export const refusals = (...args: Parameters<typeof log>) => {
  const result = log(...args)
  return result.ok ? [] : result.error
}
