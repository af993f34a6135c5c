import { sql } from 'drizzle-orm'

import { nextClock } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { indexPerson } from '#electron/db/search'
import { reps } from '#electron/db/schema/desk'
import { calls, promises, stageChanges, undos, verdicts } from '#electron/db/schema/facts'
import { leads, lists } from '#electron/db/schema/lead'
import { companies, emails, persons, phones, texts } from '#electron/db/schema/person'
import type { Role } from '#shared/domain/people'
import { type OutcomeId, type WhoSpoke } from '#shared/domain/outcome'
import type { Stage } from '#shared/domain/stage'

/** Writes people, leads and facts straight into the store, for tests of what only reads them. */
export function historyOf(db: Db, newId: () => string) {
  let seq = 0
  const stamp = (repId: string, at: number) => ({
    id: newId(),
    repId,
    device: 'd',
    seq: ++seq,
    at,
    offset: 60,
    clock: nextClock('', at, String(seq).padStart(6, '0')),
    ruleVersion: 1,
  })

  return {
    rep(name: string, role: Role = 'rep'): string {
      const id = newId()
      db.insert(reps).values({ id, name, role, active: true, createdAt: 0 }).run()
      return id
    },

    list(name: string, country = 'ES'): string {
      const id = newId()
      const row = { id, name, business: true, country, language: 'es', createdAt: 0 } as const
      db.insert(lists).values(row).run()
      return id
    },

    company(name: string, more: Partial<typeof companies.$inferInsert> = {}): string {
      const id = newId()
      db.insert(companies)
        .values({ id, name, key: name.toLowerCase(), ...more })
        .run()
      return id
    },

    /** A person with numbers and e-mails, findable. */
    person(name: string, more: PersonMore = {}): string {
      const { phones: e164s = [], emails: mails = [], company, ...rest } = more
      const id = newId()
      const row = db
        .insert(persons)
        .values({ id, name, createdAt: 0, companyId: company?.id ?? null, ...rest })
        .returning({ n: persons.n })
        .get()
      e164s.forEach((e164, place) =>
        db
          .insert(phones)
          .values({ id: newId(), personId: id, e164, type: 'other', status: 'ok', place })
          .run(),
      )
      mails.forEach((email, place) => db.insert(emails).values({ personId: id, email, place }).run())
      indexPerson(db, { n: row.n, name, company: company?.name ?? null, phones: e164s, emails: mails })
      return id
    },

    lead(personId: string, listId: string, more: Partial<typeof leads.$inferInsert> = {}): string {
      const id = newId()
      const born = more.bornAs ?? 'lead'
      const row = { id, personId, listId, arrivedAt: 0, createdAt: 0, bornAs: born, stage: born, ...ZEROES }
      db.insert(leads)
        .values({ ...row, ...more })
        .run()
      return id
    },

    call(fact: CallGiven): string {
      const { leadId, personId, listId, repId, at, outcome, note, ...rest } = fact
      const row = { ...stamp(repId, at), leadId, personId, listId, outcome, dialledAt: at, ...CALL, ...rest }
      db.insert(calls).values(row).run()
      if (note) db.insert(texts).values({ factId: row.id, field: 'note', personId, text: note }).run()
      return row.id
    },

    stage(fact: { leadId: string; repId: string; at: number; to: Stage } & Partial<StageRow>): string {
      const { repId, at, ...rest } = fact
      const row = { ...stamp(repId, at), from: 'lead' as const, frozen: {}, ...rest }
      db.insert(stageChanges).values(row).run()
      return row.id
    },

    promise(
      fact: { leadId: string; personId: string; repId: string; at: number } & Partial<PromiseRow>,
    ): string {
      const { repId, at, ...rest } = fact
      const row = {
        ...stamp(repId, at),
        kind: 'meeting' as const,
        dueAt: at + 86_400_000,
        agreed: true,
        ...rest,
      }
      db.insert(promises).values(row).run()
      return row.id
    },

    verdict(leadId: string, repId: string, at: number, verdict: 'accepted' | 'rejected' | 'won' | 'lost') {
      db.insert(verdicts)
        .values({ ...stamp(repId, at), leadId, verdict })
        .run()
    },

    /** What `refresh` keeps on the lead: its first dial that stands. */
    firstDials(): void {
      db.run(sql`UPDATE leads SET first_dial_at = (SELECT min(dialled_at) FROM live_calls
        WHERE lead_id = leads.id AND outcome <> 'technical_failure')`)
    },

    undo(callId: string, repId: string, at: number): void {
      db.insert(undos)
        .values({ ...stamp(repId, at), callId })
        .run()
    },
  }
}

export type History = ReturnType<typeof historyOf>

type StageRow = typeof stageChanges.$inferInsert
type PromiseRow = typeof promises.$inferInsert
type PersonMore = Partial<Omit<typeof persons.$inferInsert, 'companyId'>> & {
  phones?: string[]
  emails?: string[]
  company?: { id: string; name: string }
}
type CallGiven = {
  leadId: string
  personId: string
  listId: string
  repId: string
  at: number
  outcome: OutcomeId
  spoke?: WhoSpoke | null
  talk?: number | null
  answers?: number
  phoneId?: string
  companyId?: string
  leftMessage?: boolean
  ownOutcome?: string
  importId?: string | null
  note?: string
}

const ZEROES = { fit: 0, bantNow: 0, attempts: 0, dials: 0 }
const CALL = { byHand: false, talkAtLeast: false, wrap: 0, leftMessage: false, answers: 0 }
