import type { Output } from '#shared/contract/api'
import { isServedIn, missedFields } from '#shared/domain/territory'
import { repAtDesk } from '#electron/db/device'
import { holderOf } from '#electron/db/lease'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { queueRow } from '#electron/db/queue'
import { newestSkip } from '#electron/db/skip'
import type { Deps } from './deps.ts'
import { seatOf } from './lease.ts'
import { patchesIn, siteOf, territoryOf } from './territory.ts'
import type { Gathered } from './placing.ts'

type Condition = Output<'queue.why'>['mayCall']['conditions'][number]

/** What keeps a lead from being served though a call is allowed: a rep passed it over, or it is before somebody else. */
export function holdsOf(
  tx: Db,
  deps: Deps,
  { row, where, placing }: Gathered,
  seat: string | undefined,
): Condition[] {
  const { snoozedUntil } = placing
  const snoozed =
    snoozedUntil === null ? [] : [note('snoozed', snoozedUntil, newestSkip(tx, row.lead.id)?.reason)]
  const at = { personId: row.person.id, seat: seatOf(repAtDesk(tx)?.id ?? null, seat), now: deps.now() }
  const holder = holderOf(tx, at)
  const outside = isOwnPromise(tx, row.lead.id) ? [] : territoryNote(tx, row, where)
  const leased = holder ? [note('leased', holder.until, findRep(tx, holder.repId)?.name)] : []
  return [...snoozed, ...leased, ...outside]
}

/** Wherever the person is, a word that was given is kept. */
function isOwnPromise(tx: Db, leadId: string): boolean {
  const queued = queueRow(tx, leadId)
  return queued?.bucket === 'promise' && queued.ownerId === repAtDesk(tx)?.id
}

/** Outside the territory of the rep at the desk, and in what: a team lead can mend that. */
function territoryNote(tx: Db, row: Gathered['row'], where: Gathered['where']): Condition[] {
  const repId = repAtDesk(tx)?.id ?? null
  const mine = territoryOf(tx, repId)
  const site = siteOf(row, where)
  if (mine === null || isServedIn(patchesIn(tx)(site), mine.n)) return []
  return [note('territory', null, missedFields(mine, site).join(','))]
}

const note = (rule: string, until: number | null, evidence: string | undefined): Condition => ({
  rule,
  effect: 'allow',
  until,
  evidence: evidence ?? null,
  source: null,
})
