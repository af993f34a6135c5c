import { and, desc, eq, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm'

import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers, calls } from './schema/facts.ts'
import { leads, lists } from './schema/lead.ts'
import { emails, persons, texts } from './schema/person.ts'
import { REFERRED } from './stage.ts'

const param = sql.placeholder

const emailQuery = prepared((db) =>
  db
    .select({ email: emails.email })
    .from(emails)
    .where(eq(emails.personId, param('personId')))
    .orderBy(emails.place)
    .prepare(),
)
export const emailsOf = (db: Db, personId: string): string[] =>
  emailQuery(db)
    .all({ personId })
    .map(({ email }) => email)

const MOST_COLLEAGUES = 12

/** Their newest word on who decides. */
const authority = sql<string | null>`(SELECT ${answers.grade} FROM ${answers}
  WHERE ${answers.leadId} = ${leads.id} AND ${answers.criterion} = 'authority'
  ORDER BY ${answers.clock} DESC LIMIT 1)`

/** Each walks no further than to the last that is shown: a company may have thousands of leads. */
const colleaguesWho = (isSo: SQL, ...order: SQL[]) =>
  prepared((db) =>
    db
      .select({
        leadId: leads.id,
        personId: leads.personId,
        name: persons.name,
        title: persons.title,
        authority,
        lastDialAt: leads.lastDialAt,
      })
      .from(leads)
      .innerJoin(persons, eq(persons.id, leads.personId))
      .where(and(eq(leads.companyId, param('companyId')), ne(leads.personId, param('personId')), isSo))
      .orderBy(...order)
      .limit(param('limit'))
      .prepare(),
  )
const dialledQuery = colleaguesWho(isNotNull(leads.lastDialAt), desc(leads.lastDialAt))
const othersQuery = colleaguesWho(isNull(leads.lastDialAt), sql`${leads}.rowid`)
/** Others at the company, those dialled last first, then as they came. */
export function colleaguesOf(db: Db, of: { personId: string; companyId: string }) {
  const dialled = dialledQuery(db).all({ ...of, limit: MOST_COLLEAGUES })
  const left = MOST_COLLEAGUES - dialled.length
  return left === 0 ? dialled : [...dialled, ...othersQuery(db).all({ ...of, limit: left })]
}

const elsewhereQuery = prepared((db) =>
  db
    .select({ leadId: leads.id, listName: lists.name, stage: leads.stage })
    .from(leads)
    .innerJoin(lists, eq(lists.id, leads.listId))
    .where(and(eq(leads.personId, param('personId')), ne(leads.id, param('leadId'))))
    .orderBy(lists.name, leads.id)
    .prepare(),
)
/** The person's other leads. */
export const elsewhereOf = (db: Db, of: { personId: string; leadId: string }) => elsewhereQuery(db).all(of)

const namedInCall = prepared((db) =>
  db
    .select({ leadId: leads.id, name: persons.name, clock: calls.clock })
    .from(calls)
    .innerJoin(texts, and(eq(texts.factId, calls.id), eq(texts.field, REFERRED)))
    .innerJoin(leads, eq(leads.id, texts.text))
    .innerJoin(persons, eq(persons.id, leads.personId))
    .where(and(eq(calls.leadId, param('leadId')), notUndone(calls.id)))
    .orderBy(desc(calls.clock))
    .limit(1)
    .prepare(),
)
const namedInAnswer = prepared((db) =>
  db
    .select({ leadId: leads.id, name: persons.name, clock: answers.clock })
    .from(answers)
    .innerJoin(texts, and(eq(texts.factId, answers.id), eq(texts.field, REFERRED)))
    .innerJoin(leads, eq(leads.id, texts.text))
    .innerJoin(persons, eq(persons.id, leads.personId))
    .where(eq(answers.leadId, param('leadId')))
    .orderBy(desc(answers.clock))
    .limit(1)
    .prepare(),
)
/** Whom this lead's person named last as the one to talk to, in a call or as the one who decides. */
export function namedBy(db: Db, leadId: string): { leadId: string; name: string } | null {
  const found = [namedInCall, namedInAnswer].flatMap((query) => query(db).get({ leadId }) ?? [])
  const [last] = found.toSorted((a, b) => (a.clock < b.clock ? 1 : -1))
  return last ? { leadId: last.leadId, name: last.name } : null
}
