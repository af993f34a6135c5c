import { emailKey } from '#shared/domain/email-key'
import type { Changed, MergeColumn } from '#shared/domain/identity/merge'
import { nameAtKey } from '#shared/domain/identity/name-at'
import { worseStatus } from '#shared/domain/identity/merge'
import type { PhoneStatus } from '#shared/domain/phone-kind'
import { closeUp } from './close-up.ts'
import { handOn } from './import-undo.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Key = { kind: string; key: string }

/** What a merge moved, as it stood, so that it can go back. Kept in `texts`, since it says who somebody is. */
export type Moved = {
  leads: string[]
  phones: { id: string; place: number }[]
  statuses: { id: string; before: PhoneStatus; after: PhoneStatus }[]
  emails: { email: string; place: number; at: number }[]
  keys: Key[]
  /** Keys that both had. */
  dropped: Key[]
  changed: Changed[]
}

const COLUMNS: Readonly<Record<MergeColumn, string>> = {
  name: 'name',
  givenName: 'given_name',
  familyName: 'family_name',
  title: 'title',
  companyId: 'company_id',
  country: 'country',
  province: 'province',
  postalCode: 'postal_code',
  city: 'city',
  language: 'language',
  zone: 'zone',
}

function setColumn(db: Db, id: string, column: MergeColumn, value: string | null): void {
  raw(db, `UPDATE persons SET ${COLUMNS[column]} = ? WHERE id = ?`).run(value, id)
}
const columnOf = (db: Db, id: string, column: MergeColumn): string | null =>
  raw<{ value: string | null }>(db, `SELECT ${COLUMNS[column]} AS value FROM persons WHERE id = ?`).get(id)
    ?.value ?? null

/** Nobody may be left there. */
const companyThere = (db: Db, id: string | null): string | null =>
  raw<{ id: string }>(db, 'SELECT id FROM companies WHERE id = ?').get(id)?.id ?? null

const leadsOf = (db: Db, personId: string) =>
  raw<{ id: string; externalId: string | null }>(
    db,
    'SELECT id, external_id AS externalId FROM leads WHERE person_id = ? ORDER BY id',
  ).all(personId)
type PhoneRow = { id: string; e164: string; extension: string | null; status: PhoneStatus; place: number }
const phonesOf = (db: Db, personId: string) =>
  raw<PhoneRow>(
    db,
    'SELECT id, e164, extension, status, place FROM phones WHERE person_id = ? ORDER BY place, id',
  ).all(personId)
const emailsOf = (db: Db, personId: string) =>
  raw<{ email: string; place: number }>(
    db,
    'SELECT email, place FROM emails WHERE person_id = ? ORDER BY place',
  ).all(personId)

/** All keys that are known to be somebody's: by what they have, and by their leads' ids. */
function keysOf(db: Db, id: string): Key[] {
  const at = raw<{ name: string; company: string | null; domain: string | null }>(
    db,
    `SELECT persons.name, companies.name AS company, companies.domain FROM persons
      LEFT JOIN companies ON companies.id = company_id WHERE persons.id = ?`,
  ).get(id)
  const emails = emailsOf(db, id).map(({ email }) => email)
  const name = at ? nameAtKey({ ...at, emails }) : null
  const keys = [
    ...leadsOf(db, id).flatMap(({ externalId }) => (externalId === null ? [] : [['external', externalId]])),
    ...emails.map((email) => ['email', emailKey(email)]),
    ...phonesOf(db, id).map(({ e164 }) => ['phone', e164]),
    ...(name === null ? [] : [['name', name]]),
  ].map(([kind = '', key = '']) => ({ kind, key }))
  return keys.filter((key) => hasKey(db, key, id))
}

const hasKey = (db: Db, { kind, key }: Key, id: string): boolean =>
  raw(db, 'SELECT 1 FROM identities WHERE kind = ? AND key = ? AND person_id = ?').get(kind, key, id) !==
  undefined
const dropKey = (db: Db, { kind, key }: Key, id: string) =>
  raw(db, 'DELETE FROM identities WHERE kind = ? AND key = ? AND person_id = ?').run(kind, key, id)
const putKey = (db: Db, { kind, key }: Key, id: string) =>
  void raw(db, 'INSERT OR IGNORE INTO identities (kind, key, person_id) VALUES (?, ?, ?)').run(kind, key, id)

