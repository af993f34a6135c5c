import { phoneWords } from '#shared/domain/search'
import type { Db } from './open.ts'
import { clientOf, raw } from './raw.ts'
import { indexKept } from './search-kept.ts'

const ready = new WeakSet<object>()

/**
 * Makes everybody findable whose id is from `from` to `to`, anew or with what changed. Who was found to be somebody else is
 * found as that one.
 */
export function indexPeople(db: Db, from: string, to: string): void {
  const client = clientOf(db)
  if (!ready.has(client)) {
    ready.add(client)
    client.function('phone_words', { deterministic: true, directOnly: true }, (numbers) =>
      typeof numbers === 'string' ? phoneWords(numbers.split(' ')) : '',
    )
  }
  raw(
    db,
    `INSERT OR REPLACE INTO search (rowid, name, company, phone, email)
      SELECT p.n, p.name, coalesce(c.name, ''),
        phone_words((SELECT group_concat(e164, ' ') FROM (SELECT e164 FROM phones WHERE person_id = p.id ORDER BY place))),
        coalesce((SELECT group_concat(email, ' ') FROM (SELECT email FROM emails WHERE person_id = p.id ORDER BY place)), '')
      FROM persons AS p LEFT JOIN companies AS c ON c.id = p.company_id WHERE p.id >= ? AND p.id <= ?
        AND NOT EXISTS (SELECT 1 FROM live_pairings WHERE other_id = p.id AND kind = 'person' AND verdict = 'same')`,
  ).run(from, to)
  indexKept(db, from, to)
}

/** Words of people who are gone, from one number of theirs on. Nobody is found by them. Returns the last one looked at. */
export function unindexGone(db: Db, after: number, limit: number): number | null {
  const last = raw<{ n: number | null }>(
    db,
    'SELECT max(id) AS n FROM (SELECT id FROM search_docsize WHERE id > ? ORDER BY id LIMIT ?)',
  ).get(after, limit)?.n
  if (last == null) return null
  raw(
    db,
    `DELETE FROM search WHERE rowid IN (SELECT id FROM search_docsize WHERE id > ? AND id <= ?
      AND NOT EXISTS (SELECT 1 FROM persons WHERE n = search_docsize.id))`,
  ).run(after, last)
  return last
}

const INDEXES = ['search', 'search_kept']

/**
 * Whether the indexes of words merge by themselves, which they do now and then in one long go, or by `mergeWords` alone.
 * The store keeps it.
 */
export function mergeByThemselves(db: Db, isOn: boolean): void {
  for (const index of INDEXES)
    raw(db, `INSERT INTO ${index} (${index}, rank) VALUES ('automerge', ${isOn ? AUTOMERGE : 0})`).run()
}
/** As SQLite has it: pieces of a size that are merged into one. */
const AUTOMERGE = 4

/** Merges until a moment (of `performance.now()`); true once nothing is left to merge. In all it costs no more. */
export function mergeWords(db: Db, until: number): boolean {
  for (const index of INDEXES) while (mergedSome(db, index)) if (performance.now() > until) return false
  return true
}

function mergedSome(db: Db, index: string): boolean {
  const changes = () => raw<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0
  const before = changes()
  raw(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`).run(PAGES_MERGED)
  // The statement itself counts as one.
  return changes() - before > 1
}
const PAGES_MERGED = 16
