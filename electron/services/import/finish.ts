import { dropDeed, dueDeeds, keepDeed, saveImport } from '#electron/db/import'
import { insertIdentity } from '#electron/db/person'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { doDeed, type Deed } from './deeds.ts'
import type { Pending } from './pending.ts'
import type { Brought, People } from './people.ts'
import { inSlices, type Slices } from './slices.ts'
import { insertQueued } from './write.ts'

type Finishing = {
  deps: Deps
  importId: string
  listId: string
  people: People
  pending: Pending
  slices: Slices
}

/**
 * The last steps. Until the import is marked as finishing it can be taken back whole; from there on it is only ever
 * completed, now or after a crash.
 */
export async function finish(finishing: Finishing, counts: () => Record<string, number>): Promise<void> {
  const { deps, importId, listId, people, pending, slices } = finishing
  const { db } = deps
  // In runs that are sorted: neighbours lie on the same page, and no sort takes long enough to keep a call waiting.
  for (let at = 0; at < people.brought.length; at += RUN) {
    const run = people.brought.slice(at, at + RUN).filter(({ personId }) => pending.made.has(personId))
    await inSlices(slices, run.sort(byKey), ({ kind, key, personId }) =>
      insertIdentity(db, kind, key, personId),
    )
  }
  const deeds = deedsOf(
    finishing,
    people.brought.filter(({ personId }) => !pending.made.has(personId)),
  )
  let n = 0
  await inSlices(slices, deeds, (deed) => keepDeed(db, importId, ++n, deed))
  slices.stopIfAsked()
  saveImport(db, importId, { state: 'finishing', counts: counts() })
  const last = slices.toTheEnd()
  await complete(deps, importId, last)
  // Another row of the file may have changed where somebody stands.
  const asRead = pending.queued.filter(({ leadId }) => !pending.toPlace.has(leadId))
  await inSlices(last, asRead, (queued) => insertQueued(db, listId, queued))
}

/** Does what was kept to be done. Throws Stopped when the store is about to be closed. */
async function complete(deps: Deps, importId: string, slices: Slices): Promise<void> {
  for (;;) {
    const due = dueDeeds(deps.db, importId, AT_ONCE)
    if (due.length === 0) return
    await inSlices(slices, due, ({ n, deed }) => {
      doDeed(deps.db, deps, deed as Deed)
      dropDeed(deps.db, importId, n)
    })
  }
}
const AT_ONCE = 500

/** After a crash in the last steps: what is left to do, and the queue rows of leads that have none yet. */
export async function resume(deps: Deps, importId: string, slices: Slices): Promise<void> {
  await complete(deps, importId, slices)
  const leads = raw<{ id: string }>(
    deps.db,
    'SELECT id FROM leads WHERE import_id = ? AND id NOT IN (SELECT lead_id FROM queue)',
  ).all(importId)
  await inSlices(slices, leads, ({ id }) => refresh(deps.db, deps, [id]))
}

const RUN = 5000
const byKey = (a: Brought, b: Brought) =>
  a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.key < b.key ? -1 : Number(a.key > b.key)

/** Wishes first, so that nobody is called who asked for silence in this very file. */
function deedsOf({ people, pending }: Finishing, keys: readonly Brought[]): Deed[] {
  const keysOf = Map.groupBy(keys, ({ personId }) => personId)
  const silence = (persons: ReadonlySet<string>, known: ReadonlySet<string>, channel: 'call' | 'mail') =>
    [...persons]
      .filter((personId) => !known.has(personId))
      .map((personId): Deed => ({ kind: 'silence', given: { personId, channel } }))
  const changed = [...pending.changed.values()]
  const companies = new Set([
    ...pending.companies,
    ...changed.flatMap(({ person }) => madeHere(person.company)),
  ])
  const deeds: Deed[] = [
    ...silence(pending.silenced, people.silenced.persons, 'call'),
    ...silence(pending.unmailed, people.unmailed, 'mail'),
    ...[...companies].map((company): Deed => ({ kind: 'company', given: { ...company } })),
    ...changed.map(({ person: { leads: _, ...person }, ...added }): Deed => ({
      kind: 'person',
      given: { person, ...added, keys: keysOf.get(person.id) ?? [] },
    })),
    ...changed.flatMap(({ person }) =>
      person.leads
        .filter((lead) => pending.leads.has(lead))
        .map((lead): Deed => ({ kind: 'lead', given: { ...lead, companyId: person.company?.id ?? null } })),
    ),
    ...pending.signals.map((given): Deed => ({ kind: 'signal', given })),
    ...pending.again.map(({ lead, end }): Deed => ({
      kind: 'again',
      given: {
        leadId: lead.id,
        reason: end.reason ?? 'outside_profile',
        wakesAt: end.wakesAt,
        refersTo: end.changeId,
      },
    })),
    ...[...pending.owned].map(([leadId, repId]): Deed => ({ kind: 'own', given: { leadId, repId } })),
    ...[...pending.toPlace].map((leadId): Deed => ({ kind: 'place', given: { leadId } })),
  ]
  // Ids that a new lead brought to somebody who was there and is otherwise the same.
  const others = keys.filter(({ personId }) => !pending.changed.has(personId))
  return [...others.map((given): Deed => ({ kind: 'identity', given })), ...deeds]
}

const madeHere = <T extends { isNew: boolean }>(company: T | null): T[] => (company?.isNew ? [company] : [])
