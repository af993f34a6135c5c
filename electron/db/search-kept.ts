import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** What stands in the columns of files that no field took, of all leads of a person. */
const WORDS = `SELECT p.n, (SELECT group_concat(one.value, ' ') FROM leads, json_each(leads.extra) AS one
  WHERE leads.person_id = p.id AND leads.extra IS NOT NULL) AS words FROM persons AS p`

/** Statements that bring the index up to date for some people `p`. */
export const putKept = (where: string): readonly string[] => [
  `DELETE FROM search_kept WHERE rowid IN (SELECT n FROM persons AS p WHERE ${where})`,
  `INSERT INTO search_kept (rowid, words) SELECT n, words FROM (${WORDS} WHERE ${where}) WHERE words IS NOT NULL`,
]
const MANY = putKept('p.id >= ? AND p.id <= ?')
const ONE = putKept('p.n = ?')
const LEAD = putKept('p.id = (SELECT person_id FROM leads WHERE id = ?)')

/** Makes everybody findable by their kept columns whose id is from `from` to `to`, anew or with what changed. */
export function indexKept(db: Db, from: string, to: string): void {
  for (const text of MANY) raw(db, text).run(from, to)
}

/** `n`: of `persons.n`. */
export function indexKeptOf(db: Db, n: number): void {
  for (const text of ONE) raw(db, text).run(n)
}

/** Of the person of a lead. */
export function indexKeptOfLead(db: Db, leadId: string): void {
  for (const text of LEAD) raw(db, text).run(leadId)
}

export const unindexKept = (db: Db, n: number): void =>
  void raw(db, 'DELETE FROM search_kept WHERE rowid = ?').run(n)

/** Words of people from one number on who are gone, or of whose columns nothing is kept any more; see `unindexGone`. */
export function unindexKeptGone(db: Db, after: number, limit: number): number | null {
  const last = raw<{ n: number | null }>(
    db,
    'SELECT max(id) AS n FROM (SELECT id FROM search_kept_docsize WHERE id > ? ORDER BY id LIMIT ?)',
  ).get(after, limit)?.n
  if (last == null) return null
  raw(
    db,
    `DELETE FROM search_kept WHERE rowid IN (SELECT id FROM search_kept_docsize WHERE id > ? AND id <= ?
      AND NOT EXISTS (SELECT 1 FROM persons AS p JOIN leads ON leads.person_id = p.id AND leads.extra IS NOT NULL
        WHERE p.n = search_kept_docsize.id))`,
  ).run(after, last)
  return last
}

/** A lead with the columns that were kept of it. */
export type KeptLead = { n: number; extra: Record<string, string> }

/** Leads of the people in whose kept columns every word of `query` begins a word, whoever came last first. */
export const searchKept = (db: Db, query: string, limit: number): KeptLead[] =>
  raw<{ n: number; extra: string }>(
    db,
    `SELECT leads.rowid AS n, leads.extra FROM
        (SELECT rowid FROM search_kept WHERE search_kept MATCH ? ORDER BY rowid DESC LIMIT ?) AS found
      CROSS JOIN persons ON persons.n = found.rowid CROSS JOIN leads ON leads.person_id = persons.id
      WHERE leads.extra IS NOT NULL ORDER BY found.rowid DESC, leads.rowid DESC LIMIT ?`,
  )
    .all(query, limit, limit)
    .map(({ n, extra }) => ({ n, extra: JSON.parse(extra) as Record<string, string> }))
