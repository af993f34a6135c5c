import Database from 'better-sqlite3'
import { join } from 'node:path'

type LoggedCall = {
  id: string
  name: string
  outcome: string
  byHand: 0 | 1
  talk: number | null
  wrap: number
  note: string | null
}

/** Calls in the store that a running or a killed engine wrote, in the order they were logged, since an instant. */
export function callsIn(data: string, since: number): LoggedCall[] {
  const store = new Database(join(data, 'callwright.db'), { readonly: true })
  try {
    return store
      .prepare<[number], LoggedCall>(
        `SELECT calls.id, persons.name, outcome, by_hand AS byHand, talk, wrap, texts.text AS note
           FROM calls JOIN persons ON persons.id = calls.person_id
           LEFT JOIN texts ON texts.fact_id = calls.id AND texts.field = 'note'
          WHERE dialled_at >= ? ORDER BY calls.seq`,
      )
      .all(since)
  } finally {
    store.close()
  }
}
