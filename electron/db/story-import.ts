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

/** What imports that stand changed on a lead that was there, the newest import first. */
export const importsTouching = (db: Db, asked: Asked): Touch[] =>
  raw<Touch>(
    db,
    `SELECT fact.id AS importId, fact.at, reps.name AS "by", fact.file_name AS fileName, entity, before
      FROM import_changes AS change JOIN imports AS fact ON fact.id = change.import_id
      LEFT JOIN reps ON reps.id = fact.rep_id
      WHERE change.id IN (@leadId, @personId, (SELECT company_id FROM leads WHERE id = @leadId))
        AND fact.state IN ('done', 'finishing') AND fact.at >= @since AND fact.at < @before
        AND (@repId IS NULL OR fact.rep_id = @repId)
      ORDER BY fact.at DESC, fact.id, change.n LIMIT ${MOST}`,
  ).all(asked)

const textOf = (sql: string) => (db: Db, id: string) =>
  raw<{ text: string | null }>(db, sql).get(id)?.text ?? null
/** What an import gave, by its id; null once it was taken away. */
export const phoneGiven = textOf('SELECT e164 AS text FROM phones WHERE id = ?')
export const signalGiven = textOf('SELECT kind AS text FROM signals WHERE id = ?')
export const companyGiven = textOf('SELECT name AS text FROM companies WHERE id = ?')
