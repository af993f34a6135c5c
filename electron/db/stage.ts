import { and, desc, eq, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers, calls, opportunities, stageChanges } from './schema/facts.ts'
import { texts } from './schema/person.ts'

const param = sql.placeholder

export const insertStageChange = inserter(stageChanges)

const sqlQuery = prepared((db) =>
  db
    .select({ id: stageChanges.id })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.leadId, param('leadId')),
        eq(stageChanges.to, 'sql'),
        notUndone(stageChanges.callId),
      ),
    )
    .limit(1)
    .prepare(),
)
/** Whether a lead ever became an SQL by a change that stands; one that came as an SQL did not. */
export const wasSql = (db: Db, leadId: string): boolean => sqlQuery(db).get({ leadId }) !== undefined

export const insertOpportunity = inserter(opportunities)

const opportunityQuery = prepared((db) =>
  db
    .select({ opportunity: opportunities, problem: texts.text })
    .from(opportunities)
    .leftJoin(texts, and(eq(texts.factId, opportunities.id), eq(texts.field, 'problem')))
    .where(eq(opportunities.leadId, param('leadId')))
    .orderBy(desc(opportunities.clock))
    .limit(1)
    .prepare(),
)
/** The opportunity of a lead as it was last saved, and the problem in their words. */
export const findOpportunity = (db: Db, leadId: string) => opportunityQuery(db).get({ leadId })

/** Kept beside a call that referred somebody: the lead of whom they named. */
export const REFERRED = 'referred'

const given = () =>
  and(
    sql`${texts.personId} IN (SELECT ${param('personId')} UNION ALL SELECT other_id FROM live_pairings
      WHERE kept_id = ${param('personId')} AND verdict = 'same')`,
    eq(texts.field, REFERRED),
    eq(texts.text, param('id')),
  )
const giverCall = prepared((db) =>
  db
    .select({ leadId: calls.leadId, at: calls.at, callId: calls.id, clock: calls.clock })
    .from(texts)
    .innerJoin(calls, eq(calls.id, texts.factId))
    .where(and(given(), notUndone(calls.id)))
    .orderBy(desc(calls.clock))
    .limit(1)
    .prepare(),
)
const giverAnswer = prepared((db) =>
  db
    .select({ leadId: answers.leadId, at: answers.at, callId: answers.id, clock: answers.clock })
    .from(texts)
    .innerJoin(answers, eq(answers.id, texts.factId))
    .where(given())
    .orderBy(desc(answers.clock))
    .limit(1)
    .prepare(),
)
/** Who gave this lead's name, in which call, or by which answer, and when. */
export function giverOf(db: Db, { id, personId }: { id: string; personId: string }) {
  const found = [giverCall, giverAnswer].flatMap((query) => query(db).get({ id, personId }) ?? [])
  return found.toSorted((a, b) => (a.clock < b.clock ? 1 : -1))[0]
}