/** Brings all that is another's to somebody, and the changes to who they are. */
export function moveTo(db: Db, keptId: string, otherId: string, changed: readonly Changed[]): Moved {
  const keys = keysOf(db, otherId)
  const [had, rest] = [
    keys.filter((key) => hasKey(db, key, keptId)),
    keys.filter((key) => !hasKey(db, key, keptId)),
  ]
  const leads = leadsOf(db, otherId).map(({ id }) => id)
  const moved = {
    leads,
    ...movePhones(db, keptId, otherId),
    emails: moveEmails(db, keptId, otherId),
    keys: rest,
    dropped: had,
    changed: [...changed],
  }
  raw(db, 'UPDATE leads SET person_id = ? WHERE person_id = ?').run(keptId, otherId)
  for (const key of keys) dropKey(db, key, otherId)
  for (const key of rest) putKey(db, key, keptId)
  for (const { column, after } of changed) setColumn(db, keptId, column, after)
  return moved
}

/** Every number goes along, with the calls and wishes that hang on it; of two alike the first is shown. */
function movePhones(db: Db, keptId: string, otherId: string): Pick<Moved, 'phones' | 'statuses'> {
  const [own, theirs] = [phonesOf(db, keptId), phonesOf(db, otherId)]
  const first = Math.max(-1, ...own.map(({ place }) => place)) + 1
  const statuses = own.flatMap(({ id, e164, extension, status: before }) => {
    const same = theirs.filter((each) => each.e164 === e164 && each.extension === extension)
    const after = same.reduce((worst, { status }) => worseStatus(worst, status), before)
    return after === before ? [] : [{ id, before, after }]
  })
  for (const { id, after } of statuses) setStatus(db, id, after)
  theirs.forEach(({ id }, index) => givePhone(db, id, keptId, first + index))
  return { phones: theirs.map(({ id, place }) => ({ id, place })), statuses }
}
const givePhone = (db: Db, id: string, personId: string, place: number) =>
  void raw(db, 'UPDATE phones SET person_id = ?, place = ? WHERE id = ?').run(personId, place, id)
const setStatus = (db: Db, id: string, status: PhoneStatus) =>
  void raw(db, 'UPDATE phones SET status = ? WHERE id = ?').run(status, id)

/** An address that both have stays where it is, out of sight with its owner. */
function moveEmails(db: Db, keptId: string, otherId: string): Moved['emails'] {
  const own = emailsOf(db, keptId)
  const keys = new Set(own.map(({ email }) => emailKey(email)))
  const first = Math.max(-1, ...own.map(({ place }) => place)) + 1
  return emailsOf(db, otherId)
    .filter(({ email }) => !keys.has(emailKey(email)))
    .map(({ email, place }, index) => {
      giveEmail(db, { personId: otherId, place }, { personId: keptId, place: first + index })
      return { email, place, at: first + index }
    })
}
type Slot = { personId: string; place: number }
const giveEmail = (db: Db, from: Slot, to: Slot) =>
  void raw(db, 'UPDATE emails SET person_id = ?, place = ? WHERE person_id = ? AND place = ?').run(
    to.personId,
    to.place,
    from.personId,
    from.place,
  )

/** Gives it all back: what was moved and is still there, and what was changed and nobody has changed since; what a file has goes back with it. */
export function moveBack(db: Db, keptId: string, otherId: string, moved: Moved): void {
  for (const id of moved.leads)
    raw(db, 'UPDATE leads SET person_id = ? WHERE id = ? AND person_id = ?').run(otherId, id, keptId)
  for (const { id, place } of moved.phones)
    raw(db, 'UPDATE phones SET person_id = ?, place = ? WHERE id = ? AND person_id = ?').run(
      otherId,
      place,
      id,
      keptId,
    )
  for (const { id, before, after } of moved.statuses)
    raw(db, 'UPDATE phones SET status = ? WHERE id = ? AND status = ?').run(before, id, after)
  for (const { email, place } of moved.emails) {
    const there = emailsOf(db, keptId).find((each) => each.email === email)
    if (there) giveEmail(db, { personId: keptId, place: there.place }, { personId: otherId, place })
  }
  // More may have come to who stayed, behind what goes back, and something of the other's may be gone.
  for (const table of ['phones', 'emails'] as const)
    for (const personId of [keptId, otherId]) closeUp(db, personId, table)
  for (const key of moved.keys) dropKey(db, key, keptId)
  for (const key of [...moved.keys, ...moved.dropped]) putKey(db, key, otherId)
  for (const { column, before, after } of moved.changed) {
    const was = column === 'companyId' ? companyThere(db, before) : before
    const change = { table: 'persons', id: keptId, column: COLUMNS[column], pair: [was, after] } as const
    if (columnOf(db, keptId, column) === after) setColumn(db, keptId, column, was)
    else handOn(db, { ...change, importId: null, dry: false })
  }
}
