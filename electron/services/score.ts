import type * as z from 'zod'

import type { Db } from '#electron/db/open'
import type { receipt } from '#shared/contract/card'
import type { Deps } from './deps.ts'

export type Receipt = z.output<typeof receipt>

/** Fit and behaviour of a lead as they stand now, line by line. */
export function receiptsOf(_tx: Db, _deps: Deps, _leadId: string): { fit: Receipt; behaviour: Receipt } {
  throw new Error('in the making')
}

/** MQL's second gate (PRODUCT.md section 3): an intent action in the last 90 days, or behaviour at or over 50. */
export function hasIntent(_tx: Db, _deps: Deps, _leadId: string): boolean {
  throw new Error('in the making')
}
