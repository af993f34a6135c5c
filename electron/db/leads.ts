import { eq, inArray, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { fitAt } from './override.ts'
import { reps } from './schema/desk.ts'
import { leads, lists } from './schema/lead.ts'
import { companies, persons } from './schema/person.ts'
import { queue } from './schema/queue.ts'

const rowid = sql<number>`leads.rowid`

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

/** What a list of leads shows of each at that moment, by row number. */
export function leadRows(db: Db, rows: readonly number[], now: number) {
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
      reason: leads.reason,
      source: leads.source,
      campaign: leads.campaign,
      owner: reps.name,
      country: persons.country,
      city: persons.city,
      fit: fitAt(now),
      bant: leads.bantNow,
      dials: leads.dials,
      attempts: leads.attempts,
      arrivedAt: leads.arrivedAt,
      wakesAt: leads.wakesAt,
      lastDialAt: leads.lastDialAt,
      lastOutcome: sql<
        string | null
      >`(SELECT coalesce(own_outcome, outcome) FROM live_calls WHERE lead_id = ${leads.id}
        ORDER BY dialled_at DESC LIMIT 1)`,
      extra: leads.extra,
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

/** The row numbers of leads, and their ids. */
export const idsOfRows = (db: Db, rows: readonly number[]): Map<number, string> =>
  new Map(
    db
      .all<{ n: number; id: string }>(
        sql`SELECT rowid AS n, id FROM leads WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`,
      )
      .map(({ n, id }) => [n, id]),
  )

/** The other way round, in the order of the ids; who is gone is left out. */
export const rowsOfIds = (db: Db, ids: readonly string[]): number[] =>
  db
    .all<{ n: number }>(
      sql`SELECT leads.rowid AS n FROM json_each(${JSON.stringify(ids)}) AS one CROSS JOIN leads ON leads.id = one.value
        ORDER BY one.key`,
    )
    .map(({ n }) => n)

export const rowOfLead = (db: Db, leadId: string): number | null =>
  db.get<{ n: number } | undefined>(sql`SELECT rowid AS n FROM leads WHERE id = ${leadId}`)?.n ?? null

/** Differs after any write, by this connection or another: the same text twice means nothing changed in between. */
export function storeVersion(db: Db): string {
  const { own, others } = db.get<{ own: number; others: number }>(
    sql`SELECT total_changes() AS own, data_version AS others FROM pragma_data_version`,
  )
  return `${own}/${others}`
}
