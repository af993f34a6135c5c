import { emailKey, isSharedMailbox } from '#shared/domain/email-key'
import type { Needles } from '#shared/domain/redact'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

const PERSONS = `(SELECT value FROM json_each(@persons))`

const LIFTED = 'SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL'

/** What a person can be known by again. `shared`: others have it as well, so that it says little without a name. */
export type OwnKey = { kind: 'email' | 'phone'; key: string; shared: boolean; wish: boolean }

const OTHERS = `SELECT 1 FROM identities JOIN persons ON persons.id = identities.person_id
  WHERE kind = @kind AND key = @key AND erased_at IS NULL AND person_id NOT IN ${PERSONS} LIMIT 1`

/** Numbers and addresses of these people, each once. */
export function ownKeys(db: Db, persons: readonly string[]): OwnKey[] {
  const given = { persons: JSON.stringify(persons) }
  const isOthers = (kind: string, key: string) => raw(db, OTHERS).get({ ...given, kind, key }) !== undefined
  const isSilent = wishOf(db, given)
  const phones = raw<{ e164: string; status: string; wish: number }>(
    db,
    `SELECT e164, max(status = 'switchboard') AS status, max(id IN (SELECT phone_id FROM live_suppressions
        WHERE scope = 'number' AND channel = 'call' AND NOT lifted AND id NOT IN (${LIFTED}))) AS wish
      FROM phones WHERE person_id IN ${PERSONS} GROUP BY e164`,
  ).all(given)
  const emails = raw<{ email: string }>(db, `SELECT email FROM emails WHERE person_id IN ${PERSONS}`).all(
    given,
  )
  return [
    ...phones.map(({ e164: key, status, wish }): OwnKey => {
      const shared = Boolean(status) || isOthers('phone', key)
      return { kind: 'phone', key, shared, wish: isSilent || Boolean(wish) }
    }),
    ...[...new Set(emails.map(({ email }) => emailKey(email)))].map((key): OwnKey => {
      const shared = isSharedMailbox(key) || isOthers('email', key)
      return { kind: 'email', key, shared, wish: isSilent }
    }),
  ]
}

const wishOf = (db: Db, given: { persons: string }): boolean =>
  raw(
    db,
    `SELECT 1 FROM live_suppressions WHERE person_id IN ${PERSONS} AND scope = 'person' AND channel = 'call' AND NOT lifted
      AND id NOT IN (${LIFTED}) LIMIT 1`,
  ).get(given) !== undefined

/** As lists write it, too: the family name first. */
export const namesOf = (db: Db, persons: readonly string[]): string[] =>
  raw<{ name: string }>(
    db,
    `SELECT name FROM persons WHERE id IN ${PERSONS} AND erased_at IS NULL
      UNION SELECT family_name || ' ' || given_name FROM persons WHERE id IN ${PERSONS} AND family_name || given_name <> ''
      UNION SELECT given_name || ' ' || family_name FROM persons WHERE id IN ${PERSONS} AND family_name || given_name <> ''`,
  )
    .all({ persons: JSON.stringify(persons) })
    .map(({ name }) => name)

/** By what others may have written of them: only what nobody else here bears too. */
export function needlesOf(db: Db, persons: readonly string[]): Needles {
  const given = { persons: JSON.stringify(persons) }
  const keys = ownKeys(db, persons).filter(({ shared }) => !shared)
  const emails = raw<{ email: string }>(db, `SELECT email FROM emails WHERE person_id IN ${PERSONS}`).all(
    given,
  )
  const own = new Set(keys.map(({ key }) => key))
  return {
    names: namesOf(db, persons).filter((name) => !isBorneByOthers(db, name, given)),
    emails: emails.map(({ email }) => email).filter((email) => own.has(emailKey(email))),
    phones: keys.flatMap(({ kind, key }) => (kind === 'phone' ? [key] : [])),
    ids: raw<{ id: string }>(
      db,
      `SELECT external_id AS id FROM leads WHERE person_id IN ${PERSONS} AND external_id IS NOT NULL`,
    )
      .all(given)
      .map(({ id }) => id),
  }
}

/** The search knows names without case and accents. */
function isBorneByOthers(db: Db, name: string, { persons }: { persons: string }): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  if (words.length === 0) return true
  const match = `name : (${words.map((word) => `"${word}"`).join(' AND ')})`
  const others = raw<{ name: string }>(
    db,
    `SELECT persons.name FROM search JOIN persons ON persons.n = search.rowid
      WHERE search MATCH @match AND erased_at IS NULL AND persons.id NOT IN ${PERSONS} LIMIT 50`,
  ).all({ match, persons })
  const same = (other: string) => other.localeCompare(name, undefined, { sensitivity: 'base' }) === 0
  return others.some((other) => same(other.name))
}
