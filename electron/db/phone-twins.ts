import { eq } from 'drizzle-orm'

import type { PhoneStatus } from '#shared/domain/phone-kind'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { phones } from './schema/person.ts'

type Phone = typeof phones.$inferSelect

export const findPhone = (db: Db, id: string): Phone | undefined =>
  db.select().from(phones).where(eq(phones.id, id)).get()

/** The same number once more with the same person, since two are one; `marked` = something was said of that very one. */
export const twinsOf = (db: Db, { id, personId, e164, extension }: Phone) =>
  raw<{ id: string; status: PhoneStatus; marked: 0 | 1 }>(
    db,
    `SELECT id, status, EXISTS (SELECT 1 FROM edits JOIN texts ON fact_id = edits.id AND texts.field = 'phone'
        WHERE (edits.person_id = phones.person_id OR edits.lead_id IN (SELECT id FROM leads WHERE person_id = phones.person_id))
          AND texts.text = phones.id) AS marked
      FROM phones WHERE person_id = ? AND e164 = ? AND extension IS ? AND id <> ?`,
  ).all(personId, e164, extension, id)
