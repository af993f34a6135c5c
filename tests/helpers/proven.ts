import { sql } from 'drizzle-orm'

import type { Frozen } from '#shared/domain/frozen'
import { DAY } from '#shared/lib/time'
import { type DeskApp } from './desk.ts'

export type Change = Record<'id' | 'lead_id' | 'to_stage' | 'frozen', string> & {
  at: number
  override_by: string | null
}

export const BEYOND = ['sql', 'opportunity', 'customer']
/** PRODUCT.md section 3 once more, from the rows alone: what each move past MQL needs at the moment it is written. */
export function isProven(app: DeskApp, { id, lead_id, at, frozen, override_by }: Change): boolean {
  const { now, threshold } = JSON.parse(frozen) as Frozen
  const has = (text: string) => app.db.all(sql.raw(`SELECT 1 FROM ${text} LIMIT 1`)).length > 0
  if (has(`live_stage_changes WHERE lead_id = '${lead_id}' AND to_stage = 'sql' AND id <> '${id}'`))
    return true
  const spoke =
    has(`live_calls WHERE lead_id = '${lead_id}' AND import_id IS NULL AND dialled_at >= ${at - 90 * DAY}
    AND (spoke = 'person' OR outcome IN ('interested', 'qualified', 'nurture', 'not_interested', 'disqualified'))`)
  const agreed = has(`live_promises WHERE lead_id = '${lead_id}' AND agreed AND due_at > ${at}`)
  const passed = has(`reps WHERE id = '${override_by}' AND role <> 'rep'`)
  return spoke && agreed && (passed || now >= threshold)
}
