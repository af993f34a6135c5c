import { isOpen, type KnownCompany, type KnownLead, type KnownPerson } from '#shared/domain/import/known'
import { newestBasis } from './basis.ts'
import { signalsOf } from './lead.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type PersonRow = Omit<
  KnownPerson,
  'named' | 'company' | 'phones' | 'emails' | 'externalIds' | 'leads' | 'suppressed' | 'erased'
> & {
  companyId: string | null
  erasedAt: number | null
}

/** Who has this key; several for a number that colleagues share. */
export function personsOf(db: Db, { kind, key }: Key): string[] {
  const ids = bearers(db)
    .all(kind, key)
    .map(({ id }) => id)
  return ids.length > 0 && OUTLIVES.has(kind) ? [...new Set(stillHere(db, ids))] : ids
}

/** The first so many of them, however many there are: a name may be that of hundreds at one company. */
export function firstPersonsOf(db: Db, { kind, key }: Key, most: number): string[] {
  const first = new Set<string>()
  for (const { id } of bearers(db).iterate(kind, key)) {
    for (const kept of OUTLIVES.has(kind) ? stillHere(db, [id]) : [id]) first.add(kept)
    if (first.size === most) break
  }
  return [...first]
}

type Key = { kind: string; key: string }
const bearers = (db: Db) =>
  raw<{ id: string }>(db, 'SELECT person_id AS id FROM identities WHERE kind = ? AND key = ?')

/** A name outlives who bore it, and an id stands by whoever was merged into another. */
const OUTLIVES: ReadonlySet<string> = new Set(['name', 'external'])

const stillHere = (db: Db, ids: readonly string[]): string[] =>
  ids
    .map((id) => keptFor(db, id))
    .filter((kept) => raw(db, 'SELECT 1 FROM persons WHERE id = ?').get(kept) !== undefined)

/** Whom somebody was merged into, else themselves. */
function keptFor(db: Db, id: string): string {
  // Most were never paired with anybody; that is known sooner than what of it still stands.
  if (raw(db, 'SELECT 1 FROM pairings WHERE other_id = ?').get(id) === undefined) return id
  const into = raw<{ id: string }>(
    db,
    `SELECT kept_id AS id FROM live_pairings WHERE other_id = ? AND kind = 'person' AND verdict = 'same'`,
  ).get(id)
  return into ? keptFor(db, into.id) : id
}

/** About how many keys there are; to count them takes a second a million. */
export const aboutKeys = (db: Db): number =>
  KEYS_A_PERSON * (raw<{ n: number | null }>(db, 'SELECT max(n) AS n FROM persons').get()?.n ?? 0)
const KEYS_A_PERSON = 4

/** In order, and without a snapshot that would keep the log from being written back: in pieces. */
export function eachKey(db: Db, deed: (kind: string, key: string) => void): void {
  const query = raw<[string, string, string]>(
    db,
    `SELECT kind, key, person_id FROM identities WHERE (kind, key, person_id) > (?, ?, ?)
      ORDER BY kind, key, person_id LIMIT 5000`,
  ).raw()
  let last: [string, string, string] = ['', '', '']
  for (;;) {
    const found = query.all(...last)
    for (const [kind, key] of found) deed(kind, key)
    const end = found.at(-1)
    if (!end) return
    last = end
  }
}

export const namesOf = (db: Db, ids: readonly string[]): { id: string; name: string }[] =>
  raw<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM persons WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids))

/** What somebody wrote here by hand is as new as the day they did. */
const AS_OF = `max(coalesce(as_of, created_at),
  coalesce((SELECT max(at) FROM edits WHERE edits.person_id = persons.id), 0))`

