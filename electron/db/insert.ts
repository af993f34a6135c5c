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
