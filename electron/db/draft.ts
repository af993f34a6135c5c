import { and, eq, isNull, ne, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { drafts } from './schema/desk.ts'
import { answers } from './schema/facts.ts'

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

export function putDraft(db: Db, draft: Draft): Draft {
  const { leadId: _, ...changes } = draft
  db.insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.leadId, set: changes }).run()
  return draft
}

export const dropDraft = (db: Db, leadId: string): void =>
  void db.delete(drafts).where(eq(drafts.leadId, leadId)).run()

/** Leads that a rep only looked at are not theirs: nothing dialled, nothing written, nothing answered. */
export function dropUntouched(db: Db, repId: string, keptLeadId: string): void {
  const isAnswered = sql`exists (select 1 from ${answers} where ${answers.callId} = ${drafts.callId})`
  db.delete(drafts)
    .where(
      and(
        eq(drafts.repId, repId),
        ne(drafts.leadId, keptLeadId),
        isNull(drafts.dialledAt),
        isNull(drafts.answeredAt),
        eq(drafts.note, ''),
        sql`not ${isAnswered}`,
      ),
    )
    .run()
}
