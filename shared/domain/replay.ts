import { standingAnswers } from './answers.ts'
import type { Definition } from './bant.ts'
import { boardOf } from './board.ts'
import type { AnswerFact } from './facts.ts'

/** One lead that was spoken with: when, what it ever answered, and what it was judged by. */
type Spoken = { calls: readonly number[]; answers: readonly AnswerFact[]; inForce: Definition }

type Replay = {
  leads: number
  passed: { inForce: number; proposed: number }
  gained: number
  lost: number
}

/**
 * What another definition would have made of calls that were made: a lead passes when at one of its calls, by the
 * answers it had given by then, it meets the threshold with every gate open (proof 2). `zone` is the workspace's.
 */
export function replay(leads: readonly Spoken[], proposed: Definition, zone: string): Replay {
  const judged = leads.map((lead) => ({
    before: passes(lead, lead.inForce, zone),
    after: passes(lead, proposed, zone),
  }))
  const count = (wanted: (one: (typeof judged)[number]) => boolean) => judged.filter(wanted).length
  return {
    leads: leads.length,
    passed: { inForce: count(({ before }) => before), proposed: count(({ after }) => after) },
    gained: count(({ before, after }) => after && !before),
    lost: count(({ before, after }) => before && !after),
  }
}

const passes = ({ calls, answers }: Spoken, definition: Definition, zone: string): boolean =>
  calls.some((at) => {
    const given = standingAnswers(
      definition,
      answers.filter((answer) => answer.at <= at),
    ).map(({ answer }) => answer)
    const { atThreshold, unpassedGates } = boardOf(definition, given, at, zone)
    return atThreshold && unpassedGates.length === 0
  })
