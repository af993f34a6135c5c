import { fold } from '#shared/lib/fold'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import type { KeptLead } from './search-kept.ts'

const INDEXES = ['search', 'search_kept'] as const
/** People that are looked at of a word that more have; of the others all are. */
const NEWEST = 5000

/** Those who have a word, in either index, by `persons.n`; the newest of each. */
const newestWith = (db: Db, word: string): number[] =>
  INDEXES.flatMap((index) =>
    raw<{ n: number }>(
      db,
      `SELECT rowid AS n FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ${NEWEST}`,
    )
      .all(word)
      .map(({ n }) => n),
  )

export type Having = (word: string) => number[]

/** Who has a word, looked up once for a whole search, in however many ways what was typed can be read. */
export function havingIn(db: Db): Having {
  const known = new Map<string, number[]>()
  return (word) => {
    const people = known.get(word) ?? newestWith(db, word)
    known.set(word, people)
    return people
  }
}

/** Which of some people have a word, at most so many of each index: one walk along all who do, however many that are. */
const whoHave = (db: Db, word: string, people: ReadonlySet<number>, most: number): Set<number> => {
  const among = JSON.stringify([...people])
  return new Set(
    INDEXES.flatMap((index) =>
      raw<{ n: number }>(
        db,
        `SELECT rowid AS n FROM ${index} WHERE ${index} MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
          ORDER BY rowid DESC LIMIT ?`,
      )
        .all(word, among, most)
        .map(({ n }) => n),
    ),
  )
}

/**
 * People who have every word, some in what they are called and reached by and some in the columns that no field took; the
 * newest first, by `persons.n`. The rarest word says who comes into question: of one that more than some thousands have,
 * the newest do.
 */
export function searchMixed(db: Db, having: Having, words: readonly string[], limit: number): number[] {
  const byRarity = words
    .map((word) => ({ word, people: having(word) }))
    .toSorted((a, b) => a.people.length - b.people.length)
  const [rarest, ...others] = byRarity
  let found = new Set(rarest?.people)
  for (const [at, { word, people }] of others.entries()) {
    if (found.size === 0) return []
    // After the commonest nobody is left out any more: the first ones will do.
    const most = at === others.length - 1 ? limit : found.size
    const has = people.length < NEWEST ? new Set(people) : whoHave(db, word, found, most)
    found = new Set([...found].filter((n) => has.has(n)))
  }
  return [...found].toSorted((a, b) => b - a).slice(0, limit)
}

/**
 * People who have the words and live or work at the place, which stands in no index: at most so many, each with the
 * place. Of more than some thousands the newest are looked at.
 */
export function searchPlaced(
  db: Db,
  having: Having,
  { place, others }: { place: string; others: readonly string[] },
  limit: number,
): { n: number; at: string }[] {
  const people = others.length === 1 ? having(others[0] ?? '') : searchMixed(db, having, others, NEWEST)
  return raw<{ n: number; city: string | null; province: string | null }>(
    db,
    `SELECT n, city, province FROM persons WHERE n IN (SELECT value FROM json_each(?))
      AND (city IS NOT NULL OR province IS NOT NULL) ORDER BY n DESC`,
  )
    .all(JSON.stringify(people))
    .flatMap(({ n, city, province }) => {
      const at = [city, province].find((name) => name !== null && fold(name).startsWith(place))
      return at ? [{ n, at }] : []
    })
    .slice(0, limit)
}

/** Leads of these people with what was kept of each, in the order of the people. */
export const leadsKept = (db: Db, people: readonly number[]): (KeptLead & { person: number })[] =>
  raw<{ n: number; person: number; extra: string | null }>(
    db,
    `SELECT leads.rowid AS n, persons.n AS person, leads.extra FROM json_each(?) AS found
      CROSS JOIN persons ON persons.n = found.value CROSS JOIN leads ON leads.person_id = persons.id
      ORDER BY found.key, leads.rowid DESC`,
  )
    .all(JSON.stringify(people))
    .map(({ extra, ...lead }) => ({
      ...lead,
      extra: extra === null ? {} : (JSON.parse(extra) as Record<string, string>),
    }))
