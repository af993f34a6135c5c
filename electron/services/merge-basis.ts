import { CHANNELS, groundOfBoth } from '#shared/domain/basis'
import { insertBasis, newestBasis } from '#electron/db/basis'
import { insertText, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'

/**
 * Why somebody may be called goes to whom they turned out to be, with its proof. What was given comes and goes with the
 * merge; that it was withdrawn stays with both (PRODUCT.md section 9).
 */
export function shareGrounds(
  tx: Db,
  deps: Deps,
  { from, to, pairingId }: { from: string; to: string; pairingId: string | null },
): void {
  for (const channel of CHANNELS) {
    const ground = newestBasis(tx, { personId: from, channel })
    if (!ground || groundOfBoth(newestBasis(tx, { personId: to, channel }), ground) === 'kept') continue
    if (ground.given && pairingId === null) continue
    const stamp = stampOf(tx, deps)
    const { id, kind, given, on } = ground
    insertBasis(tx, { ...stamp, refersTo: given ? pairingId : id, personId: to, channel, kind, given, on })
    for (const field of ['source', 'proof'])
      insertText(tx, { factId: stamp.id, field, personId: to, text: textsOf(tx, id)[field] ?? null })
  }
}
