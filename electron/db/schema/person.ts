import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { PHONE_STATUSES, PHONE_TYPES } from '#shared/domain/phone-kind'

export const companies = sqliteTable(
  'companies',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Folded: case, accents and legal form gone. */
    key: text().notNull(),
    domain: text(),
    industry: text(),
    employees: integer(),
    country: text(),
    city: text(),
  },
  (t) => [index('companies_by_key').on(t.key)],
)

/** Identities: all that says who somebody is stands here and in the tables below, never in a fact. */
export const persons = sqliteTable(
  'persons',
  {
    /** For the search index, which needs a number that a backup does not change. */
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    name: text().notNull(),
    givenName: text('given_name'),
    familyName: text('family_name'),
    title: text(),
    companyId: text('company_id').references(() => companies.id),
    language: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    province: text(),
    postalCode: text('postal_code'),
    city: text(),
    /** IANA, set by hand; it wins over what the number or the postcode says. */
    zone: text(),
    createdAt: integer('created_at').notNull(),
    /** When what is known of them was last written where it came from, epoch ms; null = when they were created. */
    asOf: integer('as_of'),
    erasedAt: integer('erased_at'),
  },
  (t) => [index('persons_by_company').on(t.companyId)],
)

export const phones = sqliteTable(
  'phones',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    e164: text().notNull(),
    extension: text(),
    type: text({ enum: PHONE_TYPES }).notNull(),
    status: text({ enum: PHONE_STATUSES }).notNull(),
    place: integer().notNull(),
  },
  (t) => [index('phones_by_person').on(t.personId)],
)

export const emails = sqliteTable(
  'emails',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    email: text().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.place] })],
)

/** The identity ladder's keys: `external` (list-free external id), `email` (folded), `phone` (E.164), `name` (with company). */
export const IDENTITY_KINDS = ['external', 'email', 'phone', 'name'] as const
export const identities = sqliteTable(
  'identities',
  {
    kind: text({ enum: IDENTITY_KINDS }).notNull(),
    key: text().notNull(),
    personId: text('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.personId] })],
)

/** What people said or wrote, apart from the facts that it belongs to, so that erasing rewrites no fact. */
export const texts = sqliteTable(
  'texts',
  {
    factId: text('fact_id').notNull(),
    field: text().notNull(),
    personId: text('person_id').notNull(),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.factId, t.field] }), index('texts_by_person').on(t.personId)],
)
