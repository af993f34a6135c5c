import type * as z from 'zod'

import type { figures } from '#shared/contract/metrics'
import { rateOf, STEP_OF, STEPS, type Basis, type Rate, type Step, type Unit } from '#shared/domain/metrics'
import type { CallCounts, StepCounts } from '#electron/db/metrics'

type Figures = z.output<typeof figures>

const NO_CALLS: Omit<CallCounts, 'key'> = {
  dials: 0,
  connects: 0,
  conversations: 0,
  interestedCalls: 0,
  peopleDialled: 0,
  withPerson: 0,
  unknownTalk: 0,
  dialsElsewhere: 0,
  interestedElsewhere: 0,
}

/** Counts made into figures and rates. What was not counted at all is zero. */
export function figuresOf(
  unit: Unit,
  basis: Basis,
  steps: StepCounts | undefined,
  { withPerson, unknownTalk, ...calls }: Omit<CallCounts, 'key'> = NO_CALLS,
): Figures {
  const { dials, peopleDialled } = calls
  const ofDials = (n: number) => rateOf(n, dials, peopleDialled)
  return {
    steps: unit === 'calls' ? callSteps(calls, steps) : peopleSteps(basis, steps),
    dials,
    connects: calls.connects,
    conversations: calls.conversations,
    interestedCalls: calls.interestedCalls,
    peopleDialled,
    connectRate: ofDials(calls.connects),
    conversationRate: ofDials(calls.conversations),
    interestedRate: ofDials(calls.interestedCalls),
    unknownTalk: rateOf(unknownTalk, withPerson, withPerson, true),
  }
}

function peopleSteps(basis: Basis, steps: StepCounts | undefined): Figures['steps'] {
  const n = (step: Step) => steps?.people[step] ?? 0
  return STEPS.map((step) => {
    const of = STEP_OF[step]
    const elsewhere = steps?.elsewhere.people[step] ?? 0
    return { step, n: n(step), elsewhere, rate: of && rateOf(n(step), n(of), n(of), basis === 'period') }
  })
}

type Calls = Pick<
  CallCounts,
  'dials' | 'interestedCalls' | 'peopleDialled' | 'dialsElsewhere' | 'interestedElsewhere'
>

/** Of calls, only the interested are a share: what came of them later has no denominator among calls. */
function callSteps(calls: Calls, steps: StepCounts | undefined): Figures['steps'] {
  const counted: Partial<Record<Step, number>> = { called: calls.dials, interested: calls.interestedCalls }
  const away: Partial<Record<Step, number>> = {
    called: calls.dialsElsewhere,
    interested: calls.interestedElsewhere,
  }
  const rates: Partial<Record<Step, Rate | null>> = {
    interested: rateOf(calls.interestedCalls, calls.dials, calls.peopleDialled),
  }
  return STEPS.map((step) => ({
    step,
    n: counted[step] ?? steps?.events[step] ?? 0,
    elsewhere: away[step] ?? steps?.elsewhere.events[step] ?? 0,
    rate: rates[step] ?? null,
  }))
}
