import { sql } from 'drizzle-orm'

import { phoneWords } from '#shared/domain/search'
import type { Db } from './open.ts'
import { indexKeptOf, unindexKept } from './search-kept.ts'

export type Searchable = {
  /** `persons.n`. */
  n: number
  name: string
  company: string | null
  /** E.164. */
  phones: readonly string[]
  emails: readonly string[]
}

/** Makes a person findable, anew or with what changed. */
export function indexPerson(db: Db, { n, name, company, phones, emails }: Searchable): void {
  db.run(sql`INSERT OR REPLACE INTO search (rowid, name, company, phone, email)
    VALUES (${n}, ${name}, ${company ?? ''}, ${phoneWords(phones)}, ${emails.join(' ')})`)
  indexKeptOf(db, n)
}

export function unindexPerson(db: Db, n: number): void {
  db.run(sql`DELETE FROM search WHERE rowid = ${n}`)
  unindexKept(db, n)
}
