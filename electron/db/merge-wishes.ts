import { insertSuppression } from './call.ts'
import { stampOf, type Clock } from './facts.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Wish = {
  id: string
  /** Epoch ms. */
  at: number
  channel: 'call' | 'mail'
  callId: string | null
  refersTo: string | null
  source: string
}
type Of = 'person' | 'company'

/** What stands against calling or mailing somebody, whatever their numbers are. */
export const wishesOf = (db: Db, of: Of, id: string): Wish[] =>
  raw<Wish>(
    db,
    `SELECT id, at, channel, call_id AS callId, refers_to AS refersTo, source FROM live_suppressions
      WHERE ${of}_id = ? AND scope = ? AND NOT lifted
      AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL) ORDER BY clock`,
  ).all(id, of)

/**
 * Suppression wins every merge and stays on both after it is taken back (PRODUCT.md section 9): what stands on one is
 * said of the other too. A wish that an undone call brought goes with its call, so each goes along with its own.
 */
export function shareWishes(db: Db, clock: Clock, of: Of, from: string, to: string): void {
  const there = wishesOf(db, of, to)
  const isThere = ({ id, refersTo }: Wish) =>
    there.some((wish) => wish.refersTo === id || wish.id === refersTo || wish.refersTo === (refersTo ?? id))
  for (const wish of wishesOf(db, of, from))
    if (!isThere(wish))
      insertSuppression(db, {
        ...stampOf(db, clock),
        refersTo: wish.id,
        scope: of,
        channel: wish.channel,
        personId: of === 'person' ? to : null,
        companyId: of === 'company' ? to : null,
        callId: wish.callId,
        source: wish.source,
        lifted: false,
      })
}

/** Two who are one, at two companies: what one employer asked for holds for them, wherever they are called. */
export function shareEmployersWish(
  db: Db,
  clock: Clock,
  employers: readonly (string | null)[],
  personId: string,
): void {
  if (employers[0] === employers[1]) return
  for (const wish of employers.flatMap((id) => (id === null ? [] : wishesOf(db, 'company', id))))
    insertSuppression(db, {
      ...stampOf(db, clock),
      refersTo: wish.id,
      scope: 'person',
      channel: wish.channel,
      personId,
      callId: wish.callId,
      source: wish.source,
      lifted: false,
    })
}
