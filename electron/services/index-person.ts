import { emailsOf } from '#electron/db/card'
import { phonesOf } from '#electron/db/lead'
import { personRow } from '#electron/db/merge-person'
import type { Db } from '#electron/db/open'
import { indexPerson } from '#electron/db/search'

/** Makes somebody findable by what they are called, where they work and how they are reached now. */
export function indexAnew(tx: Db, personId: string): void {
  const row = personRow(tx, personId)
  if (!row) return
  const phones = phonesOf(tx, personId).map(({ e164 }) => e164)
  indexPerson(tx, { n: row.n, name: row.name, company: row.company, phones, emails: emailsOf(tx, personId) })
}
