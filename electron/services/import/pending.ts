import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import type { Signal } from '#shared/domain/profile'
import type { QueuedLead } from './write.ts'
import type { Taken } from './take.ts'

type Changed = { person: KnownPerson; phones: Taken['phones']; emails: Taken['emails'] }

/**
 * What waits for the end of an import: all that touches somebody who was there before, every fact, and the queue. Until
 * then nothing but rows of its own was written, and those can be taken out again whole.
 */
export type Pending = {
  /** Persons that this import made. */
  made: Set<string>
  queued: QueuedLead[]
  changed: Map<string, Changed>
  companies: Set<KnownCompany>
  leads: Set<KnownLead>
  /** What was done since, on leads that were there. */
  signals: ({ leadId: string } & Signal)[]
  /** Leads to place by their facts, since their person was there before. */
  toPlace: Set<string>
  /** Whose a new lead is. */
  owned: Map<string, string>
  silenced: Set<string>
  unmailed: Set<string>
  again: { lead: KnownLead; end: KnownLead }[]
}

export const nothingPending = (): Pending => ({
  made: new Set(),
  queued: [],
  changed: new Map(),
  companies: new Set(),
  leads: new Set(),
  signals: [],
  toPlace: new Set(),
  owned: new Map(),
  silenced: new Set(),
  unmailed: new Set(),
  again: [],
})

const OF_COMPANY: ReadonlySet<string | null> = new Set(['industry', 'employees', 'website'])
/** `null` is a kept column. */
const OF_LEAD: ReadonlySet<string | null> = new Set(['source', 'campaign', 'company', null])

export function remember(pending: Pending, taken: Taken, queued: QueuedLead | null): void {
  const { person, judged, lead, row } = taken
  if (taken.isNewPerson) pending.made.add(person.id)
  if (queued) pending.queued.push(queued)
  else if (lead && person.leads.length > 0) pending.toPlace.add(lead.id)
  if (judged.changes.length > 0) {
    const before = pending.changed.get(person.id) ?? { person, phones: [], emails: [] }
    before.phones.push(...taken.phones)
    before.emails.push(...taken.emails)
    pending.changed.set(person.id, before)
    const isOf = (fields: ReadonlySet<string | null>) => judged.changes.some(({ field }) => fields.has(field))
    if (person.company && isOf(OF_COMPANY)) pending.companies.add(person.company)
    if (judged.lead && isOf(OF_LEAD)) pending.leads.add(judged.lead)
    for (const signal of taken.signals)
      if (judged.lead) pending.signals.push({ leadId: judged.lead.id, ...signal })
  }
  if (lead && row.values.ownerId !== null) pending.owned.set(lead.id, row.values.ownerId)
  if (row.values.doNotCall) pending.silenced.add(person.id)
  if (row.values.doNotEmail) pending.unmailed.add(person.id)
  // Another number, company or wish moves every lead of theirs.
  if (!taken.isNewPerson && (judged.changes.length > 0 || row.values.doNotCall))
    for (const { id } of person.leads) pending.toPlace.add(id)
  if (judged.verdict === 're_disqualified' && lead && judged.ended)
    pending.again.push({ lead, end: judged.ended.lead })
}
