import type { CompanyLook } from '#shared/domain/identity/companies'
import type { Look } from '#shared/domain/identity/look'
import { isStandIn } from '#shared/domain/identity/stand-in'
import { keptColumns } from './columns.ts'
import { readSettings, writeSetting } from './people.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type PersonLook = Omit<Look, 'phones' | 'fixed' | 'emails' | 'extra'> & { n: number }
const PERSON = `SELECT persons.n, persons.id, persons.name, given_name AS givenName, family_name AS familyName, title,
  companies.name AS company, companies.domain AS domain, persons.city, province, postal_code AS postalCode,
  persons.country FROM persons LEFT JOIN companies ON companies.id = persons.company_id WHERE erased_at IS NULL`

/** People in the order they came, after number `n`: all that they are compared by. */
export const looksAfter = (db: Db, n: number, limit: number): (Look & { n: number })[] =>
  raw<PersonLook>(db, `${PERSON} AND persons.n > ? ORDER BY persons.n LIMIT ?`)
    .all(n, limit)
    .map((row) => withRest(db, row))

export const lookAt = (db: Db, n: number): Look | null => {
  const row = raw<PersonLook>(db, `${PERSON} AND persons.n = ?`).get(n)
  return row ? withRest(db, row) : null
}

function withRest(db: Db, row: PersonLook): Look & { n: number } {
  const phones = raw<{ e164: string; isFixed: number }>(
    db,
    "SELECT e164, type = 'fixed' OR status = 'switchboard' AS isFixed FROM phones WHERE person_id = ? ORDER BY place",
  ).all(row.id)
  const emails = raw<{ email: string }>(db, 'SELECT email FROM emails WHERE person_id = ? ORDER BY place')
    .all(row.id)
    .map(({ email }) => email)
  const leads = raw<{ externalId: string | null; extra: string | null }>(
    db,
    'SELECT external_id AS externalId, extra FROM leads WHERE person_id = ? ORDER BY id LIMIT 5',
  ).all(row.id)
  const numbers = phones.map(({ e164 }) => e164)
  const ids = leads.flatMap(({ externalId }) => externalId ?? [])
  const isNamed = !isStandIn(row.name, [...numbers, ...emails, ...ids])
  return {
    ...row,
    // What stands in for a name says nothing of it.
    ...(isNamed ? {} : { name: '', givenName: null, familyName: null }),
    phones: numbers,
    fixed: phones.filter(({ isFixed }) => isFixed).map(({ e164 }) => e164),
    emails,
    extra: Object.fromEntries(leads.flatMap(({ extra }) => Object.entries(keptColumns(extra) ?? {}))),
  }
}

export const companiesAfter = (db: Db, rowid: number, limit: number): (CompanyLook & { n: number })[] =>
  raw<CompanyLook & { n: number }>(
    db,
    'SELECT rowid AS n, id, name, domain, city FROM companies WHERE rowid > ? ORDER BY rowid LIMIT ?',
  ).all(rowid, limit)

/** Who is another's by now. */
export const absorbed = (db: Db): Set<string> =>
  new Set(
    raw<{ id: string }>(db, "SELECT other_id AS id FROM live_pairings WHERE verdict = 'same'")
      .all()
      .map(({ id }) => id),
  )

/** The last one who came. */
export const newest = (db: Db): Seen => ({
  person: raw<{ n: number | null }>(db, 'SELECT max(n) AS n FROM persons').get()?.n ?? 0,
  company: raw<{ n: number | null }>(db, 'SELECT max(rowid) AS n FROM companies').get()?.n ?? 0,
})

type Seen = { person: number; company: number }
type Looked = Seen & { capped: number }

const KEY = 'review'
/** How far the last search came: only who came later is new. */
export const lookedAt = (db: Db): Looked => ({
  person: 0,
  company: 0,
  capped: 0,
  ...(readSettings(db)[KEY] as Partial<Looked> | undefined),
})
export const saveLooked = (db: Db, looked: Looked): void => writeSetting(db, KEY, looked)
