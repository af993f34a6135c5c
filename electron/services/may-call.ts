import type * as z from 'zod'

import type { Db } from '#electron/db/open'
import type { mayCall, window } from '#shared/contract/card'
import type { Deps } from './deps.ts'

export type MayCall = z.output<typeof mayCall>
export type Window = z.output<typeof window>

/** May this lead be called now, on this number? `phoneId` null asks about the first number that could be called. */
export function mayCallLead(_tx: Db, _deps: Deps, _leadId: string, _phoneId: string | null): MayCall {
  throw new Error('in the making')
}

/** The calling window where the person is. */
export function windowOf(_tx: Db, _deps: Deps, _leadId: string): Window {
  throw new Error('in the making')
}
