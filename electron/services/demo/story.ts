import type { OutcomeId } from '#shared/domain/outcome'
import { reasonsFor, type ReasonId } from '#shared/domain/reason'
import { DAY, MINUTE } from '#shared/lib/time'
import { newStory, tell, type Cast, type Hero, type Story } from './facts.ts'
import { handOver } from './handed-over.ts'
import { answer, call, moveFor, moveTo, promise, type Told } from './scenes.ts'
import { daysLater, slotAfter, type Slot } from './times.ts'

type Odds = Readonly<Partial<Record<OutcomeId, number>>>

const NOT_THERE: Odds = {
  no_answer: 60,
  voicemail: 22,
  busy: 8,
  gatekeeper: 9,
  wrong_number: 2,
  dead_number: 2,
  technical_failure: 2,
}
const FIRST_TALK: Odds = {
  callback: 22,
  interested: 16,
  qualified: 2,
  nurture: 14,
  not_interested: 32,
  disqualified: 12,
  do_not_call: 2,
}
const LATER_TALK: Odds = {
  qualified: 30,
  interested: 14,
  callback: 16,
  nurture: 14,
  not_interested: 16,
  disqualified: 8,
}

/** Business days to the next attempt, by how many were made; the first is tried again the same day. */
const LADDER = [0, 1, 1, 2, 3, 5] as const
const FLOOR = 6
/** How often a promise is dialled within minutes of its time, and the same day; else it is missed. */
const KEPT = 0.78
const LATE = 0.92

/** When to dial next, at that very time or at some hour after it; null when this lead is not dialled any more. */
type Next = { at: number; promised: boolean } | null
type Scene = (cast: Cast, story: Story, at: number) => Next

/** The last call ends before now. */
const MARGIN = 15 * MINUTE
/** How often somebody is there at a time they agreed to. */
const THERE_AS_PROMISED = 0.7

/** Everything that happened to one lead from its first dial up to now. */
export function tellStory(cast: Cast, hero: Hero, firstDial: number): Story {
  const story = newStory(hero)
  const { random, now } = cast
  let next: Next = { at: firstDial, promised: false }
  let unreached = 0
  while (next !== null) {
    const { at, reach }: Slot = next.promised
      ? { at: next.at, reach: THERE_AS_PROMISED }
      : slotAfter(random, next.at, hero.zone)
    if (at > now - MARGIN) break
    if (random.chance(reach)) {
      unreached = 0
      const outcome = random.weighted<OutcomeId>(story.ownerId === null ? FIRST_TALK : LATER_TALK)
      next = TALKS[outcome]?.(cast, story, at) ?? null
    } else {
      const outcome = random.weighted<OutcomeId>(NOT_THERE)
      if (outcome !== 'technical_failure') unreached++
      next = missed(cast, story, at, outcome, unreached)
    }
  }
  return story
}

/** Somebody who was not there three days ago and asked yesterday to be called at a time. */
export function tellPromise(cast: Cast, hero: Hero, dueAt: number): Story {
  const story = newStory(hero)
  call(cast, story, slotAfter(cast.random, cast.now - 5 * DAY, hero.zone).at, 'no_answer')
  const asked = Math.min(slotAfter(cast.random, cast.now - 2 * DAY, hero.zone).at, cast.now - DAY / 2)
  const made = call(cast, story, asked, 'callback')
  promise(cast, story, { kind: 'call', dueAt, agreed: true }, made, '')
  return story
}

function missed(cast: Cast, story: Story, at: number, outcome: OutcomeId, unreached: number): Next {
  const made = call(cast, story, at, outcome)
  const { hero } = story
  const number = hero.phoneIds.find((id) => !story.phones.has(id))
  if (number && (outcome === 'wrong_number' || outcome === 'dead_number')) {
    story.phones.set(number, outcome === 'wrong_number' ? 'wrong_person' : 'invalid')
    if (story.phones.size === hero.phoneIds.length) return closed(cast, story, 'bad_data', made)
  }
  if (unreached >= FLOOR) return closed(cast, story, 'unreachable', made)
  const days = LADDER[unreached] ?? 1
  const then = days === 0 ? at + 3 * 60 * MINUTE : daysLater(cast.random, at, days, hero.zone)
  return { at: then, promised: false }
}

