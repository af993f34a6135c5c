import { getTableColumns, sql, type Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'

/** Writes a row with a statement that is compiled once. What is not given is null. */
export function inserter<T extends SQLiteTable>(table: T): (db: Db, row: T['$inferInsert']) => void {
  const columns = Object.entries(getTableColumns(table as Table))
  const query = prepared((db) => {
    const values = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)]))
    return db
      .insert(table)
      .values(values as T['$inferInsert'])
      .prepare()
  })
  const blank = Object.fromEntries(columns.map(([name]) => [name, null]))
  return (db, row) => void query(db).run({ ...blank, ...row })
}

/** Whichever table, for those who choose it by name. */
export type AnyTable = SQLiteTable

/** Rows of one table by a statement that is compiled once. All rows have the keys of the first. */
export function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): void {
  const [first] = rows
  if (!first) return
  const names = Object.keys(getTableColumns(table)).filter((name) => name in first)
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
  const statement = db
    .insert(table)
    .values(values as T['$inferInsert'])
    .prepare()
  for (const row of rows) statement.run(row)
}
