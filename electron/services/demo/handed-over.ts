import { dayOf } from '#shared/domain/calendar'
import { becauseOf } from '#shared/domain/change'
import { DAY } from '#shared/lib/time'
import { tell, type Cast, type Story } from './facts.ts'
import { moveTo } from './scenes.ts'
import { daysLater } from './times.ts'

const ANSWERED = 0.75
const ACCEPTED = 0.85
const SIZED = 0.6
const SIGNED = 0.45
const LOST = 0.6
/** What the account executive found out. */
const REJECTED = ['timing', 'no_budget', 'outside_profile'] as const

/** What became of an SQL: the CRM's verdict, an opportunity, a contract or none. The team lead writes it down. */
export function handOver(cast: Cast, story: Story, at: number): void {
  const { random, newId, now, teamLeadId } = cast
  const { hero } = story
  const by = { repId: teamLeadId, callId: null }
  const answeredAt = daysLater(random, at, random.between(1, 4), hero.zone)
  if (answeredAt >= now || !random.chance(ANSWERED)) return
  const verdict = random.chance(ACCEPTED) ? 'accepted' : 'rejected'
  const reason = verdict === 'rejected' ? random.pick(REJECTED) : null
  const row = { id: newId(), repId: teamLeadId, leadId: hero.leadId, amountMinor: null, currency: null }
  tell(story, 'verdicts', answeredAt, { ...row, verdict, reason })
  if (reason) {
    const change = becauseOf(reason, null, { refusedBefore: false, now: answeredAt, zone: hero.zone })
    return moveTo(cast, story, change.to, { ...by, at: answeredAt + 1 }, change)
  }

  const sizedAt = daysLater(random, answeredAt, random.between(3, 10), hero.zone)
  if (sizedAt >= now || !random.chance(SIZED)) return
  const opportunity = opportunityOf(cast, story, sizedAt)
  save(cast, story, sizedAt, opportunity)
  moveTo(cast, story, 'opportunity', { ...by, at: sizedAt + 1 })

  const endedAt = daysLater(random, sizedAt, random.between(5, 20), hero.zone)
  if (endedAt >= now) return
  if (random.chance(SIGNED)) {
    const contractDate = dayOf(hero.zone, endedAt)
    const contractReference = `C-${contractDate.slice(0, 4)}-${random.between(100, 999)}`
    save(cast, story, endedAt, { ...opportunity, contractReference, contractDate })
    moveTo(cast, story, 'customer', { ...by, at: endedAt + 1 })
  } else if (random.chance(LOST)) {
    moveTo(cast, story, 'lost', { ...by, at: endedAt }, { reason: 'other', wakesAt: null })
  }
}

const opportunityOf = ({ random, currency }: Cast, { hero }: Story, at: number) => ({
  sizeValue: random.between(3, 40),
  sizeUnit: 'hours' as const,
  consent: true,
  amountMinor: random.between(8, 120) * 50_000,
  currency,
  expectedClose: dayOf(hero.zone, at + random.between(20, 60) * DAY),
  contractReference: null as string | null,
  contractDate: null as string | null,
})

function save(cast: Cast, story: Story, at: number, row: ReturnType<typeof opportunityOf>): void {
  const id = cast.newId()
  const fact = { id, repId: cast.teamLeadId, leadId: story.hero.leadId, ...row }
  tell(story, 'opportunities', at, fact, { problem: cast.random.pick(cast.market.problems) })
}