function closed(cast: Cast, story: Story, reason: ReasonId, made: Told): null {
  moveFor(cast, story, reason, made)
  return null
}

/** They said no, or not now, for one of the outcome's reasons. */
const sayNo =
  (outcome: OutcomeId): Scene =>
  (cast, story, at) => {
    const reason = cast.random.pick(reasonsFor(outcome))
    return closed(cast, story, reason, call(cast, story, at, outcome, { reason }))
  }

const OPENING = {
  budget: ['can_buy', 'may_buy'],
  need: ['should_have', 'nice_to_have', 'must_have'],
} as const
const PASSING = {
  budget: ['will_buy', 'will_buy', 'can_buy'],
  authority: ['decides', 'decides', 'names_who_decides'],
  need: ['must_have', 'must_have', 'should_have'],
  timeline: ['now', 'now', 'this_quarter'],
} as const

const TALKS: Readonly<Partial<Record<OutcomeId, Scene>>> = {
  callback: (cast, story, at) => again(cast, story, call(cast, story, at, 'callback'), 0.85),
  interested: (cast, story, at) => {
    const grades = { need: cast.random.pick(OPENING.need), budget: cast.random.pick(OPENING.budget) }
    const made = call(cast, story, at, 'interested', { answers: 2 })
    answer(cast, story, grades, made)
    return again(cast, story, made, 0.8)
  },
  qualified: (cast, story, at) => {
    const made = call(cast, story, at, 'qualified', { answers: 4 })
    answer(cast, story, passing(cast), made)
    const dueAt = daysLater(cast.random, made.endedAt, cast.random.between(2, 6), story.hero.zone)
    const kind = cast.random.pick(['meeting', 'demo', 'visit'] as const)
    promise(cast, story, { kind, dueAt, agreed: true }, made, cast.random.pick(cast.market.given))
    moveTo(cast, story, 'sql', { at: made.endedAt, repId: made.repId, callId: made.callId })
    handOver(cast, story, made.endedAt)
    return null
  },
  nurture: sayNo('nurture'),
  not_interested: sayNo('not_interested'),
  disqualified: sayNo('disqualified'),
  do_not_call: (cast, story, at) => {
    const made = call(cast, story, at, 'do_not_call')
    const { leadId, personId } = story.hero
    const row = {
      id: cast.newId(),
      repId: made.repId,
      leadId,
      personId,
      callId: made.callId,
      lifted: false,
    } as const
    const all = { companyId: null, phoneId: null, scope: 'person', channel: 'call', source: 'call' } as const
    tell(story, 'suppressions', made.endedAt, { ...row, ...all })
    return closed(cast, story, 'do_not_call', made)
  },
}

/** Grades that reach the threshold and pass both gates. */
function passing({ random }: Cast): Record<string, string> {
  const grades = Object.entries(PASSING).map(([id, choices]) => [id, random.pick<string>(choices)] as const)
  // At most one of the four below its best keeps the sum at 75 or over, whichever it is.
  const weak = random.between(0, 3)
  return Object.fromEntries(
    grades.map(([id, grade], place) => [
      id,
      place === weak ? grade : (PASSING[id as keyof typeof PASSING][0] ?? grade),
    ]),
  )
}

/** They are called again at a time, mostly one they agreed to. */
function again(cast: Cast, story: Story, made: Told, agrees: number): Next {
  const { random } = cast
  const dueAt = onTheQuarter(daysLater(random, made.endedAt, random.between(1, 6), story.hero.zone))
  const agreed = random.chance(agrees)
  promise(cast, story, { kind: 'call', dueAt, agreed }, made, '')
  const luck = random.next()
  if (luck < KEPT) return { at: dueAt + random.between(-4, 9) * MINUTE, promised: agreed }
  return { at: luck < LATE ? dueAt + random.between(40, 150) * MINUTE : dueAt + DAY, promised: false }
}

const onTheQuarter = (at: number): number => Math.round(at / (15 * MINUTE)) * 15 * MINUTE
