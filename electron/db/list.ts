import { count, eq, sql } from 'drizzle-orm'

import { AHEAD } from '#shared/domain/list'
import type { PromisePolicy } from '#shared/domain/promise'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { leads, lists } from './schema/lead.ts'

const listQuery = prepared((db) =>
  db
    .select({ name: lists.name, policy: lists.promisePolicy, priority: lists.priority })
    .from(lists)
    .where(eq(lists.id, sql.placeholder('id')))
    .prepare(),
)
/** Who keeps the promises of a list. */
export const policyOf = (db: Db, id: string): PromisePolicy =>
  listQuery(db).get({ id })?.policy ?? 'owner_first'

/** By how many milliseconds a list goes before others. */
export const aheadOf = (db: Db, id: string): number => AHEAD[listQuery(db).get({ id })?.priority ?? 'normal']

export const listName = (db: Db, id: string): string | null => listQuery(db).get({ id })?.name ?? null

const idsQuery = prepared((db) => db.select({ id: lists.id }).from(lists).prepare())
export const listIds = (db: Db): string[] =>
  idsQuery(db)
    .all()
    .map(({ id }) => id)

/** Leads of each list that has any, by its id. It reads them all: a tenth of a second a million. */
export const countLeadsByList = (db: Db): Record<string, number> =>
  Object.fromEntries(
    db
      .select({ listId: leads.listId, n: count() })
      .from(leads)
      .groupBy(leads.listId)
      .all()
      .map(({ listId, n }) => [listId, n]),
  )
