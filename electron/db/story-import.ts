import type { Asked } from './story.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** One thing that a file changed on a lead, its person or its company; `before` as `import_changes` keeps it. */
export type Touch = {
  importId: string
  at: number
  by: string | null
  fileName: string
  entity: string
  before: string
}
/** Far more than any lead has: a stop, not a page. */
const MOST = 1000

const OF_FILE = `SELECT fact.id AS importId, fact.at, reps.name AS "by", fact.file_name AS fileName`
const SAID_BY = `LEFT JOIN reps ON reps.id = fact.rep_id`
const ASKED = `fact.state IN ('done', 'finishing') AND fact.at >= @since AND fact.at < @before
  AND (@repId IS NULL OR fact.rep_id = @repId)`

/** What imports that stand changed on a lead that was there, the newest import first. */
export const importsTouching = (db: Db, asked: Asked): Touch[] =>
  raw<Touch>(
    db,
    `${OF_FILE}, entity, before
      FROM import_changes AS change JOIN imports AS fact ON fact.id = change.import_id ${SAID_BY}
      WHERE change.id IN (@leadId, @personId, (SELECT company_id FROM leads WHERE id = @leadId)) AND ${ASKED}
      ORDER BY fact.at DESC, fact.id, change.n LIMIT ${MOST}`,
  ).all(asked)

/** Wishes not to be called or written to that files brought to somebody who was there. */
export const wishesTouching = (db: Db, asked: Asked): Touch[] =>
  raw<Touch>(
    db,
    `${OF_FILE}, 'wish' AS entity, json_object('channel', wish.channel) AS before
      FROM suppressions AS wish JOIN imports AS fact ON fact.id = wish.call_id ${SAID_BY}
      WHERE wish.person_id = @personId AND ${ASKED}
        AND NOT EXISTS (SELECT 1 FROM leads WHERE person_id = @personId AND import_id = fact.id)`,
  ).all(asked)

/** Files that brought calls or results of elsewhere, as far as any of them stands. */
export const historiesTouching = (db: Db, asked: Asked): Omit<Touch, 'entity' | 'before'>[] =>
  raw<Omit<Touch, 'entity' | 'before'>>(
    db,
    `WITH theirs AS (SELECT id FROM leads WHERE person_id = @personId)
      ${OF_FILE} FROM imports AS fact ${SAID_BY} WHERE ${ASKED} AND fact.id IN (
        SELECT import_id FROM live_calls WHERE lead_id IN theirs AND import_id IS NOT NULL
        UNION SELECT refers_to FROM verdicts WHERE lead_id IN theirs AND id NOT IN (SELECT call_id FROM undos))`,
  ).all(asked)

const textOf = (sql: string) => (db: Db, id: string) =>
  raw<{ text: string | null }>(db, sql).get(id)?.text ?? null
/** What an import gave, by its id; null once it was taken away. */
export const phoneGiven = textOf('SELECT e164 AS text FROM phones WHERE id = ?')
export const signalGiven = textOf('SELECT kind AS text FROM signals WHERE id = ?')
export const companyGiven = textOf('SELECT name AS text FROM companies WHERE id = ?')
