import type Database from 'better-sqlite3'

import type { Db } from './open.ts'

type Statements = Map<string, Database.Statement>
const kept = new WeakMap<object, Statements>()

/**
 * The connection itself, for bulk work where a query builder costs more than the query. A transaction has the same one
 * as the database that it is open on.
 */
export const clientOf = (db: Db): Database.Database =>
  (db as unknown as { session: { client: Database.Database } }).session.client

/** A statement that is compiled once for each store. */
export function raw<Row = unknown>(db: Db, text: string): Database.Statement<unknown[], Row> {
  const client = clientOf(db)
  let statements = kept.get(client)
  if (!statements) kept.set(client, (statements = new Map()))
  let statement = statements.get(text)
  if (!statement) statements.set(text, (statement = client.prepare(text)))
  return statement as Database.Statement<unknown[], Row>
}
