import { insertSuppression } from '#electron/db/call'
import { stampAs } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import type { Order } from './journal.ts'

type Wish = { id: string; channel: 'call' | 'mail'; phoneId: string }

/** What was asked for a number holds for everybody who has it, also once the one who asked is gone. */
export function keepNumberWishes(
  tx: Db,
  { newId }: Pick<Deps, 'newId'>,
  { repId, at, offset, persons }: Order,
): void {
  const wishes = raw<Wish>(
    tx,
    `SELECT s.id, s.channel, other.id AS phoneId FROM live_suppressions AS s JOIN phones AS own ON own.id = s.phone_id
      JOIN identities AS i ON i.kind = 'phone' AND i.key = own.e164 AND i.person_id <> own.person_id
      JOIN phones AS other ON other.person_id = i.person_id AND other.e164 = own.e164
      WHERE s.scope = 'number' AND NOT s.lifted AND own.person_id IN (SELECT value FROM json_each(@persons))
        AND other.person_id NOT IN (SELECT value FROM json_each(@persons))
        AND s.id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM suppressions AS again WHERE again.phone_id = other.id AND again.refers_to = s.id)`,
  ).all({ persons: JSON.stringify(persons) })
  for (const { id, channel, phoneId } of wishes)
    insertSuppression(tx, {
      ...stampAs(tx, { id: newId(), repId, at, offset }),
      refersTo: id,
      scope: 'number',
      channel,
      phoneId,
      source: 'erased',
      lifted: false,
    })
}
