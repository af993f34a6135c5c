import { and, desc, eq, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { calls, opportunities, stageChanges } from './schema/facts.ts'
import { texts } from './schema/person.ts'

const param = sql.placeholder

export const insertStageChange = inserter(stageChanges)

export const insertOpportunity = inserter(opportunities)

const opportunityQuery = prepared((db) =>
  db
    .select({ opportunity: opportunities, problem: texts.text })
    .from(opportunities)
    .leftJoin(texts, and(eq(texts.factId, opportunities.id), eq(texts.field, 'problem')))
    .where(eq(opportunities.leadId, param('leadId')))
    .orderBy(desc(opportunities.at), desc(opportunities.clock))
    .limit(1)
    .prepare(),
)
/** The opportunity of a lead as it was last saved, and the problem in their words. */
export const findOpportunity = (db: Db, leadId: string) => opportunityQuery(db).get({ leadId })

/** Kept beside a call that referred somebody: the lead of whom they named. */
export const REFERRED = 'referred'

const giverQuery = prepared((db) =>
  db
    .select({ leadId: calls.leadId, at: calls.at, callId: calls.id })
    .from(texts)
    .innerJoin(calls, eq(calls.id, texts.factId))
    .where(
      and(
        sql`${texts.personId} IN (SELECT ${param('personId')} UNION ALL SELECT other_id FROM live_pairings
          WHERE kept_id = ${param('personId')} AND verdict = 'same')`,
        eq(texts.field, REFERRED),
        eq(texts.text, param('id')),
        notUndone(calls.id),
      ),
    )
    .orderBy(desc(calls.clock))
    .limit(1)
    .prepare(),
)
/** Who gave this lead's name, in which call and when. */
export const giverOf = (db: Db, lead: { id: string; personId: string }) =>
  giverQuery(db).get({ id: lead.id, personId: lead.personId })
