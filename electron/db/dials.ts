import { and, eq, gte, ne, notInArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'

import { has, OUTCOME_IDS } from '#shared/domain/outcome'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { calls } from './schema/facts.ts'
import { identities, phones } from './schema/person.ts'

const param = sql.placeholder

/** Not even an attempt: the line failed before it rang anywhere. */
const NO_DIAL = OUTCOME_IDS.filter((outcome) => !has(outcome, 'attempt'))
export const isDial = and(
  gte(calls.dialledAt, param('since')),
  notInArray(calls.outcome, NO_DIAL),
  notUndone(calls.id),
)

/** The person of a fact is the person of its lead: a merge moves the leads and rewrites no fact. */
export const ofPerson = (leadId: SQLWrapper, id: SQLWrapper): SQL =>
  sql`${leadId} IN (SELECT id FROM leads WHERE person_id = ${id})`

const personQuery = prepared((db) =>
  db
    .select({ at: calls.dialledAt, leadId: calls.leadId })
    .from(calls)
    .where(and(ofPerson(calls.leadId, param('id')), isDial))
    .prepare(),
)
const companyQuery = prepared((db) =>
  db
    .select({ at: calls.dialledAt })
    .from(calls)
    .where(and(eq(calls.companyId, param('id')), isDial))
    .prepare(),
)
const numberQuery = prepared((db) =>
  db
    .select({ at: calls.dialledAt })
    .from(calls)
    .where(and(eq(calls.phoneId, param('id')), isDial))
    .prepare(),
)
/** Through the identities, since a number may stand with several people, each with a phone of their own. */
const sharedQuery = prepared((db) =>
  db
    .select({ at: calls.dialledAt })
    .from(identities)
    .innerJoin(phones, and(eq(phones.personId, identities.personId), eq(phones.e164, identities.key)))
    .innerJoin(calls, eq(calls.phoneId, phones.id))
    .where(
      and(
        eq(identities.kind, 'phone'),
        eq(identities.key, param('e164')),
        ne(phones.id, param('id')),
        isDial,
      ),
    )
    .prepare(),
)

const times = (rows: { at: number }[]) => rows.map(({ at }) => at)

/** Dials of a person since an instant, with the lead each was made for. */
export const dialsOfPerson = (db: Db, id: string, since: number) => personQuery(db).all({ id, since })

export const dialsOfCompany = (db: Db, id: string, since: number) =>
  times(companyQuery(db).all({ id, since }))

/** Dials of a number, whoever of those it belongs to was asked for. */
export const dialsOfNumber = (db: Db, { id, e164 }: { id: string; e164: string }, since: number) => [
  ...times(numberQuery(db).all({ id, since })),
  ...times(sharedQuery(db).all({ id, e164, since })),
]
