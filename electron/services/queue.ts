import type * as z from 'zod'

import type { Db } from '#electron/db/open'
import type { why } from '#shared/contract/card'
import type { Deps } from './deps.ts'

export type Why = z.output<typeof why>

/** Brings the caches and queue rows of these leads up to their facts. Call it after every fact, in its transaction. */
export function refresh(_tx: Db, _deps: Deps, _leadIds: readonly string[]): void {
  throw new Error('in the making')
}

/** The other leads that a dial of this one touches: the person's in other lists, the company's and the number's when a cap is reached. */
export function refreshAround(_tx: Db, _deps: Deps, _leadId: string): void {
  throw new Error('in the making')
}

/** The lead that the rep at the desk should call next; `after` was just looked at and is passed over. Null when none is ready. */
export function nextLead(_tx: Db, _deps: Deps, _listId: string, _after: string | null): string | null {
  throw new Error('in the making')
}

/** Why this one: null when the lead is not in the queue. */
export function whyOf(_tx: Db, _deps: Deps, _leadId: string): Why | null {
  throw new Error('in the making')
}

/**
 * Moves the rep's place in the cycle past the turn that this lead's dial took. Call it when a dial (flag attempt) is
 * logged, before `refresh`, with the day at this desk (`YYYY-MM-DD`). A promise or a hot lead takes no turn.
 */
export function advanceCycle(_tx: Db, _repId: string, _listId: string, _day: string, _leadId: string): void {
  throw new Error('in the making')
}
