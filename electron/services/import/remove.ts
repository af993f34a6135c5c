import { keysOf } from '#shared/domain/import/same-person'
import { emailsOf } from '#electron/db/card'
import { dropKept, undoneImports, type ImportRow } from '#electron/db/import'
import {
  chooseGoing,
  dropCompanies,
  dropKeys,
  leadsLeft,
  leaveCompanies,
  prepareRemoval,
  takeOut,
  type Removing,
} from '#electron/db/import-remove'
import { phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { insertIdentity } from '#electron/db/person'
import { raw } from '#electron/db/raw'
import { idsOf, MOST_TRIES, type IdKind } from './ids.ts'
import { inOne, type Slices } from './slices.ts'
import { walk } from './walk.ts'

const MOST_MADE = 0xffffffff
const rangeOf = (importId: string, kind: IdKind) => ({
  first: idsOf(importId, 0).id(kind, 0),
  last: idsOf(importId, MOST_TRIES).id(kind, MOST_MADE),
})

/** Whose ids an import makes, whichever try it was. */
export function removingOf(db: Db, { id, finishedAt }: Pick<ImportRow, 'id' | 'finishedAt'>): Removing {
  const made = [id, ...undoneImports(db)]
  return {
    importId: id,
    // Before its last steps an import makes no fact: all that there are somebody else made.
    until: finishedAt === null ? 0 : finishedAt + 1,
    leads: { first: idsOf(id, 0).id('person', 0), last: idsOf(id, MOST_TRIES).id('laterLead', MOST_MADE) },
    people: made.map((each) => rangeOf(each, 'person')),
    companies: made.map((each) => rangeOf(each, 'company')),
  }
}

/** Takes out all that an import wrote before its last steps. A lead that somebody worked on meanwhile stays. */
export async function removeImport(slices: Slices, row: ImportRow): Promise<{ kept: number }> {
  const { db } = slices
  const left = await takeOutLeads(slices.toTheEnd(), removingOf(db, row))
  await takeOutCompanies(slices.toTheEnd())
  await inOne(slices.toTheEnd(), () => {
    for (const { personId, externalId } of left) keepKeys(db, personId, externalId)
    dropKept(db, row.id)
    dropNewList(db, row)
  })
  return { kept: left.length }
}

/** All of its leads, people and keys, in slices. Returns the leads that stay. */
export async function takeOutLeads(slices: Slices, of: Removing, tell: (leads: number) => void = () => {}) {
  const { db } = slices
  prepareRemoval(db, of)
  for (const range of of.companies)
    await walk(slices, '', (after, size) => leaveCompanies(db, range, after, size))
  let done = 0
  await walk(slices, of.leads.first, (after, size) => {
    const last = chooseGoing(db, of, after, size)
    if (last === null) return null
    takeOut(db)
    tell((done += size))
    return last
  })
  // None was made before its last steps; then there is nothing to walk through.
  const first = { kind: '', key: '', id: '' }
  await walk(slices, first, (after, size) => dropKeys(db, after, size * KEYS_A_LEAD))
  return leadsLeft(db, of.importId)
}

/** Companies that `takeOutLeads` left without anybody. */
export async function takeOutCompanies(slices: Slices): Promise<void> {
  await walk(slices, '', (after, size) => dropCompanies(slices.db, after, size))
}
const KEYS_A_LEAD = 4

/** A list that came with the import goes with it, as long as nobody put anything else in, changed it or wrote its script. */
export function dropNewList(tx: Db, { plan, listId }: Pick<ImportRow, 'plan' | 'listId'>): void {
  const isNew = (plan as { newList?: unknown }).newList != null
  if (isNew && listId !== null)
    raw(
      tx,
      `DELETE FROM lists WHERE id = ? AND NOT EXISTS (SELECT 1 FROM leads WHERE list_id = lists.id)
        AND NOT EXISTS (SELECT 1 FROM rules WHERE kind IN ('list ' || lists.id, 'script ' || lists.id))`,
    ).run(listId)
}

/** Who stays must be known when the file comes again: a wish not to be called would else be another person's. */
function keepKeys(db: Db, personId: string, externalId: string | null): void {
  const person = { externalId, emails: emailsOf(db, personId), phones: phonesOf(db, personId) }
  for (const { kind, key } of keysOf(person)) insertIdentity(db, kind, key, personId)
}
