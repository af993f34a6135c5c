import { BANT, type Answer } from '#shared/domain/bant'
import { boardOf } from '#shared/domain/board'
import { dayOf } from '#shared/domain/calendar'
import { becauseOf } from '#shared/domain/change'
import { freeze } from '#shared/domain/frozen'
import { speaker } from '#shared/domain/logged'
import { has, withPerson, type OutcomeId } from '#shared/domain/outcome'
import type { ReasonId } from '#shared/domain/reason'
import type { Stage } from '#shared/domain/stage'
import { lastDayOf, TIMELINE_GRADES } from '#shared/domain/timeline'
import { tell, type Cast, type FactRow, type Story } from './facts.ts'

const UNKNOWN_TALK = 0.03
const LEFT_MESSAGE = 0.35
const CALLED_BY_ANOTHER = 0.12

type More = { reason?: ReasonId | null; answers?: number }
export type Told = { callId: string; repId: string; endedAt: number }

/** One call, without what it brought. */
export function call(cast: Cast, story: Story, at: number, outcome: OutcomeId, more: More = {}): Told {
  const { random, newId, market } = cast
  const { hero } = story
  const callId = newId()
  const repId = random.chance(CALLED_BY_ANOTHER) ? random.pick(hero.otherReps) : hero.repId
  const spoke = speaker(outcome, 'person')
  const isReached = withPerson(outcome, spoke)
  const seconds = has(outcome, 'connected') ? random.between(12, isReached ? 620 : 50) : null
  const talk = random.chance(UNKNOWN_TALK) ? null : seconds
  const answeredAt = talk === null ? null : at + random.between(5, 25) * 1000
  const hungUpAt = (answeredAt ?? at + 25_000) + (seconds ?? 0) * 1000
  const wrap = random.between(4, isReached ? 60 : 9)
  const endedAt = hungUpAt + wrap * 1000
  const row: FactRow<'calls'> = {
    id: callId,
    repId,
    leadId: hero.leadId,
    personId: hero.personId,
    companyId: hero.companyId,
    listId: hero.listId,
    phoneId: hero.phoneIds.find((id) => !story.phones.has(id)) ?? null,
    outcome,
    spoke,
    reason: more.reason ?? null,
    dialledAt: at,
    byHand: false,
    answeredAt,
    endedAt: hungUpAt,
    talk,
    talkAtLeast: false,
    wrap,
    leftMessage: outcome === 'voicemail' && random.chance(LEFT_MESSAGE),
    answers: more.answers ?? 0,
  }
  tell(story, 'calls', endedAt, row, {
    note: isReached && random.chance(0.6) ? random.pick(market.notes) : null,
  })
  if (isReached && story.ownerId === null) {
    // Whoever first speaks with somebody keeps them.
    story.ownerId = repId
    tell(story, 'assignments', endedAt, { id: newId(), repId, leadId: hero.leadId, callId, toRepId: repId })
  }
  return { callId, repId, endedAt }
}

/** Moves the lead, with its board frozen as the app does. */
export function moveTo(
  { newId }: Cast,
  story: Story,
  to: Stage,
  by: { at: number; repId: string; callId: string | null },
  why: { reason: string | null; wakesAt: number | null } = { reason: null, wakesAt: null },
): void {
  const { hero, answers, stage } = story
  const board = boardOf(BANT, [...answers.values()], by.at, hero.zone)
  tell(story, 'stageChanges', by.at, {
    id: newId(),
    repId: by.repId,
    leadId: hero.leadId,
    callId: by.callId,
    from: stage,
    to,
    ...why,
    frozen: freeze(BANT, 0, board, 0),
    overrideBy: null,
  })
  story.stage = to
}

/** Out of the pipeline, or asleep, for a reason of the table. */
export function moveFor(cast: Cast, story: Story, reason: ReasonId, { callId, repId, endedAt }: Told): void {
  const change = becauseOf(reason, null, { refusedBefore: false, now: endedAt, zone: story.hero.zone })
  moveTo(cast, story, change.to, { at: endedAt, repId, callId }, change)
}

/** Answers of a call that is to come: they are given before its outcome. */
export function answer(cast: Cast, story: Story, grades: Readonly<Record<string, string>>, call: Told): void {
  const { random, newId, market, currency } = cast
  const { hero } = story
  for (const [criterion, grade] of Object.entries(grades)) {
    const at = call.endedAt - random.between(10, 40) * 1000
    const today = dayOf(hero.zone, at)
    const date = criterion === 'timeline' ? dateOf(grade, today) : null
    const given: Answer = { criterion, state: 'answered', grade, at, date, borrowed: false }
    story.answers.set(criterion, given)
    const amountMinor = criterion === 'budget' ? random.between(4, 60) * 50_000 : null
    tell(
      story,
      'answers',
      at,
      {
        id: newId(),
        repId: call.repId,
        leadId: hero.leadId,
        personId: hero.personId,
        callId: call.callId,
        criterion,
        state: 'answered',
        grade,
        amountMinor,
        currency: amountMinor === null ? null : currency,
        date,
      },
      { evidence: random.chance(0.5) ? random.pick(market.evidence) : null },
    )
  }
}

const dateOf = (grade: string, today: string) => {
  const known = TIMELINE_GRADES.find((each) => each === grade)
  return known ? lastDayOf(known, today) : null
}

type Promised = { kind: 'call' | 'meeting' | 'demo' | 'visit'; dueAt: number; agreed: boolean }

/** A dated next step of a call. */
export function promise({ newId }: Cast, story: Story, step: Promised, call: Told, who: string): void {
  const { leadId, personId } = story.hero
  const row = { id: newId(), repId: call.repId, leadId, personId, callId: call.callId, ...step }
  tell(story, 'promises', call.endedAt, row, { who })
}
