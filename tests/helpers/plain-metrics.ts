import {
  ACCEPTING,
  isConnect,
  isConversation,
  isDial,
  isInterested,
  isUnknownTalk,
  isWithPerson,
  reached,
  STEP_STAGE,
  STEPS,
  type Basis,
  type Step,
} from '#shared/domain/metrics'
import type { OutcomeId, WhoSpoke } from '#shared/domain/outcome'
import type { Stage } from '#shared/domain/stage'

/** The definitions of PRODUCT.md section 10 said the long way round, to hold the SQL against. Undone calls are left out. */
type PlainLead = { person: number; list: number; source: string | null; arrived: number }
type PlainCall = {
  id: string
  lead: number
  rep: number
  at: number
  outcome: OutcomeId
  spoke: WhoSpoke | null
  talk: number | null
  answers: number
  undone: boolean
  /** The file that brought it. */
  importId: string | null
}
/** `claimed`: a file says so, and a team lead answered for it. */
type PlainStep = { lead: number; at: number; to: Stage; undone: boolean; claimed: boolean }
type PlainVerdict = {
  lead: number
  at: number
  verdict: (typeof ACCEPTING)[number] | 'rejected' | 'lost'
}
export type World = { leads: PlainLead[]; calls: PlainCall[]; stages: PlainStep[]; verdicts: PlainVerdict[] }

export type PlainScope = {
  from: number
  to: number
  list: number | null
  rep: number | null
  source: string | null
}

export function plainly(world: World, scope: PlainScope) {
  const { from, to } = scope
  const within = ({ at }: { at: number }) => at >= from && at < to
  const leadIn = (lead: number) => {
    const { list, source } = world.leads[lead] ?? { list: -1, source: null }
    return (
      (scope.list === null || list === scope.list) &&
      (scope.source === null || (source ?? '') === scope.source)
    )
  }
  const personOf = (lead: number) => world.leads[lead]?.person ?? -1
  const who = ({ lead, at, importId }: PlainCall) => ({ person: personOf(lead), at, here: importId === null })
  const dials = world.calls
    .filter((call) => !call.undone && leadIn(call.lead) && isDial(call))
    .toSorted(byTime)
  const stood = world.stages.filter((change) => !change.undone && leadIn(change.lead))
  const taken: { person: number; at: number; step: Step; here: boolean }[] = [
    ...dials.map((call) => ({ ...who(call), step: 'called' as const })),
    ...dials.filter(isInterested).map((call) => ({ ...who(call), step: 'interested' as const })),
    ...stood.flatMap(({ lead, at, to: stage, claimed }) =>
      stepsOf(stage).map((step) => ({ person: personOf(lead), at, step, here: !claimed })),
    ),
    ...world.verdicts
      .filter(({ lead, verdict }) => leadIn(lead) && ACCEPTING.some((accepting) => accepting === verdict))
      .map(({ lead, at }) => ({
        person: personOf(lead),
        at,
        step: 'accepted' as const,
        here: stood.some((change) => change.lead === lead && change.to === 'sql' && !change.claimed),
      })),
  ]

  const repOf = (person: number): number | null => {
    const own = dials.filter((call) => personOf(call.lead) === person)
    return (own.find(isWithPerson) ?? own[0])?.rep ?? null
  }
  const people = [...new Set(taken.map(({ person }) => person))].filter(
    (person) => scope.rep === null || repOf(person) === scope.rep,
  )

  const steps = (basis: Basis, unit: 'people' | 'calls') =>
    Object.fromEntries(
      STEPS.map((step) => [step, unit === 'calls' ? events(step) : takers(step, basis).length]),
    )

  const takers = (step: Step, basis: Basis): number[] =>
    people.filter((person) => {
      const own = taken.filter((event) => event.person === person)
      if (basis === 'period') return own.some((event) => event.step === step && within(event))
      const first = dials.find((call) => personOf(call.lead) === person)
      return first !== undefined && within(first) && reached(new Set(own.map((event) => event.step)), step)
    })

  /** Of them, who took it nowhere but in what a file brought. */
  const elsewhere = (step: Step, basis: Basis): number =>
    takers(step, basis).filter((person) =>
      taken
        .filter((event) => event.person === person)
        .filter((event) =>
          basis === 'period'
            ? event.step === step && within(event)
            : STEPS.indexOf(event.step) >= STEPS.indexOf(step),
        )
        .every(({ here }) => !here),
    ).length

  const events = (step: Step): number => {
    if (step === 'called') return made.length
    if (step === 'interested') return made.filter(isInterested).length
    return taken.filter((event) => event.step === step && within(event) && people.includes(event.person))
      .length
  }

  const made = dials.filter((call) => within(call) && (scope.rep === null || call.rep === scope.rep))
  const arrivals = world.leads
    .map((lead, index) => {
      const own = dials.filter((call) => call.lead === index)
      const rep = (own.find(isWithPerson) ?? own[0])?.rep ?? null
      return { lead, index, dialled: own.length > 0, rep }
    })
    .filter(({ lead, index }) => leadIn(index) && within({ at: lead.arrived }))
    .filter(({ rep }) => scope.rep === null || rep === scope.rep)

  return {
    steps,
    elsewhere: (basis: Basis) => Object.fromEntries(STEPS.map((step) => [step, elsewhere(step, basis)])),
    dialsElsewhere: made.filter(({ importId }) => importId !== null).length,
    calls: {
      dials: made.length,
      connects: made.filter(isConnect).length,
      conversations: made.filter(isConversation).length,
      interestedCalls: made.filter(isInterested).length,
      peopleDialled: new Set(made.map((call) => personOf(call.lead))).size,
    },
    withPerson: made.filter(isWithPerson).length,
    unknownTalk: made.filter(isUnknownTalk).length,
    dialledArrivals: arrivals.filter(({ dialled }) => dialled).length,
    neverDialled: arrivals.filter(({ dialled }) => !dialled).length,
  }
}

const byTime = (a: PlainCall, b: PlainCall) => a.at - b.at || (a.id < b.id ? -1 : 1)

const stepsOf = (stage: Stage): Step[] =>
  (Object.entries(STEP_STAGE) as [Step, Stage][]).filter(([, of]) => of === stage).map(([step]) => step)
