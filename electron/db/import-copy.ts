import type { Db } from './open.ts'
import { clientOf, raw } from './raw.ts'

/** What every row of an import has in common. */
export type Common = {
  importId: string
  listId: string
  at: number
  /** Ids without their last eight digits. */
  person: string
  phone: string
  lead: string
}

export function attachStaging(db: Db, file: string): void {
  clientOf(db).prepare('ATTACH ? AS stage').run(file)
  // KiB: it is read from its beginning to its end, and each page once.
  clientOf(db).pragma('stage.cache_size = -2000')
}

export function detachStaging(db: Db): void {
  const client = clientOf(db)
  // The store may have been closed under a long work.
  const isThere = client.open ? (client.pragma('database_list') as { name: string }[]) : []
  if (isThere.some(({ name }) => name === 'stage')) client.exec('DETACH stage')
}

/** Written as they are staged, in the order of their numbers: `from` is not among them, `to` is. */
type Copy = (db: Db, common: Common, from: number, to: number) => void
const copying =
  (...texts: string[]): Copy =>
  (db, common, from, to) => {
    for (const text of texts) raw(db, text).run({ ...common, from, to })
  }
const SOME = 'pos > @from AND pos <= @to'

export const copyCompanies = copying(
  `INSERT INTO companies (id, name, key, domain, industry, employees)
    SELECT id, name, key, domain, industry, employees FROM stage.companies WHERE n > @from AND n <= @to`,
)

/** Somebody new and their lead; neither keys nor a place in the queue, so nobody finds or calls them yet. */
export const copyPeople = copying(
  `INSERT INTO persons (id, name, given_name, family_name, title, company_id, language, country, province, postal_code,
      city, created_at, as_of)
    SELECT @person || h, name, given_name, family_name, title, company_id, language, country, province, postal_code, city,
      @at, as_of FROM stage.rows WHERE ${SOME}`,
  `INSERT INTO phones (id, person_id, e164, extension, type, status, place)
    SELECT @phone || h, @person || h, e164, extension, type, 'ok', 0 FROM stage.rows WHERE ${SOME} AND e164 IS NOT NULL`,
  `INSERT INTO phones (id, person_id, e164, extension, type, status, place)
    SELECT id, @person || printf('%08x', pos), e164, extension, type, 'ok', place FROM stage.phones WHERE ${SOME}`,
  `INSERT INTO emails (person_id, email, place)
    SELECT @person || h, email, 0 FROM stage.rows WHERE ${SOME} AND email IS NOT NULL`,
  `INSERT INTO emails (person_id, email, place)
    SELECT @person || printf('%08x', pos), email, place FROM stage.emails WHERE ${SOME}`,
  `INSERT INTO leads (id, person_id, company_id, list_id, external_id, source, source_key, campaign, import_id, arrived_at,
      created_at, born_as, extra, stage, fit, bant_now, attempts, dials)
    SELECT @lead || h, @person || h, company_id, @listId, external_id, source, source_key, campaign, @importId,
      coalesce(arrived_at, @at), @at, born_as, extra, born_as, fit, 0, 0, 0 FROM stage.rows WHERE ${SOME}`,
  `INSERT INTO signals (id, lead_id, kind, at)
    SELECT id, @lead || printf('%08x', pos), kind, at FROM stage.signals WHERE ${SOME}`,
)

/** Their place in the queue; those whom a later row moved have theirs by then, or none. */
export const copyQueue = copying(
  `INSERT OR IGNORE INTO queue (lead_id, list_id, person_id, company_id, owner_id, bucket, calendar, rank, ready_at,
      attempts, due_at, until, why, turns_at)
    SELECT @lead || r.h, @listId, @person || r.h, r.company_id, NULL, e.bucket, e.calendar, e.rank, e.ready_at, e.attempts,
      e.due_at, e.until, e.why, e.turns_at FROM stage.rows AS r JOIN stage.entries AS e ON e.id = r.entry WHERE ${SOME}`,
)

export const copyKeys = copying(
  `INSERT OR IGNORE INTO identities (kind, key, person_id)
    SELECT kind, key, @person || h FROM stage.keys WHERE n > @from AND n <= @to`,
)

/** Rows to look at, by their line. */
export const copyLooked = copying(
  `INSERT INTO import_rows (import_id, line, verdict, problems, cells, found)
    SELECT @importId, line, verdict, problems, cells, found FROM stage.looked WHERE line > @from AND line <= @to`,
)

/** The last number in a table of the staging. */
export const lastOf = (db: Db, table: 'rows' | 'keys' | 'looked' | 'deeds'): number =>
  raw<{ n: number | null }>(
    db,
    `SELECT max(${table === 'rows' ? 'pos' : table === 'looked' ? 'line' : 'n'}) AS n FROM stage.${table}`,
  ).get()?.n ?? 0

export const stagedDeeds = (db: Db, from: number, limit: number) =>
  raw<{ n: number; kind: string; given: string }>(
    db,
    'SELECT n, kind, given FROM stage.deeds WHERE n > ? ORDER BY n LIMIT ?',
  ).all(from, limit)
