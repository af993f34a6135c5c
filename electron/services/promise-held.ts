import type { Ground } from '#shared/domain/ground'
import { OVERDUE_AFTER, type PromisePolicy } from '#shared/domain/promise'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import type { Deps } from './deps.ts'
import { absentReps } from './rep-hours.ts'

type Held = { by: string; until: number | null }

/** Who has the first right to a promise that is due, and until when; `until` null = nobody else keeps it. */
export function promiseHeldBy(
  tx: Db,
  deps: Deps,
  { dueAt, bucket }: Ground,
  policy: PromisePolicy,
  ownerId: string | null,
): Held | null {
  if (bucket !== 'promise' || dueAt === null || ownerId === null || policy === 'anyone') return null
  const now = deps.now()
  const until = policy === 'owner' ? null : dueAt + OVERDUE_AFTER
  const isOver = until !== null && now >= until
  if (isOver || repAtDesk(tx)?.id === ownerId || absentReps(tx, deps, now).includes(ownerId)) return null
  const owner = findRep(tx, ownerId)
  return owner ? { by: owner.name, until } : null
}
