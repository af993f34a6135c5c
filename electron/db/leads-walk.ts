import { sql, type SQL } from 'drizzle-orm'

import type { LeadsFilter } from '#shared/contract/leads-filter'
import type { LeadSort } from '#shared/domain/leads'
import { STAGES } from '#shared/domain/stage'
import { typedOf, whereOf, type Asking } from './leads-where.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** A lead's row number, and what it is ordered by; rows are numbered in the order they came. */
export type Keyed = { n: number; key: number | string | null }

/**
 * What is walked, in stretches short enough that whoever waits gets a turn: row numbers over `from` up to `to`.
 * `few`: an index leads straight to them, so one stretch takes all.
 */
export type Walk = { last: number; few: boolean; stretch: (from: number, to: number) => Keyed[] }

const stageOrder = sql.raw(
  `CASE leads.stage ${STAGES.map((stage, at) => `WHEN '${stage}' THEN ${at}`).join(' ')} END`,
)
const KEYS: Readonly<Record<LeadSort, SQL>> = {
  newest: sql`leads.rowid`,
  name: sql`(SELECT name FROM persons WHERE persons.id = leads.person_id)`,
  company: sql`(SELECT name FROM companies WHERE companies.id = leads.company_id)`,
  stage: stageOrder,
  arrived: sql`leads.arrived_at`,
  lastDial: sql`leads.last_dial_at`,
  attempts: sql`leads.attempts`,
  dials: sql`leads.dials`,
  fit: sql`leads.fit`,
  bant: sql`leads.bant_now`,
}

/** How the leads of a filter are walked: along the index that leaves most of the others out. */
export function walkOf(db: Db, filter: LeadsFilter, sort: LeadSort, asking: Asking): Walk {
  const typed = typedOf(filter)
  if (typed === null) return { last: 0, few: true, stretch: () => [] }
  const key = KEYS[sort]
  if (typed !== undefined) {
    const where = whereOf(filter, asking)
    const matched = raw<number>(db, 'SELECT rowid FROM search WHERE search MATCH ?').pluck().all(typed)
    return {
      last: matched.length,
      few: false,
      // From those who match outwards, each to their own leads.
      stretch: (from, to) =>
        db.all<Keyed>(sql`SELECT leads.rowid AS n, ${key} AS key
          FROM json_each(${JSON.stringify(matched.slice(from, to))}) AS found
          CROSS JOIN persons AS matched ON matched.n = found.value
          CROSS JOIN leads INDEXED BY leads_by_person ON leads.person_id = matched.id
          WHERE ${where}`),
    }
  }
  const { source, where, few = false } = pathOf(filter, asking)
  return {
    last: lastOf(db, sql`SELECT max(rowid) AS n FROM leads`),
    few,
    stretch: (from, to) =>
      db.all<Keyed>(sql`SELECT leads.rowid AS n, ${key} AS key FROM ${source}
        WHERE ${where} AND leads.rowid > ${from} AND leads.rowid <= ${to}`),
  }
}

const lastOf = (db: Db, query: SQL): number => db.get<{ n: number | null }>(query).n ?? 0

type Path = { source: SQL; where: SQL; few?: boolean }

function pathOf(filter: LeadsFilter, asking: Asking): Path {
  const { importId, owners, lists, waking, promised } = filter
  const all = whereOf(filter, asking)
  const by = (index: string): Path => ({ source: sql`leads INDEXED BY ${sql.raw(index)}`, where: all })
  if (promised) return { source: sql`leads`, where: all, few: true }
  if (waking) return { ...by('leads_by_waking'), few: true }
  if (importId) return by('leads_by_import')
  if (owners?.length && !owners.includes('nobody')) return by('leads_by_owner')
  // Every stage by its name: the index then leads to the row numbers of a stretch.
  if (lists?.length) {
    const where = filter.stages?.length ? all : sql`leads.stage IN ${[...STAGES]} AND ${all}`
    return { source: sql`leads INDEXED BY leads_by_list`, where }
  }
  return { source: sql`leads NOT INDEXED`, where: all }
}
