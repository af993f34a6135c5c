import { emailKey } from '#shared/domain/email-key'
import { nameAtKey } from '#shared/domain/identity/name-at'
import type { Phone } from '#shared/domain/phone'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { unindexPerson } from './search.ts'

export function insertPhone(db: Db, id: string, personId: string, phone: Phone, place: number): void {
  raw(
    db,
    "INSERT INTO phones (id, person_id, e164, extension, type, status, place) VALUES (?, ?, ?, ?, ?, 'ok', ?)",
  ).run(id, personId, phone.e164, phone.extension, phone.type, place)
}

export const insertEmail = (db: Db, personId: string, email: string, place: number) =>
  raw(db, 'INSERT INTO emails (person_id, email, place) VALUES (?, ?, ?)').run(personId, email, place)

export const insertIdentity = (db: Db, kind: string, key: string, personId: string) =>
  raw(db, 'INSERT OR IGNORE INTO identities (kind, key, person_id) VALUES (?, ?, ?)').run(kind, key, personId)

type Gone = { personId: string; n: number; companyId: string | null }

/** Takes a person out again whom an import made, with all that it wrote about them. They have no fact. */
export function removePerson(db: Db, { personId, n, companyId }: Gone, externalIds: readonly string[]): void {
  const all = (text: string) =>
    raw<{ value: string }>(db, text)
      .all(personId)
      .map(({ value }) => value)
  const emails = all('SELECT email AS value FROM emails WHERE person_id = ? ORDER BY place')
  const at = raw<{ name: string; company: string | null; domain: string | null }>(
    db,
    `SELECT persons.name, companies.name AS company, companies.domain FROM persons
      LEFT JOIN companies ON companies.id = company_id WHERE persons.id = ?`,
  ).get(personId)
  const name = at ? nameAtKey({ ...at, emails }) : null
  const keys: [string, string][] = [
    ...(name === null ? [] : [['name', name] satisfies [string, string]]),
    ...all('SELECT e164 AS value FROM phones WHERE person_id = ?').map((key): [string, string] => [
      'phone',
      key,
    ]),
    ...emails.map((email): [string, string] => ['email', emailKey(email)]),
    ...externalIds.map((key): [string, string] => ['external', key]),
  ]
  for (const [kind, key] of keys)
    raw(db, 'DELETE FROM identities WHERE kind = ? AND key = ? AND person_id = ?').run(kind, key, personId)
  unindexPerson(db, n)
  for (const table of ['phones', 'emails']) raw(db, `DELETE FROM ${table} WHERE person_id = ?`).run(personId)
  raw(db, 'DELETE FROM persons WHERE id = ?').run(personId)
  if (companyId === null) return
  raw(
    db,
    `DELETE FROM companies WHERE id = ? AND NOT EXISTS (SELECT 1 FROM persons WHERE company_id = companies.id)
      AND NOT EXISTS (SELECT 1 FROM leads WHERE company_id = companies.id)`,
  ).run(companyId)
}
