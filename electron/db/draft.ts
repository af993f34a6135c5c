import { and, eq, isNull, ne, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { drafts, leases } from './schema/desk.ts'
import { answers, objections } from './schema/facts.ts'

export type Draft = typeof drafts.$inferSelect

const draftQuery = prepared((db) =>
  db
    .select()
    .from(drafts)
    .where(eq(drafts.leadId, sql.placeholder('leadId')))
    .prepare(),
)

/** What is on the desk of a lead before its outcome. */
export const findDraft = (db: Db, leadId: string): Draft | undefined => draftQuery(db).get({ leadId })

const dropQuery = prepared((db) =>
  db
    .delete(drafts)
    .where(eq(drafts.leadId, sql.placeholder('leadId')))
    .prepare(),
)
export const dropDraft = (db: Db, leadId: string): void => void dropQuery(db).run({ leadId })

const insertDraft = inserter(drafts)
export function putDraft(db: Db, draft: Draft): Draft {
  dropDraft(db, draft.leadId)
  insertDraft(db, draft)
  return draft
}

const untouchedQuery = prepared((db) =>
  db
    .delete(drafts)
    .where(
      and(
        eq(drafts.repId, sql.placeholder('repId')),
        ne(drafts.leadId, sql.placeholder('keptLeadId')),
        isNull(drafts.dialledAt),
        isNull(drafts.answeredAt),
        eq(drafts.note, ''),
        sql`not exists (select 1 from ${leases} where ${leases.leadId} = ${drafts.leadId}
          and ${leases.seat} <> ${sql.placeholder('seat')} and ${leases.until} > ${sql.placeholder('now')})`,
        sql`not exists (select 1 from ${answers} where ${answers.callId} = ${drafts.callId})`,
        sql`not exists (select 1 from ${objections} where ${objections.callId} = ${drafts.callId})`,
      ),
    )
    .prepare(),
)
/**
 * Leads that a rep only looked at are not theirs: nothing dialled, written, answered or objected to, and not before
 * another window of theirs.
 */
export const dropUntouched = (
  db: Db,
  of: { repId: string; keptLeadId: string; seat: string; now: number },
): void => void untouchedQuery(db).run(of)
