import { insertSuppression } from './call.ts'
import { stampOf, type Clock } from './facts.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Wish = { id: string; channel: 'call' | 'mail'; callId: string | null; source: string }
type Of = 'person' | 'company'

/** What stands against calling or mailing somebody, whatever their numbers are. */
const wishesOf = (db: Db, of: Of, id: string): Wish[] =>
  raw<Wish>(
    db,
    `SELECT id, channel, call_id AS callId, source FROM live_suppressions WHERE ${of}_id = ? AND scope = ? AND NOT lifted
      AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL) ORDER BY clock`,
  ).all(id, of)

/**
 * Suppression wins every merge and stays on both after it is taken back (PRODUCT.md section 9): what stands on one is
 * said of the other too. A wish that an undone call brought goes with its call.
 */
export function shareWishes(db: Db, clock: Clock, of: Of, from: string, to: string): void {
  const there = new Set(wishesOf(db, of, to).map(({ channel }) => channel))
  for (const { id, channel, callId, source } of wishesOf(db, of, from)) {
    if (there.has(channel)) continue
    there.add(channel)
    insertSuppression(db, {
      ...stampOf(db, clock),
      refersTo: id,
      scope: of,
      channel,
      personId: of === 'person' ? to : null,
      companyId: of === 'company' ? to : null,
      callId,
      source,
      lifted: false,
    })
  }
}
