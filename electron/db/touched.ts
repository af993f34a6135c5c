import { and, eq, ne, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { leads } from './schema/lead.ts'
import { identities, persons } from './schema/person.ts'

const oneQuery = prepared((db) =>
  db
    .select({ id: leads.id })
    .from(leads)
    .where(eq(leads.id, sql.placeholder('id')))
    .prepare(),
)
export const hasLead = (db: Db, id: string): boolean => oneQuery(db).get({ id }) !== undefined

const erasedQuery = prepared((db) =>
  db
    .select({ at: persons.erasedAt })
    .from(leads)
    .innerJoin(persons, eq(persons.id, leads.personId))
    .where(eq(leads.id, sql.placeholder('id')))
    .prepare(),
)
/** The person of a lead was erased. */
export const isErased = (db: Db, id: string): boolean => (erasedQuery(db).get({ id })?.at ?? null) !== null

const companyQuery = prepared((db) =>
  db
    .select({ id: leads.id })
    .from(leads)
    .where(eq(leads.companyId, sql.placeholder('companyId')))
    .prepare(),
)
/** Leads of a company, in every list and stage. */
export const leadsOfCompany = (db: Db, companyId: string): string[] =>
  companyQuery(db)
    .all({ companyId })
    .map(({ id }) => id)

const personQuery = prepared((db) =>
  db
    .select({ id: leads.id })
    .from(leads)
    .where(eq(leads.personId, sql.placeholder('personId')))
    .prepare(),
)
export const leadsOfPerson = (db: Db, personId: string): string[] =>
  personQuery(db)
    .all({ personId })
    .map(({ id }) => id)

/** Who else has this number. */
export const sharersOf = (db: Db, { e164, personId }: { e164: string; personId: string }): string[] =>
  db
    .select({ id: identities.personId })
    .from(identities)
    .where(and(eq(identities.kind, 'phone'), eq(identities.key, e164), ne(identities.personId, personId)))
    .all()
    .map(({ id }) => id)
