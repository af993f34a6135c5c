import { and, eq, gte, lt } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { reps, settings } from './schema/desk.ts'

const KEY = 'hours@'
/** The sign after "@": what sorts between the two are the hours of reps. */
const AFTER = 'hoursA'

export const hoursKey = (repId: string): string => KEY + repId

const hoursQuery = prepared((db) =>
  db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(and(gte(settings.key, KEY), lt(settings.key, AFTER)))
    .prepare(),
)
/** What was said about when reps work, by rep, as it is stored. */
export const storedHours = (db: Db): Map<string, unknown> =>
  new Map(
    hoursQuery(db)
      .all()
      .map(({ key, value }) => [key.slice(KEY.length), value]),
  )

const goneQuery = prepared((db) =>
  db.select({ id: reps.id }).from(reps).where(eq(reps.active, false)).prepare(),
)
/** Reps that are not on the team any more. */
export const goneReps = (db: Db): string[] =>
  goneQuery(db)
    .all()
    .map(({ id }) => id)
