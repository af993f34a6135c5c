import type { Input } from '#shared/contract/api'
import type { Random } from '#electron/services/demo/random'
import { addBusinessDays, dayOf, instantOf } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import type { OutcomeId } from '#shared/domain/outcome'
import type { Card } from './witness.ts'

type Log = Input<'call.log'>
type Said = Pick<Log, 'outcome'> & Partial<Log> & { minutes: number }

/** How often each comes, of a hundred dials; unreached ones as inside sales sees them. */
const OUTCOMES = {
  no_answer: 44,
  busy: 5,
  voicemail: 14,
  gatekeeper: 9,
  callback: 8,
  interested: 5,
  nurture: 3,
  not_interested: 6,
  disqualified: 1,
  wrong_number: 2,
  dead_number: 1.5,
  do_not_call: 0.5,
  technical_failure: 1,
} as const satisfies Partial<Record<OutcomeId, number>>

/** Hours at which people here say "call me then". */
const HOURS = [9 * 60 + 30, 10 * 60, 11 * 60 + 15, 12 * 60, 13 * 60, 16 * 60, 17 * 60 + 30, 18 * 60]

/** What comes of a dial, seeded. */
export function answerOf(random: Random, card: Card, home: string, now: number): Said {
  const outcome = random.weighted(OUTCOMES)
  const zone = card.window.zones[0] ?? home
  const later = () => {
    const isHoliday = holidaysOf(card.person.country ?? '')
    const day = addBusinessDays(dayOf(zone, now), random.between(1, 8), isHoliday)
    return instantOf(zone, day, random.pick(HOURS))
  }
  const step = () =>
    ({ kind: 'call', at: later(), agreed: random.chance(0.7), withWhom: card.person.name }) as const
  const said: Partial<Record<OutcomeId, () => Partial<Log>>> = {
    callback: () => ({ spoke: 'person', step: step() }),
    interested: () => ({ step: step() }),
    nurture: () => ({ reason: 'timing' }),
    not_interested: () => ({ reason: random.chance(0.5) ? 'no_need' : 'refused' }),
    disqualified: () => ({ reason: 'competitor' }),
    do_not_call: () => ({ spoke: 'person', scope: 'person' }),
  }
  const isTalk = outcome in said
  return { outcome, minutes: isTalk ? random.between(4, 12) : random.between(1, 3), ...said[outcome]?.() }
}
