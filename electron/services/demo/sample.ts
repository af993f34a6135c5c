import { DAY, MINUTE } from '#shared/lib/time'
import type { Cast, Story } from './facts.ts'
import { heroOf, makeLead, makeSignals, type LeadRow, type SignalRow } from './lead.ts'
import type { SampleList } from './lists.ts'
import type { Town } from './market.ts'
import type { Numbers } from './numbers.ts'
import { makeCompany, makePerson, type Company, type Person } from './people.ts'
import { tellPromise, tellStory } from './story.ts'

export type Sample = {
  companies: (Company & { town: Town })[]
  people: Person[]
  leads: LeadRow[]
  signals: SignalRow[]
  stories: Story[]
}

type Plan = {
  cast: Cast
  numbers: Numbers
  list: SampleList
  listId: string
  reps: readonly string[]
  /** People are numbered from here. */
  first: number
  leads: number
  /** Of the leads that are neither hot nor promised. */
  untouched: number
  days: number
}

/** Minutes from now: overdue, due, and soon. */
const DUE = [-100, -40, 6, 35, 90, 200, 26 * 60] as const
/** Minutes ago that somebody asked for a demo and was not called yet. */
const ASKED = [3, 55, 160] as const
const COLLEAGUES = 0.4

/** A list as it stands after so many days of work on it. */
export function makeSample(plan: Plan): Sample {
  const { cast, list, leads: wanted } = plan
  const sample: Sample = { companies: [], people: [], leads: [], signals: [], stories: [] }
  for (let place = 0; place < wanted; place++) {
    const person = nextPerson(plan, sample, plan.first + place)
    sample.people.push(person)
    const due = DUE[place]
    const asked = ASKED[place - DUE.length]
    if (due !== undefined) addPromised(plan, sample, person, cast.now + due * MINUTE)
    else if (asked !== undefined) addHot(plan, sample, person, cast.now - asked * MINUTE)
    else addAny(plan, sample, person, cast.random.weighted(list.market.sources))
  }
  return sample
}

function nextPerson({ cast, numbers, list }: Plan, sample: Sample, n: number): Person {
  const made = { random: cast.random, newId: cast.newId, market: list.market, numbers }
  const last = sample.companies.at(-1)
  const isColleague = last !== undefined && cast.random.chance(COLLEAGUES)
  const company = isColleague ? last : makeCompany(made)
  if (!isColleague) sample.companies.push(company)
  return makePerson(made, company, n, cast.now)
}

function add(plan: Plan, sample: Sample, person: Person, arrivedAt: number, source: string) {
  const { cast, list, listId, reps } = plan
  const made = { random: cast.random, newId: cast.newId, list, listId }
  const lead = makeLead(made, person, arrivedAt, source)
  person.person.createdAt = arrivedAt
  sample.leads.push(lead)
  const usual = cast.random.between(0, reps.length - 1)
  const team = [...reps.slice(usual), ...reps.slice(0, usual)]
  return { lead, made, hero: heroOf(lead, person, list, team) }
}

function addAny(plan: Plan, sample: Sample, person: Person, source: string): void {
  const { random, now } = plan.cast
  const age = agesOf(plan)
  const { lead, made, hero } = add(plan, sample, person, now - age, source)
  sample.signals.push(...makeSignals(made, lead))
  if (random.chance(plan.untouched)) return
  // Spread over the whole time, so that no week is empty.
  const wait =
    lead.bornAs === 'inquiry' ? random.between(0, 2 * DAY) : random.between(0, Math.floor(age * 0.97))
  sample.stories.push(tellStory(plan.cast, hero, lead.arrivedAt + wait))
}

/** Two files, and a trickle ever since. */
function agesOf({ cast: { random }, days }: Plan): number {
  const share = random.next()
  if (share < 0.5) return days * DAY
  return share < 0.7 ? (days / 2) * DAY : random.between(0, days * DAY)
}

function addPromised(plan: Plan, sample: Sample, person: Person, dueAt: number): void {
  const source = plan.cast.random.weighted(plan.list.market.sources)
  const { hero } = add(
    { ...plan, reps: plan.reps.slice(0, 1) },
    sample,
    person,
    plan.cast.now - 20 * DAY,
    source,
  )
  const otherReps = [hero.repId]
  sample.stories.push(tellPromise(plan.cast, { ...hero, otherReps }, Math.round(dueAt / MINUTE) * MINUTE))
}

function addHot(plan: Plan, sample: Sample, person: Person, at: number): void {
  const { lead } = add(plan, sample, person, at, plan.list.row.language === 'es' ? 'Web' : 'Website')
  sample.signals.push({ id: plan.cast.newId(), leadId: lead.id, kind: 'demo', at })
}
