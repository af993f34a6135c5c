import { and, eq, notExists, or, sql } from 'drizzle-orm'

import { CLOSED_STAGES } from '#shared/domain/stage'

import type { Db } from './open.ts'
import { removePerson } from './person.ts'
import { drafts } from './schema/desk.ts'
import { answers, calls, objections, promises, stageChanges } from './schema/facts.ts'
import { exportedLeads } from './schema/files.ts'
import { leads, signals } from './schema/lead.ts'
import { identities, persons, texts } from './schema/person.ts'
import { queue } from './schema/queue.ts'

/** People known by one of these keys, with the name they go by. */
export const peopleKnownBy = (db: Db, keys: { email: string | null; phone: string | null }) =>
  db
    .selectDistinct({ id: persons.id, name: persons.name, kind: identities.kind })
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(
      or(
        and(eq(identities.kind, 'email'), eq(identities.key, keys.email ?? '')),
        and(eq(identities.kind, 'phone'), eq(identities.key, keys.phone ?? '')),
      ),
    )
    .all()

export const insertPerson = (db: Db, person: Omit<typeof persons.$inferInsert, 'n'>): number =>
  Number(db.insert(persons).values(person).run().lastInsertRowid)

export const insertLead = (db: Db, lead: typeof leads.$inferInsert) =>
  void db.insert(leads).values(lead).run()

export const openLeadOf = (db: Db, personId: string, listId: string): string | null =>
  db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        eq(leads.personId, personId),
        eq(leads.listId, listId),
        sql`${leads.stage} NOT IN ${[...CLOSED_STAGES]}`,
      ),
    )
    .get()?.id ?? null

/** Nobody has called, answered, moved or handed over this lead, or looks at it with something written. */
export function isUntouched(db: Db, leadId: string): boolean {
  const facts = [calls, answers, objections, promises, stageChanges, exportedLeads]
  const none = facts.map((table) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(eq(table.leadId, leadId)),
    ),
  )
  const isTyped = and(
    eq(drafts.leadId, leadId),
    sql`(${drafts.note} <> '' OR ${drafts.dialledAt} IS NOT NULL)`,
  )
  const noDraft = notExists(
    db
      .select({ one: sql`1` })
      .from(drafts)
      .where(isTyped),
  )
  return (
    db
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), noDraft, ...none))
      .get() !== undefined
  )
}

/** Takes a lead out again, and its person when they were made at that same instant and nothing else is known of them. */
export function removeLead(db: Db, leadId: string, madeAt: number): void {
  const found = db
    .select({ person: persons })
    .from(leads)
    .innerJoin(persons, eq(persons.id, leads.personId))
    .where(eq(leads.id, leadId))
    .get()
  if (!found) return
  for (const table of [queue, drafts, signals]) db.delete(table).where(eq(table.leadId, leadId)).run()
  db.delete(leads).where(eq(leads.id, leadId)).run()
  const { id, n, createdAt } = found.person
  const hasLeads = db.select({ id: leads.id }).from(leads).where(eq(leads.personId, id)).limit(1).get()
  if (hasLeads || createdAt !== madeAt) return
  removePerson(db, { personId: id, n, companyId: null }, [])
  db.delete(texts).where(eq(texts.personId, id)).run()
}
