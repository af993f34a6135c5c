import { behaviourReceipt, fitReceipt, hasIntent as shows, type Receipt } from '#shared/domain/score'
import type { Deps } from './deps.ts'
import { fitFactsOf, type Gathered } from './placing.ts'

/** Fit and behaviour of a lead as they stand now, line by line. */
export function receiptsOf(deps: Deps, { row, placing }: Gathered): { fit: Receipt; behaviour: Receipt } {
  const { profile, signals } = placing
  return {
    fit: fitReceipt(fitFactsOf(row), profile, row.list.id),
    behaviour: behaviourReceipt(signals, profile, deps.now()),
  }
}

/** MQL's second gate (PRODUCT.md section 3): an intent action in the last 90 days, or behaviour at or over 50. */
export const hasIntent = (deps: Deps, { placing }: Gathered): boolean =>
  shows(placing.signals, placing.profile, deps.now())
