import { and, eq, or, sql } from 'drizzle-orm'

import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { suppressions, type SUPPRESSION_SCOPES } from './schema/facts.ts'
import { identities, phones } from './schema/person.ts'

export type Suppressed = {
  scope: (typeof SUPPRESSION_SCOPES)[number]
  /** The number it is about, whoever's it is. */
  e164: string | null
}

const param = sql.placeholder

/** Every number of the person, and whoever else's phone has it: what is asked for a number holds for all its owners. */
const numbers = sql`SELECT ${phones.id} FROM ${phones} WHERE ${phones.personId} = ${param('personId')}
  UNION SELECT theirs.id FROM ${phones} AS own
  JOIN ${identities} ON ${identities.kind} = 'phone' AND ${identities.key} = own.e164
  JOIN ${phones} AS theirs ON theirs.person_id = ${identities.personId} AND theirs.e164 = own.e164
  WHERE own.person_id = ${param('personId')}`

const query = prepared((db) =>
  db
    .select({
      id: suppressions.id,
      scope: suppressions.scope,
      e164: sql<
        string | null
      >`(SELECT ${phones.e164} FROM ${phones} WHERE ${phones.id} = ${suppressions.phoneId})`,
      lifted: suppressions.lifted,
      refersTo: suppressions.refersTo,
    })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.channel, 'call'),
        notUndone(suppressions.callId),
        or(
          and(eq(suppressions.personId, param('personId')), eq(suppressions.scope, 'person')),
          and(eq(suppressions.companyId, param('companyId')), eq(suppressions.scope, 'company')),
          and(sql`${suppressions.phoneId} IN (${numbers})`, eq(suppressions.scope, 'number')),
        ),
      ),
    )
    .prepare(),
)

/** Who must not be called, as it stands: a fact that was lifted by a later one is left out. */
export function suppressionsOf(db: Db, who: { personId: string; companyId: string | null }): Suppressed[] {
  const rows = query(db).all(who)
  const ended = new Set(rows.filter(({ lifted }) => lifted).map(({ refersTo }) => refersTo))
  return rows.filter(({ id, lifted }) => !lifted && !ended.has(id))
}
