import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { LANGUAGES } from '#shared/domain/language'

import { PRIORITIES } from '#shared/domain/list'
import { PROMISE_POLICIES } from '#shared/domain/promise'
import { STAGES } from '#shared/domain/stage'
import { companies, persons } from './person.ts'

export const lists = sqliteTable('lists', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Declared B2B; otherwise its people are consumers. */
  business: integer({ mode: 'boolean' }).notNull(),
  /** ISO country for national numbers and for people without one. */
  country: text().notNull(),
  language: text({ enum: LANGUAGES }).notNull(),
  /** Whole cost of the list in minor units. */
  costMinor: integer('cost_minor'),
  currency: text(),
  /** Lawful basis, in words. */
  basis: text(),
  script: text({ mode: 'json' }).$type<unknown>(),
  /** Who keeps a promise that is due. */
  promisePolicy: text('promise_policy', { enum: PROMISE_POLICIES }).notNull().default('owner_first'),
  /** Among the lists that a rep works as one queue. */
  priority: text({ enum: PRIORITIES }).notNull().default('normal'),
  createdAt: integer('created_at').notNull(),
})

/** One episode of interest of one person on one list. Stage and the columns after it are caches of the facts. */
export const leads = sqliteTable(
  'leads',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    companyId: text('company_id').references(() => companies.id),
    listId: text('list_id')
      .notNull()
      .references(() => lists.id),
    externalId: text('external_id'),
    /** As shown; grouped by `source_key`, so that "Google" and "google" are one. */
    source: text(),
    sourceKey: text('source_key'),
    campaign: text(),
    importId: text('import_id'),
    /** When the interest arrived, epoch ms; the creation when the file said nothing. */
    arrivedAt: integer('arrived_at').notNull(),
    createdAt: integer('created_at').notNull(),
    /** The stage it was created in, where its facts start from. */
    bornAs: text('born_as', { enum: STAGES }).notNull(),
    /** Unmapped columns by header. */
    extra: text({ mode: 'json' }).$type<Record<string, string>>(),

    stage: text({ enum: STAGES }).notNull(),
    /** Why it is in nurture, disqualified or lost. */
    reason: text(),
    /** When nurture wakes or a disqualification is looked at again, epoch ms. */
    wakesAt: integer('wakes_at'),
    ownerId: text('owner_id'),
    /** Whole hundredths, 0-10000. */
    fit: integer().notNull(),
    bantNow: integer('bant_now').notNull(),
    /** Unreached attempts since the last call with the person. */
    attempts: integer().notNull(),
    dials: integer().notNull(),
    firstDialAt: integer('first_dial_at'),
    lastDialAt: integer('last_dial_at'),
  },
  (t) => [
    index('leads_by_person').on(t.personId),
    index('leads_by_list').on(t.listId, t.stage),
    index('leads_by_company').on(t.companyId),
    // The few of a company of thousands that the desk shows first.
    index('leads_dialled')
      .on(t.companyId, t.lastDialAt)
      .where(sql`${t.lastDialAt} is not null`),
    index('leads_by_import').on(t.importId),
    index('leads_by_owner')
      .on(t.ownerId)
      .where(sql`${t.ownerId} is not null`),
    index('leads_by_waking')
      .on(t.stage, t.wakesAt)
      .where(sql`${t.wakesAt} is not null`),
  ],
)

/** What a lead did: the ground of the behaviour score. Kinds are those of `shared/domain/score`. */
export const signals = sqliteTable(
  'signals',
  {
    id: text().primaryKey(),
    leadId: text('lead_id')
      .notNull()
      .references(() => leads.id),
    kind: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [index('signals_by_lead').on(t.leadId)],
)
