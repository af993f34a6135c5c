import type { Output } from '#shared/contract/api'
import { repAtDesk } from '#electron/db/device'
import { holderOf } from '#electron/db/lease'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { newestSkip } from '#electron/db/skip'
import type { Deps } from './deps.ts'
import { seatOf } from './lease.ts'
import type { Gathered } from './placing.ts'

type Condition = Output<'queue.why'>['mayCall']['conditions'][number]

/** What keeps a lead from being served though a call is allowed: a rep passed it over, or it is before somebody else. */
export function holdsOf(
  tx: Db,
  deps: Deps,
  { row, placing }: Gathered,
  seat: string | undefined,
): Condition[] {
  const { snoozedUntil } = placing
  const snoozed =
    snoozedUntil === null ? [] : [note('snoozed', snoozedUntil, newestSkip(tx, row.lead.id)?.reason)]
  const at = { personId: row.person.id, seat: seatOf(repAtDesk(tx)?.id ?? null, seat), now: deps.now() }
  const holder = holderOf(tx, at)
  const leased = holder ? [note('leased', holder.until, findRep(tx, holder.repId)?.name)] : []
  return [...snoozed, ...leased]
}

const note = (rule: string, until: number, evidence: string | undefined): Condition => ({
  rule,
  effect: 'allow',
  until,
  evidence: evidence ?? null,
  source: null,
})
