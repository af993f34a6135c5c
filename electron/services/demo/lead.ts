import { fold } from '#shared/lib/fold'
import type { SignalKind } from '#shared/domain/profile'
import { zonesOf } from '#shared/domain/zone'
import { DAY } from '#shared/lib/time'
import type { leads, signals } from '#electron/db/schema/lead'
import type { Hero } from './facts.ts'
import { INBOUND, SIGNALS, type SampleList } from './lists.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export type LeadRow = typeof leads.$inferInsert
export type SignalRow = typeof signals.$inferInsert
type Made = { random: Random; newId: () => string; list: SampleList; listId: string }

/** A lead as it came in. Its caches are filled from the facts later. */
export function makeLead(
  made: Made,
  { person, company }: Person,
  arrivedAt: number,
  source: string,
): LeadRow {
  const { random, newId, list, listId } = made
  return {
    id: newId(),
    personId: person.id,
    companyId: company.id,
    listId,
    source,
    sourceKey: fold(source),
    campaign: random.pick(list.market.campaigns),
    arrivedAt,
    createdAt: arrivedAt,
    bornAs: INBOUND.includes(source) ? 'inquiry' : 'lead',
    stage: INBOUND.includes(source) ? 'inquiry' : 'lead',
    fit: 0,
    bantNow: 0,
    attempts: 0,
    dials: 0,
  }
}

/** What somebody from the web did around the day they came. */
export function makeSignals({ random, newId }: Made, lead: LeadRow): SignalRow[] {
  if (lead.bornAs !== 'inquiry') return []
  const kinds = Object.entries(SIGNALS).filter(([, share]) => random.chance(share)) as [SignalKind, number][]
  return kinds.map(([kind]) => ({
    id: newId(),
    leadId: lead.id,
    kind,
    at: lead.arrivedAt - random.between(0, 2 * DAY),
  }))
}

export function heroOf(
  lead: LeadRow,
  { person, phones }: Person,
  list: SampleList,
  reps: readonly string[],
): Hero {
  const [repId = '', ...otherReps] = reps
  const { zone = null, country = null, province = null, postalCode = null } = person
  const where = { zone, country, province, postalCode, phones, listCountry: list.row.country }
  return {
    leadId: lead.id,
    personId: person.id,
    companyId: lead.companyId ?? null,
    listId: lead.listId,
    bornAs: lead.bornAs,
    repId,
    otherReps,
    phoneIds: phones.map(({ id }) => id),
    zone: zonesOf(where)[0] ?? list.zone,
  }
}
