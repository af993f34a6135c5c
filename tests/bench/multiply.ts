import { sql } from 'drizzle-orm'

import type { Db } from '#electron/db/open'
import { say } from './report.ts'

/** People with all that hangs on them. Not the search index: no bench of a store this large searches. */
const TABLES = [
  'companies',
  'persons',
  'phones',
  'emails',
  'identities',
  'leads',
  'signals',
  'calls',
  'answers',
  'stage_changes',
  'promises',
  'objections',
  'assignments',
  'suppressions',
  'verdicts',
  'edits',
  'opportunities',
  'undos',
  'texts',
  'queue',
]
const IDS = ['id', 'person_id', 'company_id', 'lead_id', 'phone_id', 'call_id', 'refers_to', 'fact_id']
const REPS = ['rep_id', 'owner_id', 'to_rep_id', 'override_by']

/** An id that leaves room for its copies: only the last two digits differ. */
export const withRoom = (id: string): string => `${id.slice(0, -2)}00`

type Copy = { nth: number; people: number; facts: number; reps: readonly string[]; team: readonly string[] }

/**
 * Makes a store of so many times as many people, each copy with other numbers, and its calls by others of the team:
 * minutes where telling every story would take a quarter of an hour.
 */
export function multiply(db: Db, { copies, reps }: { copies: number; reps: readonly string[] }): void {
  const one = <T>(query: ReturnType<typeof sql>) => db.get<{ n: T }>(query).n
  const people = one<number>(sql`SELECT max(n) AS n FROM persons`)
  const facts = one<number>(sql`SELECT seq AS n FROM device`)
  const team = db
    .all<{ id: string }>(sql`SELECT DISTINCT rep_id AS id FROM calls ORDER BY id`)
    .map(({ id }) => id)
  for (let nth = 1; nth < copies; nth++) {
    const copy = { nth, people, facts, reps, team }
    // By its first copy: the others would be copied too.
    for (const table of TABLES) db.run(sql.raw(copyOf(db, table, copy)))
    say(`${people * (nth + 1)} leads`)
  }
  db.run(sql`UPDATE device SET seq = seq * ${copies}`)
}

function copyOf(db: Db, table: string, copy: Copy): string {
  const columns = db.all<{ name: string }>(sql.raw(`PRAGMA table_info(${table})`)).map(({ name }) => name)
  const [key = ''] = columns.filter((name) => IDS.includes(name))
  const values = columns.map((name) => valueOf(table, name, copy))
  const names = columns.map((name) => `"${name}"`)
  return `INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM ${table}
    WHERE substr("${key}", -2) = '00' ORDER BY "${key}"`
}

function valueOf(table: string, name: string, { nth, people, facts, reps, team }: Copy): string {
  const own = `"${name}"`
  if (IDS.includes(name)) return `substr(${own}, 1, 34) || '${nth.toString(16).padStart(2, '0')}'`
  if (REPS.includes(name)) {
    const others = team.map((id, at) => `WHEN '${id}' THEN '${reps[(nth * team.length + at) % reps.length]}'`)
    return `CASE ${own} ${others.join(' ')} END`
  }
  if (name === 'seq') return `seq + ${nth * facts}`
  if (name === 'n') return `n + ${nth * people}`
  if (table === 'persons' && name === 'name') return `rtrim(name, '0123456789') || (n + ${nth * people})`
  if (name === 'e164') return numberOf(own, 2 * nth * people)
  if (name === 'email') return `'${nth}.' || email`
  if (table === 'identities' && name === 'key')
    return `CASE kind WHEN 'phone' THEN ${numberOf(own, 2 * nth * people)} ELSE '${nth}.' || key END`
  return own
}

/** As `WIDE` counts them: eight digits of a mobile, six of a fixed line. */
const numberOf = (e164: string, more: number) =>
  `CASE WHEN ${e164} LIKE '+347%' THEN '+347' || printf('%08d', substr(${e164}, 5) + ${more})
    ELSE substr(${e164}, 1, length(${e164}) - 6) || printf('%06d', (substr(${e164}, -6) + ${more}) % 1000000) END`
