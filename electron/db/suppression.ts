import { and, eq, ne, sql } from 'drizzle-orm'

import type { Scope } from '#shared/domain/logged'

import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { suppressions } from './schema/facts.ts'
import { identities, phones } from './schema/person.ts'

export type Suppressed = {
  scope: Scope
  /** The number it is about, whoever's it is. */
  e164: string | null
}

const param = sql.placeholder

const COLUMNS = {
  id: suppressions.id,
  scope: suppressions.scope,
  lifted: suppressions.lifted,
  refersTo: suppressions.refersTo,
} as const
const stands = and(eq(suppressions.channel, 'call'), notUndone(suppressions.callId))
const NO_NUMBER = sql<string | null>`NULL`

const personQuery = prepared((db) =>
  db
    .select({ ...COLUMNS, e164: NO_NUMBER })
    .from(suppressions)
    .where(and(eq(suppressions.personId, param('id')), eq(suppressions.scope, 'person'), stands))
    .prepare(),
)
const companyQuery = prepared((db) =>
  db
    .select({ ...COLUMNS, e164: NO_NUMBER })
    .from(suppressions)
    .where(and(eq(suppressions.companyId, param('id')), eq(suppressions.scope, 'company'), stands))
    .prepare(),
)
const phoneQuery = prepared((db) =>
  db
    .select({ ...COLUMNS, e164: sql<string | null>`${param('e164')}` })
    .from(suppressions)
    .where(and(eq(suppressions.phoneId, param('id')), eq(suppressions.scope, 'number'), stands))
    .prepare(),
)
/** What is asked for a number holds for everybody who has it. */
const sharedQuery = prepared((db) =>
  db
    .select({ ...COLUMNS, e164: sql<string | null>`${identities.key}` })
    .from(identities)
    .innerJoin(phones, and(eq(phones.personId, identities.personId), eq(phones.e164, identities.key)))
    .innerJoin(suppressions, eq(suppressions.phoneId, phones.id))
    .where(
      and(
        eq(identities.kind, 'phone'),
        eq(identities.key, param('e164')),
        ne(phones.id, param('id')),
        eq(suppressions.scope, 'number'),
        stands,
      ),
    )
    .prepare(),
)

type Who = {
  personId: string
  companyId: string | null
  phones: readonly { id: string; e164: string }[]
}

/** Who must not be called, as it stands: a fact that was lifted by a later one is left out. */
export function suppressionsOf(db: Db, { personId, companyId, phones }: Who): Suppressed[] {
  const rows = [
    ...personQuery(db).all({ id: personId }),
    ...(companyId === null ? [] : companyQuery(db).all({ id: companyId })),
    ...phones.flatMap(({ id, e164 }) => [
      ...phoneQuery(db).all({ id, e164 }),
      ...sharedQuery(db).all({ id, e164 }),
    ]),
  ]
  const ended = new Set(rows.filter(({ lifted }) => lifted).map(({ refersTo }) => refersTo))
  return rows.filter(({ id, lifted }) => !lifted && !ended.has(id))
}
