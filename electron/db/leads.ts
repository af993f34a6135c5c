import { eq, inArray, sql, type SQL } from 'drizzle-orm'

import type { Stage } from '#shared/domain/stage'
import type { Db } from './open.ts'
import { reps } from './schema/desk.ts'
import { leads, lists } from './schema/lead.ts'
import { companies, persons } from './schema/person.ts'
import { queue } from './schema/queue.ts'

export type LeadsFilter = { listId: string | null; stage: Stage | null; query: string | null }
export type LeadsSort = 'newest' | 'name' | 'lastDial' | 'fit'

const rowid = sql<number>`leads.rowid`
/** Rows are numbered in the order they came. */
const ORDER: Readonly<Record<LeadsSort, SQL>> = {
  newest: sql`leads.rowid DESC`,
  name: sql`persons.name COLLATE NOCASE, leads.rowid DESC`,
  lastDial: sql`leads.last_dial_at DESC, leads.rowid DESC`,
  fit: sql`leads.fit DESC, leads.rowid DESC`,
}

/** Row numbers of every lead that passes, in order. */
export function orderedLeads(db: Db, { listId, stage, query }: LeadsFilter, sort: LeadsSort): number[] {
  return db
    .all<{ n: number }>(
      sql`SELECT leads.rowid AS n FROM ${sourceOf(query, sort)}
        WHERE ${listId === null ? sql`1` : sql`leads.list_id = ${listId}`}
          AND ${stage === null ? sql`1` : sql`leads.stage = ${stage}`}
        ORDER BY ${ORDER[sort]}`,
    )
    .map(({ n }) => n)
}

/** From those who match outwards, each to their own leads: in any other order everybody goes through everybody. */
function sourceOf(query: string | null, sort: LeadsSort): SQL {
  if (query !== null)
    return sql`(SELECT rowid AS person FROM search WHERE search MATCH ${query}) AS found
      CROSS JOIN persons ON persons.n = found.person CROSS JOIN leads INDEXED BY leads_by_person ON leads.person_id = persons.id`
  return sort === 'name' ? sql`leads JOIN persons ON persons.id = leads.person_id` : sql`leads`
}

/**
 * Row numbers of the leads of the people who match, at most `limit`. `ranked`: best match first, a name before a
 * company; otherwise the newest first, which needs no look at all of them.
 */
export function searchLeads(db: Db, query: string, ranked: boolean, limit: number): number[] {
  const order = ranked ? sql`bm25(search, 10, 5, 1, 1), rowid DESC` : sql`rowid DESC`
  return db
    .all<{ n: number }>(
      sql`SELECT leads.rowid AS n
        FROM (SELECT rowid AS person, row_number() OVER () AS place FROM
          (SELECT rowid FROM search WHERE search MATCH ${query} ORDER BY ${order} LIMIT ${limit})) AS found
        JOIN persons ON persons.n = found.person JOIN leads ON leads.person_id = persons.id
        ORDER BY found.place, leads.rowid DESC LIMIT ${limit}`,
    )
    .map(({ n }) => n)
}

/** What a list of leads shows of each, by row number. */
export function leadRows(db: Db, rows: readonly number[]) {
  return db
    .select({
      n: rowid,
      leadId: leads.id,
      listId: leads.listId,
      listName: lists.name,
      name: persons.name,
      company: companies.name,
      title: persons.title,
      /** The first that may be called, else the first. */
      e164: sql<string | null>`(SELECT e164 FROM phones WHERE person_id = ${persons.id}
        ORDER BY status NOT IN ('ok', 'switchboard'), place LIMIT 1)`,
      email: sql<
        string | null
      >`(SELECT email FROM emails WHERE person_id = ${persons.id} ORDER BY place LIMIT 1)`,
      stage: leads.stage,
      source: leads.source,
      owner: reps.name,
      fit: leads.fit,
      dials: leads.dials,
      lastDialAt: leads.lastDialAt,
      bucket: queue.bucket,
      wait: queue.why,
      until: queue.until,
      dueAt: queue.dueAt,
    })
    .from(leads)
    .innerJoin(persons, eq(persons.id, leads.personId))
    .innerJoin(lists, eq(lists.id, leads.listId))
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .leftJoin(reps, eq(reps.id, leads.ownerId))
    .leftJoin(queue, eq(queue.leadId, leads.id))
    .where(inArray(rowid, [...rows]))
    .all()
}

/** Differs after any write, by this connection or another: the same text twice means nothing changed in between. */
export function storeVersion(db: Db): string {
  const { own, others } = db.get<{ own: number; others: number }>(
    sql`SELECT total_changes() AS own, data_version AS others FROM pragma_data_version`,
  )
  return `${own}/${others}`
}
