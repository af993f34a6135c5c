import type { Stage } from '#shared/domain/stage'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type SideLead = {
  leadId: string
  listName: string
  stage: Stage
  lastDialAt: number | null
  extra: string | null
}

const LEAD = `SELECT leads.id AS leadId, lists.name AS listName, leads.stage, leads.last_dial_at AS lastDialAt, extra
  FROM leads JOIN lists ON lists.id = leads.list_id`
const ORDER = 'ORDER BY leads.last_dial_at IS NULL, leads.last_dial_at DESC, leads.id LIMIT 20'

export const leadsOfSide = (db: Db, of: 'person' | 'company', id: string): SideLead[] =>
  raw<SideLead>(db, `${LEAD} WHERE leads.${of}_id = ? ${ORDER}`).all(id)

/** Does a wish about calls stand against somebody, or a whole company? */
export const isSilenced = (db: Db, of: 'person' | 'company', id: string): boolean =>
  raw(
    db,
    `SELECT 1 FROM live_suppressions WHERE ${of}_id = ? AND scope = ? AND channel = 'call' AND NOT lifted
      AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)`,
  ).get(id, of) !== undefined
