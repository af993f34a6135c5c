import { daily, OWN, weekdays, type HoursRule, type Pack } from './pack.ts'
import { STATE_HOURS, STATE_NAMES } from './us-states.ts'

const TCPA = 'https://www.ecfr.gov/current/title-47/section-64.1200'
const REVIEW = '2026-12-31'

const states = Object.entries(STATE_HOURS).map(([state, { hours, statute }]): HoursRule => ({
  id: `us-${state.toLowerCase()}-hours`,
  kind: 'hours',
  who: 'consumers',
  region: `US-${state}`,
  since: null,
  hours,
  source: { name: `${STATE_NAMES[state] ?? state}: ${statute}`, address: null },
  reviewBy: REVIEW,
}))

/** The United States. Where the state is not known, the hours that all states of the table share. */
export const US: Pack = [
  {
    id: 'us-business-hours',
    kind: 'hours',
    who: 'business',
    since: null,
    hours: weekdays([9, 19]),
    source: OWN,
    reviewBy: null,
  },
  {
    id: 'us-consumer-hours',
    kind: 'hours',
    who: 'consumers',
    since: null,
    hours: daily(8, 21),
    source: { name: '47 CFR 64.1200(c)(1)', address: TCPA },
    reviewBy: REVIEW,
  },
  {
    id: 'us-dnc',
    kind: 'screening',
    who: 'consumers',
    lists: ['dnc'],
    within: 31,
    since: '2005-01-01',
    source: { name: '47 CFR 64.1200(c)(2); National Do Not Call Registry', address: TCPA },
    reviewBy: REVIEW,
  },
  ...states,
]
