import { overridden, overrideAt, type Overridable } from '#shared/domain/override'
import { behaviourReceipt, fitReceipt, isIntentRecent } from '#shared/domain/score'
import { MQL_POINTS } from '#shared/domain/stage'
import type { Card } from '#shared/contract/card'
import { overridesOf } from '#electron/db/override'
import type { Deps } from './deps.ts'
import { fitFactsOf, type Gathered } from './placing.ts'

type Scores = Pick<Card, Overridable>

/** Fit and behaviour of a lead as they stand now, line by line; what somebody set by hand is a line of its own. */
export function receiptsOf(deps: Deps, { row, placing }: Gathered): Scores {
  const { profile, signals } = placing
  const now = deps.now()
  const all = overridesOf(deps.db, row.lead.id)
  const receipts = {
    fit: fitReceipt(fitFactsOf(deps.db, row, profile), profile, row.list.id),
    behaviour: behaviourReceipt(signals, profile, now),
  }
  const withSet = (score: Overridable) => {
    const set = overrideAt(all, score, now)
    const receipt = receipts[score]
    const said = set && { by: set.by, reason: set.reason, until: set.until, original: receipt.total }
    return { ...overridden(receipt, set), override: said }
  }
  return { fit: withSet('fit'), behaviour: withSet('behaviour') }
}

/** Fit as it stands now, in hundredths. */
export const fitNow = (deps: Deps, { row }: Gathered): number =>
  overrideAt(overridesOf(deps.db, row.lead.id), 'fit', deps.now())?.points ?? row.lead.fit

/** MQL's second gate (PRODUCT.md section 3): an intent action in the last 90 days, or behaviour at or over 50. */
export function hasIntent(deps: Deps, found: Gathered): boolean {
  const { signals, profile } = found.placing
  return isIntentRecent(signals, profile, deps.now()) || receiptsOf(deps, found).behaviour.total >= MQL_POINTS
}
