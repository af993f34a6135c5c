import { MINUTE } from '#shared/lib/time'
import { dropLease, renewLease, takeLease } from '#electron/db/lease'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'

/** How long a lead that was opened stays with whoever opened it, if nothing is done to it; and once it rings. */
const LOOK = 10 * MINUTE
const CALL = 60 * MINUTE

/**
 * Where somebody sits: a window, as it named itself, with the rep who sits there. Two windows of one rep are two seats;
 * who names none is not told apart from the rep's other windows.
 */
export const seatOf = (repId: string | null, seat: string | undefined): string =>
  `${seat ?? ''} ${repId ?? ''}`

type At = { seat: string | undefined; repId: string }
type Opened = { leadId: string; personId: string }

/** Nobody else is served what is now before this seat; what was there before is free again. */
export function leaseTo(tx: Db, { now }: Deps, { seat, repId }: At, opened: Opened | null): void {
  if (seat === undefined) return
  const key = seatOf(repId, seat)
  if (opened) takeLease(tx, { ...opened, seat: key, repId, until: now() + LOOK })
  else dropLease(tx, key)
}

/** Whoever works on a lead keeps it before them. */
export const keepLease = (
  tx: Db,
  { now }: Deps,
  of: { leadId: string; repId: string; rings: boolean },
): void => renewLease(tx, { leadId: of.leadId, repId: of.repId, until: now() + (of.rings ? CALL : LOOK) })
