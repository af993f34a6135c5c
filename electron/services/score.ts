import { behaviourReceipt, fitReceipt, hasIntent as shows, type Receipt } from '#shared/domain/score'
import { findLead, signalsOf, type LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { fitFactsOf } from './placing.ts'
import { currentRules } from './rules.ts'

/** Fit and behaviour of a lead as they stand now, line by line. */
export function receiptsOf(tx: Db, deps: Deps, leadId: string): { fit: Receipt; behaviour: Receipt } {
  const row = rowOf(tx, leadId)
  const { score } = currentRules(tx)
  return {
    fit: fitReceipt(fitFactsOf(row), score, row.list.id),
    behaviour: behaviourReceipt(signalsOf(tx, leadId), score, deps.now()),
  }
}

/** MQL's second gate (PRODUCT.md section 3): an intent action in the last 90 days, or behaviour at or over 50. */
export const hasIntent = (tx: Db, deps: Deps, leadId: string): boolean =>
  shows(signalsOf(tx, leadId), currentRules(tx).score, deps.now())

function rowOf(tx: Db, leadId: string): LeadRow {
  const row = findLead(tx, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  return row
}
