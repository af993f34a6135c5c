import type { Handlers, Input, Output } from '#shared/contract/api'
import { groundOf } from '#shared/domain/ground'
import { skipRefusal } from '#shared/domain/skip'
import { clockOfKey, isHolidayOfKey } from '#shared/domain/window'
import { findDraft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { insertSkip, newestSkip } from '#electron/db/skip'
import type { Deps } from './deps.ts'
import { open } from './desk.ts'
import { sitting } from './facts.ts'
import { gather } from './placing.ts'
import { refresh } from './queue.ts'

export const skipHandlers = (deps: Deps) =>
  ({
    'queue.skip': (input) => told(deps, (tx, at) => skip(tx, at, input)),
    'queue.unskip': (input) => told(deps, (tx, at) => unskip(tx, at, input)),
  }) satisfies Partial<Handlers>

/** One instant and one transaction for the deed, and word of it when it was done. */
function told<T extends { kind: string }>(running: Deps, deed: (tx: Db, deps: Deps) => T): T {
  const now = running.now()
  const deps = { ...running, now: () => now }
  const reply = deps.db.transaction((tx) => deed(tx, deps))
  if (reply.kind !== 'refused') deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return reply
}

/** Passes a lead over until then. It is no dial: the place in the cycle stays where it is. */
function skip(tx: Db, deps: Deps, input: Input<'queue.skip'>): Output<'queue.skip'> {
  const { leadId, listId, reason, until, seat } = input
  sitting(tx)
  const { row, placing } = gather(tx, deps, leadId)
  const { calendar, forbidden } = placing
  const place = { zone: clockOfKey(calendar), isHoliday: isHolidayOfKey(calendar) }
  const ground = forbidden ? null : groundOf({ ...placing, place }, deps.now())
  const draft = findDraft(tx, leadId)
  const refused = skipRefusal({ ground, isDialled: draft?.dialledAt != null }, until, deps.now())
  if (refused) return { kind: 'refused', reason: refused }
  const stamp = stampOf(tx, deps)
  insertSkip(tx, { ...stamp, leadId, reason, until })
  refresh(tx, deps, [leadId])
  const next = open(tx, deps, { listId, leadId: null, after: null, seat })
  return { kind: 'skipped', skipId: stamp.id, name: row.person.name, until, next }
}

/** Takes one's own skip back; both facts stay. */
function unskip(tx: Db, deps: Deps, { leadId, skipId }: Input<'queue.unskip'>): Output<'queue.unskip'> {
  const rep = sitting(tx)
  const newest = newestSkip(tx, leadId)
  if (newest?.id !== skipId || newest.repId !== rep.id) return { kind: 'refused' }
  insertSkip(tx, { ...stampOf(tx, deps), refersTo: skipId, leadId, reason: newest.reason, until: null })
  refresh(tx, deps, [leadId])
  return { kind: 'back', leadId }
}
