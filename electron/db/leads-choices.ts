import { desc, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { imports } from './schema/files.ts'
import { lists } from './schema/lead.ts'

type Named = { key: string; name: string }
type Stretch = { from: number; to: number }

export const lastLead = (db: Db): number =>
  db.get<{ n: number | null }>(sql`SELECT max(rowid) AS n FROM leads`).n ?? 0

/** Where the leads of a stretch of rows came from, each once, as first written. */
export const sourcesIn = (db: Db, { from, to }: Stretch): Named[] =>
  db.all<Named>(sql`SELECT source_key AS key, min(source) AS name FROM leads
    WHERE rowid > ${from} AND rowid <= ${to} AND source_key IS NOT NULL GROUP BY source_key`)

export const countriesIn = (db: Db, { from, to }: Stretch): string[] =>
  db
    .all<{ country: string }>(
      sql`SELECT DISTINCT persons.country FROM leads JOIN persons ON persons.id = leads.person_id
        WHERE leads.rowid > ${from} AND leads.rowid <= ${to} AND persons.country IS NOT NULL`,
    )
    .map(({ country }) => country)

/** Files whose leads are here, the newest first. */
export const filesWithLeads = (db: Db) =>
  db
    .select({ id: imports.id, name: imports.fileName, at: imports.at })
    .from(imports)
    .where(sql`EXISTS (SELECT 1 FROM leads WHERE leads.import_id = ${imports.id})`)
    .orderBy(desc(imports.at))
    .limit(MOST)
    .all()

const MOST = 100
/** A file has the same columns all the way down, though not every row fills them in. */
const SAMPLE = 200

/** The columns that no field took, in a file's leads or in the newest of a list. */
export function headersOf(db: Db, importIds: readonly string[]): string[] {
  const samples = [
    ...importIds.map(
      (id) =>
        sql`SELECT extra FROM leads INDEXED BY leads_by_import WHERE import_id = ${id} AND extra IS NOT NULL LIMIT ${SAMPLE}`,
    ),
    ...db
      .select({ id: lists.id })
      .from(lists)
      .all()
      .map(
        ({ id }) =>
          sql`SELECT extra FROM leads INDEXED BY leads_by_list WHERE list_id = ${id} LIMIT ${SAMPLE}`,
      ),
  ]
  const found = samples.flatMap((sample) =>
    db.all<{ key: string }>(
      sql`SELECT DISTINCT one.key FROM (${sample}) AS kept, json_each(kept.extra) AS one`,
    ),
  )
  return [...new Set(found.map(({ key }) => key))]
}
