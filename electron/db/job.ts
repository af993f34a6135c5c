import type { JobEdit } from '#shared/domain/job'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

const textOf = (field: string) => `(SELECT text FROM texts WHERE fact_id = edits.id AND field = '${field}')`

/** By hand: also what was written while they were taken for somebody else. */
const WRITTEN = `SELECT id, at, clock, refers_to AS refersTo, field, ${textOf('before')} AS before, ${textOf('after')} AS after
  FROM edits WHERE (person_id = @personId OR lead_id IN (SELECT id FROM leads WHERE person_id = @personId))
    AND field IN ('title', 'company')`

/** By a file, for as long as it can be taken back; an employer by the id of the company. */
const broughtIn = (
  column: 'title' | 'company_id',
) => `SELECT import_id || n, imports.at, printf('%012x', imports.at), NULL,
    '${column === 'title' ? 'title' : 'company'}', before ->> '$.${column}[0]', before ->> '$.${column}[1]'
  FROM import_changes JOIN imports ON imports.id = import_id
  WHERE import_changes.id = @personId AND entity = 'persons' AND before -> '$.${column}' IS NOT NULL`

const ALL = `${WRITTEN} UNION ALL ${broughtIn('title')} UNION ALL ${broughtIn('company_id')} ORDER BY 3, 1`

/** Titles and employers of somebody as they were changed, oldest first. */
export const jobEdits = (db: Db, personId: string): JobEdit[] => raw<JobEdit>(db, ALL).all({ personId })
