import { has, OUTCOME_IDS } from '#shared/domain/outcome'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Dialled = { n: number; at: number; companyId: string | null; e164: string | null }
const DIALS = OUTCOME_IDS.filter((outcome) => has(outcome, 'attempt'))
  .map((outcome) => `'${outcome}'`)
  .join()
const SINCE = `SELECT calls.rowid AS n, dialled_at AS at, calls.company_id AS companyId, e164
  FROM calls LEFT JOIN phones ON phones.id = phone_id
  WHERE (dialled_at, calls.rowid) > (@at, @n) AND outcome IN (${DIALS}) ORDER BY dialled_at, calls.rowid LIMIT @limit`
/** What was dialled after one call, in the order of time. */
export const dialledAfter = (db: Db, after: { at: number; n: number; limit: number }): Dialled[] =>
  raw<Dialled>(db, SINCE).all(after)

const ofNumber = `SELECT leads.id FROM identities JOIN leads ON leads.person_id = identities.person_id
  WHERE kind = 'phone' AND key = ? AND import_id = ?`
/** Leads of an import whose people have that number. */
export const importedWithNumber = (db: Db, e164: string, importId: string): string[] =>
  raw<string>(db, ofNumber).pluck().all(e164, importId)
