import { sql, type SQL } from 'drizzle-orm'

import type { LeadsFilter } from '#shared/contract/leads-filter'
import type { LeadSort } from '#shared/domain/leads'
import { STAGES } from '#shared/domain/stage'
import { typedOf, whereOf, type Asking } from './leads-where.ts'
import type { Db } from './open.ts'
import { fitAt } from './override.ts'
import { raw } from './raw.ts'

/** A lead's row number, and what it is ordered by; rows are numbered in the order they came. */
export type Keyed = { n: number; key: number | string | null }

/**
 * What is walked, in stretches short enough that whoever waits gets a turn: row numbers over `from` up to `to`.
 * `few`: an index leads straight to them, so one stretch takes all.
 */
export type Walk = { last: number; few: boolean; stretch: (from: number, to: number) => Stretch }
export type Stretch = { rows: readonly number[]; keys: readonly Keyed['key'][] }

const stageOrder = sql.raw(
  `CASE leads.stage ${STAGES.map((stage, at) => `WHEN '${stage}' THEN ${at}`).join(' ')} END`,
)
const KEYS: Readonly<Record<LeadSort, SQL | ((asking: Asking) => SQL)>> = {
  newest: sql`leads.rowid`,
  name: sql`named.name`,
  company: sql`employer.name`,
  stage: stageOrder,
  arrived: sql`leads.arrived_at`,
  lastDial: sql`leads.last_dial_at`,
  attempts: sql`leads.attempts`,
  dials: sql`leads.dials`,
  fit: ({ now }) => fitAt(now),
  bant: sql`leads.bant_now`,
}

/** What is joined for it, after the leads. */
const JOINED: Readonly<Partial<Record<LeadSort, SQL>>> = {
  name: sql`CROSS JOIN persons AS named ON named.id = leads.person_id`,
  company: sql`LEFT JOIN companies AS employer ON employer.id = leads.company_id`,
}

/** How the leads of a filter are walked: along the index that leaves most of the others out. */
export function walkOf(db: Db, filter: LeadsFilter, sort: LeadSort, asking: Asking): Walk {
  const typed = typedOf(filter)
  if (typed === null) return { last: 0, few: true, stretch: () => NOBODY }
  const by = KEYS[sort]
  const key = typeof by === 'function' ? by(asking) : by
  const joined = JOINED[sort] ?? sql``
  if (typed !== undefined) {
    const where = whereOf(filter, asking)
    const matched = raw<number>(db, 'SELECT rowid FROM search WHERE search MATCH ?').pluck().all(typed)
    return {
      last: matched.length,
      few: false,
      // From those who match outwards, each to their own leads.
      stretch: (from, to) =>
        gathered(
          db,
          sql`SELECT ${columns(key)}
          FROM json_each(${JSON.stringify(matched.slice(from, to))}) AS found
          CROSS JOIN persons AS matched ON matched.n = found.value
          CROSS JOIN leads INDEXED BY leads_by_person ON leads.person_id = matched.id ${joined}
          WHERE ${where}`,
        ),
    }
  }
  const { source, where, few = false } = pathOf(filter, asking)
  return {
    last: lastOf(db, sql`SELECT max(rowid) AS n FROM leads`),
    few,
    stretch: (from, to) =>
      gathered(
        db,
        sql`SELECT ${columns(key)} FROM ${source} ${joined}
        WHERE ${where} AND leads.rowid > ${from} AND leads.rowid <= ${to}`,
      ),
  }
}

const NOBODY: Stretch = { rows: [], keys: [] }

/** As two texts: a hundred thousand rows are read in half the time. */
const columns = (key: SQL) => sql`json_group_array(leads.rowid) AS rows, json_group_array(${key}) AS keys`

function gathered(db: Db, query: SQL): Stretch {
  const { rows, keys } = db.get<{ rows: string; keys: string }>(query)
  return { rows: JSON.parse(rows) as number[], keys: JSON.parse(keys) as Stretch['keys'] }
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