/** As much of somebody, with an id that a later file gave them, as tells most namesakes apart, at a tenth of what it takes to know them. */
export function glanceAt(db: Db, id: string): { hasId: boolean; emails: string[] } {
  const found = raw<{ hasId: number; emails: string | null }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM leads WHERE person_id = @id AND external_id IS NOT NULL
        UNION ALL SELECT 1 FROM import_changes CROSS JOIN identities ON kind = 'external' AND key = before ->> '$.key'
          AND person_id = @id WHERE import_changes.id = @id AND entity = 'identities'
          AND before ->> '$.kind' = 'external') AS hasId,
      (SELECT group_concat(email, char(10)) FROM emails WHERE person_id = @id) AS emails`,
  ).get({ id })
  return { hasId: found?.hasId === 1, emails: found?.emails?.split('\n') ?? [] }
}

/** All that an import must know of somebody who is there already. */
export function knownPerson(
  db: Db,
  id: string,
  isSuppressed: (personId: string, companyId: string | null) => boolean,
): KnownPerson {
  const row = raw<PersonRow>(
    db,
    `SELECT n, id, name, given_name AS givenName, family_name AS familyName, title, country, province, city,
      postal_code AS postalCode, language, ${AS_OF} AS asOf, company_id AS companyId, erased_at AS erasedAt FROM persons WHERE id = ?`,
  ).get(id)
  if (!row) throw new Error(`No person ${id}`)
  const { companyId, erasedAt, ...person } = row
  const leads = knownLeads(db, id)
  const numbers = raw<{ e164: string; status: string }>(
    db,
    'SELECT e164, status FROM phones WHERE person_id = ? ORDER BY place',
  ).all(id)
  const phones = [...new Set(numbers.map(({ e164 }) => e164))]
  const emails = column(db, 'SELECT email AS value FROM emails WHERE person_id = ? ORDER BY place', id)
  const externalIds = leads.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]))
  const company = companyId === null ? null : (companiesBy(db, 'id', companyId)[0] ?? null)
  return {
    ...person,
    named: ![...phones, ...emails, ...externalIds].includes(person.name),
    company,
    phones,
    switchboards: numbers.flatMap(({ e164, status }) => (status === 'switchboard' ? [e164] : [])),
    emails,
    externalIds,
    leads,
    basis: newestBasis(db, { personId: id, channel: 'call' }),
    suppressed: isSuppressed(id, companyId),
    erased: erasedAt !== null,
  }
}

const column = (db: Db, text: string, id: string): string[] =>
  raw<{ value: string }>(db, text)
    .all(id)
    .map(({ value }) => value)

type LeadRow = Omit<KnownLead, 'extra' | 'signals' | 'since' | 'changeId'> & { extra: string | null }

const knownLeads = (db: Db, personId: string): KnownLead[] =>
  raw<LeadRow>(
    db,
    `SELECT id, list_id AS listId, stage, reason, wakes_at AS wakesAt, external_id AS externalId, source, campaign, extra
      FROM leads WHERE person_id = ? ORDER BY created_at, id`,
  )
    .all(personId)
    .map((lead) => ({
      ...lead,
      extra: lead.extra === null ? null : (JSON.parse(lead.extra) as Record<string, string>),
      signals: signalsOf(db, lead.id),
      // Nobody asks since when a lead is open.
      ...((isOpen(lead) ? undefined : lastMove(db, lead.id)) ?? { since: null, changeId: null }),
    }))

const lastMove = (db: Db, leadId: string) =>
  raw<{ since: number; changeId: string }>(
    db,
    `SELECT at AS since, id AS changeId FROM live_stage_changes WHERE lead_id = ?
      ORDER BY clock DESC LIMIT 1`,
  ).get(leadId)

export const companiesBy = (db: Db, by: 'id' | 'key', value: string): KnownCompany[] =>
  raw<Omit<KnownCompany, 'isNew'>>(
    db,
    `SELECT id, name, key, domain, industry, employees FROM companies WHERE ${by} = ? ORDER BY id`,
  )
    .all(value)
    .map((row) => ({ ...row, isNew: false }))

/** All of that name; they differ in their legal form. For one that was merged stands the one it was merged into. */
export function companiesCalled(db: Db, key: string): KnownCompany[] {
  const into = raw<{ id: string }>(
    db,
    `SELECT kept_id AS id FROM live_pairings WHERE other_id = ? AND kind = 'company' AND verdict = 'same'`,
  )
  const stays = (company: KnownCompany): KnownCompany => {
    const merged = into.get(company.id)
    const kept = merged && companiesBy(db, 'id', merged.id)[0]
    return kept ? stays(kept) : company
  }
  return companiesBy(db, 'key', key).map((company) => {
    const kept = stays(company)
    // It goes by both names.
    return kept === company ? company : { ...kept, calledToo: [company.name] }
  })
}

/** Numbers that nobody may call, and companies where nobody may be called: read once for a whole import. */
export function silencedAtStart(
  db: Db,
  channel: 'call' | 'mail' = 'call',
): {
  numbers: Set<string>
  companies: Set<string>
  persons: Set<string>
  /** Persons of whom it stands whatever file is taken back, or of whom enough files say it. */
  surely: Set<string>
} {
  type Row = {
    scope: string
    source: string
    personId: string | null
    companyId: string | null
    e164: string | null
  }
  const rows = raw<Row>(
    db,
    `SELECT scope, source, person_id AS personId, company_id AS companyId,
      (SELECT e164 FROM phones WHERE phones.id = phone_id) AS e164 FROM live_suppressions AS s
      WHERE channel = ? AND NOT lifted
      AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)`,
  ).all(channel)
  const of = (scope: string, value: (row: Row) => string | null) =>
    new Set(rows.filter((row) => row.scope === scope).flatMap((row) => value(row) ?? []))
  const files = new Map<string, number>()
  for (const { scope, source, personId } of rows)
    if (scope === 'person' && personId !== null)
      files.set(personId, source === 'import' ? (files.get(personId) ?? 0) + 1 : ENOUGH_FILES)
  return {
    numbers: of('number', ({ e164 }) => e164),
    companies: of('company', ({ companyId }) => companyId),
    persons: of('person', ({ personId }) => personId),
    surely: new Set([...files].flatMap(([id, times]) => (times >= ENOUGH_FILES ? [id] : []))),
  }
}
/** Files that say the same of somebody; a list of wishes may come in every day. */
const ENOUGH_FILES = 3
