import { keysOf } from '#shared/domain/import/same-person'
import type { Db } from '#electron/db/open'
import { emailsOf } from '#electron/db/card'
import { dropKept, type ImportRow } from '#electron/db/import'
import { phonesOf } from '#electron/db/lead'
import { insertIdentity, removePerson } from '#electron/db/person'
import { raw } from '#electron/db/raw'
import { inSlices, type Slices } from './slices.ts'

type Made = { id: string; personId: string; companyId: string | null; externalId: string | null }

const FACTS = ['calls', 'answers', 'promises', 'stage_changes', 'opportunities'] as const

/** Takes out all that an import wrote before its last steps. A lead that somebody worked on meanwhile stays. */
export async function removeImport(slices: Slices, { id, at, plan, listId }: ImportRow): Promise<void> {
  const { db } = slices
  const made = raw<Made>(
    db,
    'SELECT id, person_id AS personId, company_id AS companyId, external_id AS externalId FROM leads WHERE import_id = ?',
  ).all(id)
  await inSlices(slices.toTheEnd(), made, (lead) => removeLead(db, lead, at))
  db.transaction((tx) => {
    dropKept(tx, id)
    const isNew = (plan as { newList?: unknown }).newList != null
    if (isNew && listId !== null)
      raw(
        tx,
        'DELETE FROM lists WHERE id = ? AND NOT EXISTS (SELECT 1 FROM leads WHERE list_id = lists.id)',
      ).run(listId)
  })
}

function removeLead(db: Db, { id, personId, companyId, externalId }: Made, at: number): void {
  const isWorkedOn =
    FACTS.some((table) => raw(db, `SELECT 1 FROM ${table} WHERE lead_id = ? LIMIT 1`).get(id)) ||
    raw(db, `SELECT 1 FROM drafts WHERE lead_id = ? AND (note <> '' OR dialled_at IS NOT NULL)`).get(id)
  if (isWorkedOn) return keepKeys(db, personId, externalId)
  for (const table of ['signals', 'queue', 'drafts'])
    raw(db, `DELETE FROM ${table} WHERE lead_id = ?`).run(id)
  raw(db, 'DELETE FROM leads WHERE id = ?').run(id)
  const person = raw<{ n: number }>(
    db,
    `SELECT n FROM persons WHERE id = ? AND created_at = ?
      AND NOT EXISTS (SELECT 1 FROM leads WHERE person_id = persons.id)`,
  ).get(personId, at)
  if (!person) return
  removePerson(db, { personId, n: person.n, companyId }, externalId === null ? [] : [externalId])
}

/** Who stays must be known when the file comes again: a wish not to be called would else be another person's. */
function keepKeys(db: Db, personId: string, externalId: string | null): void {
  const person = { externalId, emails: emailsOf(db, personId), phones: phonesOf(db, personId) }
  for (const { kind, key } of keysOf(person)) insertIdentity(db, kind, key, personId)
}
