import { and, eq, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers } from './schema/facts.ts'
import { leads } from './schema/lead.ts'
import { persons, texts } from './schema/person.ts'

const param = sql.placeholder

const COLUMNS = {
  id: answers.id,
  leadId: answers.leadId,
  personId: answers.personId,
  repId: answers.repId,
  criterion: answers.criterion,
  state: answers.state,
  grade: answers.grade,
  at: answers.at,
  date: answers.date,
  callId: answers.callId,
  clock: answers.clock,
  amountMinor: answers.amountMinor,
  currency: answers.currency,
  evidence: texts.text,
  /** Whose words they are: of the person of the lead, whoever they were taken for by then. */
  name: persons.name,
}

const rowsOf = (db: Db) =>
  db
    .select(COLUMNS)
    .from(answers)
    .innerJoin(persons, sql`${persons.id} = (SELECT person_id FROM leads WHERE leads.id = ${answers.leadId})`)
    .leftJoin(texts, and(eq(texts.factId, answers.id), eq(texts.field, 'evidence')))

const ownQuery = prepared((db) =>
  rowsOf(db)
    .where(eq(answers.leadId, param('leadId')))
    .orderBy(answers.clock)
    .prepare(),
)
export type AnswerRow = ReturnType<typeof answerRows>[number]

/** Every answer of a lead, oldest first, with its evidence. */
export const answerRows = (db: Db, leadId: string) => ownQuery(db).all({ leadId })

/** A company may have thousands of leads; those dialled last say most. */
const MOST_COLLEAGUES = 50

const sharedQuery = prepared((db) =>
  rowsOf(db)
    .where(
      sql`${answers.leadId} IN (
        SELECT ${leads.id} FROM ${leads} WHERE ${leads.personId} = ${param('personId')} AND ${leads.id} <> ${param('id')}
        UNION SELECT id FROM (
          SELECT ${leads.id} AS id FROM ${leads}
          WHERE ${leads.companyId} = ${param('companyId')} AND ${leads.personId} <> ${param('personId')}
            AND ${leads.lastDialAt} IS NOT NULL
          ORDER BY ${leads.lastDialAt} DESC LIMIT ${MOST_COLLEAGUES}))`,
    )
    .orderBy(answers.clock)
    .prepare(),
)

/** The newest answer a criterion of each other lead of the person and of each colleague's, oldest first. */
export function sharedAnswers(
  db: Db,
  of: { id: string; personId: string; companyId: string | null },
): AnswerRow[] {
  const { id, personId, companyId } = of
  const rows = sharedQuery(db).all({ id, personId, companyId })
  const newest = new Map(rows.map((row) => [`${row.leadId} ${row.criterion}`, row]))
  return rows.filter((row) => newest.get(`${row.leadId} ${row.criterion}`) === row)
}
