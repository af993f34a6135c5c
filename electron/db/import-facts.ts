import { stampOf, type Clock } from './facts.ts'
import type { Db } from './open.ts'
import { stageChanges, suppressions } from './schema/facts.ts'
import { findLead, saveStanding } from './lead.ts'

/** A wish that stood in a file: about the person, whatever their numbers are. */
export function suppressPerson(db: Db, clock: Clock, personId: string, channel: 'call' | 'mail'): void {
  db.insert(suppressions)
    .values({ ...stampOf(db, clock), scope: 'person', channel, personId, source: 'import', lifted: false })
    .run()
}

export type Again = {
  leadId: string
  reason: string
  wakesAt: number | null
  refersTo: string | null
}

/** Closes a lead that came back while what closed the last one still holds. */
export function disqualifyAgain(db: Db, clock: Clock, { leadId, ...again }: Again, frozen: unknown): void {
  const { reason, wakesAt } = again
  const from = findLead(db, leadId)?.lead.bornAs ?? 'lead'
  db.insert(stageChanges)
    .values({ ...stampOf(db, clock), leadId, from, to: 'disqualified', frozen, ...again })
    .run()
  saveStanding(db, leadId, { stage: 'disqualified', reason, wakesAt })
}
