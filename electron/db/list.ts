import { eq, sql } from 'drizzle-orm'

import type { PromisePolicy } from '#shared/domain/promise'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { lists } from './schema/lead.ts'

const policyQuery = prepared((db) =>
  db
    .select({ policy: lists.promisePolicy })
    .from(lists)
    .where(eq(lists.id, sql.placeholder('id')))
    .prepare(),
)
/** Who keeps the promises of a list. */
export const policyOf = (db: Db, id: string): PromisePolicy =>
  policyQuery(db).get({ id })?.policy ?? 'owner_first'
