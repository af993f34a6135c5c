import type { EditField } from '#shared/domain/edit'
import type { Phone } from '#shared/domain/phone'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Column = { table: 'persons' | 'companies' | 'leads'; column: string }

/** Fields that are a column of a row. Names are ours, never typed. */
export const COLUMNS: Partial<Record<EditField, Column>> = {
  title: { table: 'persons', column: 'title' },
  city: { table: 'persons', column: 'city' },
  province: { table: 'persons', column: 'province' },
  postalCode: { table: 'persons', column: 'postal_code' },
  country: { table: 'persons', column: 'country' },
  zone: { table: 'persons', column: 'zone' },
  'company.industry': { table: 'companies', column: 'industry' },
  'company.employees': { table: 'companies', column: 'employees' },
  source: { table: 'leads', column: 'source' },
  campaign: { table: 'leads', column: 'campaign' },
}

/** As text; '' is blank. */
export const readColumn = (db: Db, { table, column }: Column, id: string): string =>
  raw<{ value: string | number | null }>(db, `SELECT ${column} AS value FROM ${table} WHERE id = ?`)
    .get(id)
    ?.value?.toString() ?? ''

export function writeColumn(db: Db, { table, column }: Column, id: string, text: string): void {
  const value = text === '' ? null : column === 'employees' ? Number(text) : text
  raw(db, `UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id)
}

export const writeName = (
  db: Db,
  personId: string,
  { name, given, family }: { name: string; given: string | null; family: string | null },
) =>
  void raw(db, 'UPDATE persons SET name = ?, given_name = ?, family_name = ? WHERE id = ?').run(
    name,
    given,
    family,
    personId,
  )

/** The employer of a person and of their open leads; what is closed stays with whom it was closed at. */
export function setEmployer(db: Db, personId: string, companyId: string | null): void {
  raw(db, 'UPDATE persons SET company_id = ? WHERE id = ?').run(companyId, personId)
  raw(
    db,
    `UPDATE leads SET company_id = ? WHERE person_id = ? AND stage NOT IN ('disqualified', 'lost', 'customer')`,
  ).run(companyId, personId)
}

export const insertCompany = (db: Db, { id, name, key }: { id: string; name: string; key: string }) =>
  void raw(db, 'INSERT INTO companies (id, name, key) VALUES (?, ?, ?)').run(id, name, key)

export const setExtra = (db: Db, leadId: string, extra: Readonly<Record<string, string>>) =>
  void raw(db, 'UPDATE leads SET extra = ? WHERE id = ?').run(
    Object.keys(extra).length > 0 ? JSON.stringify(extra) : null,
    leadId,
  )

export const setSourceKey = (db: Db, leadId: string, key: string | null) =>
  void raw(db, 'UPDATE leads SET source_key = ? WHERE id = ?').run(key, leadId)

export const setPhone = (db: Db, phoneId: string, { e164, extension, type }: Phone) =>
  void raw(db, 'UPDATE phones SET e164 = ?, extension = ?, type = ? WHERE id = ?').run(
    e164,
    extension,
    type,
    phoneId,
  )

export const removePhone = (db: Db, phoneId: string) =>
  void raw(db, 'DELETE FROM phones WHERE id = ?').run(phoneId)

/** A fact points to it: somebody dialled it, or asked for it to be left alone. */
export const isPhoneUsed = (db: Db, phoneId: string): boolean =>
  raw(
    db,
    'SELECT 1 FROM calls WHERE phone_id = @id UNION ALL SELECT 1 FROM suppressions WHERE phone_id = @id LIMIT 1',
  ).get({ id: phoneId }) !== undefined

/** All addresses anew, in this order. */
export function setEmails(db: Db, personId: string, emails: readonly string[]): void {
  raw(db, 'DELETE FROM emails WHERE person_id = ?').run(personId)
  emails.forEach((email, place) =>
    raw(db, 'INSERT INTO emails (person_id, email, place) VALUES (?, ?, ?)').run(personId, email, place),
  )
}

export const dropIdentity = (db: Db, kind: 'email' | 'phone', key: string, personId: string) =>
  void raw(db, 'DELETE FROM identities WHERE kind = ? AND key = ? AND person_id = ?').run(kind, key, personId)

type Other = { leadId: string | null; name: string }
/** Who else has this number or address, with a lead of theirs. */
export const othersWith = (db: Db, kind: 'email' | 'phone', key: string, personId: string): Other[] =>
  raw<Other>(
    db,
    `SELECT persons.name, (SELECT id FROM leads WHERE person_id = persons.id ORDER BY created_at DESC LIMIT 1) AS leadId
      FROM identities JOIN persons ON persons.id = identities.person_id
      WHERE identities.kind = ? AND identities.key = ? AND identities.person_id <> ? LIMIT 5`,
  ).all(kind, key, personId)

type EditRow = { id: string; field: EditField; personId: string; callId: string | null }
export const findEdit = (db: Db, editId: string, leadId: string): EditRow | undefined =>
  raw<EditRow>(
    db,
    'SELECT id, field, person_id AS personId, refers_to AS callId FROM edits WHERE id = ? AND lead_id = ?',
  ).get(editId, leadId)
