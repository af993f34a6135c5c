import { standingAnswers } from './answers.ts'
import type { Definition } from './bant.ts'
import { boardOf } from './board.ts'
import type { LeadFacts, Standing } from './facts.ts'
import { attemptsOf } from './ladder.ts'
import { has } from './outcome.ts'
import { openDate } from './promise.ts'
import type { Stage } from './stage.ts'

/** Stages that stand beside the pipeline, which a lead is in for a reason. */
const BESIDE: readonly Stage[] = ['nurture', 'disqualified', 'lost']

/**
 * What follows from a lead's facts, and from nothing else: the same facts give the same values at any time. So BANT is
 * read at the newest fact, and the board on the card, which moves with the calendar, is made when it is shown.
 * `zone` is the workspace's.
 */
export function standing(facts: LeadFacts, definition: Definition, zone: string): Standing {
  const { calls, stages, promises } = facts
  const last = stages.at(-1)
  const stage = last?.to ?? facts.bornAs
  const isBeside = BESIDE.includes(stage)
  const dials = calls.filter((call) => has(call.outcome, 'attempt')).map((call) => call.dialledAt)
  return {
    stage,
    reason: isBeside ? (last?.reason ?? null) : null,
    wakesAt: isBeside ? (last?.wakesAt ?? null) : null,
    ownerId: facts.ownerId,
    bantNow: boardOf(definition, ownAnswers(facts, definition), newest(facts), zone).now,
    attempts: attemptsOf(calls).count,
    dials: dials.length,
    firstDialAt: dials.length ? Math.min(...dials) : null,
    lastDialAt: dials.length ? Math.max(...dials) : null,
    open: openDate(calls, promises),
  }
}

function newest({ createdAt, calls, stages, promises, answers }: LeadFacts): number {
  const dates = [answers.at(-1)?.at, stages.at(-1)?.at, promises.at(-1)?.at, calls.at(-1)?.dialledAt]
  return Math.max(createdAt, ...dates.filter((at) => at !== undefined))
}

const ownAnswers = ({ answers, jobChanges }: LeadFacts, definition: Definition) =>
  standingAnswers(definition, answers, [], jobChanges).map(({ answer }) => answer)
