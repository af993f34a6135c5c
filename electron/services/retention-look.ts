import type { Output } from '#shared/contract/api'
import { closed, limitsOf, retained, type Held, type Limits, type Retention } from '#shared/domain/retention'
import { sumOf } from '#shared/lib/sum'
import { findLead } from '#electron/db/lead'
import { allLists, findList } from '#electron/db/people'
import { lastingOf, oldOnes, oldOpen } from '#electron/db/retention'
import type { Deps } from './deps.ts'
import { takeTurns } from './turns.ts'

export type Due = { personId: string; leadId: string; lastAt: number }
type Found = {
  listId: string
  due: Due[]
  held: Map<Held, number>
  closing: { due: Due[]; promised: number }
}
type Turns = ReturnType<typeof takeTurns>
const PIECE = 200

/** Everybody who is past the time of a list, each once: by the first list that they are found on; then what is only closed. */
export async function lookThrough(deps: Deps, rules: Retention): Promise<Found[]> {
  const now = deps.now()
  const turns = takeTurns()
  const ids = allLists(deps.db).map(({ id }) => id)
  const [toErase, toClose] = [limitsOf(rules, ids, 'erase', now), limitsOf(rules, ids, 'close', now)]
  const met = new Set<string>()
  const found: Found[] = []
  for (const listId of ids.filter((id) => toErase.has(id) || toClose.has(id))) {
    const list: Found = { listId, due: [], held: new Map(), closing: { due: [], promised: 0 } }
    found.push(list)
    await erasable(deps, list, toErase, { now, met, turns })
  }
  const going = new Set(found.flatMap(({ due }) => due.map(({ personId }) => personId)))
  for (const list of found) await closable(deps, list, toClose, { now, going, turns })
  return found
}

/** Asked again of one of them, as things stand by then. */
export function stillDue({ db, now }: Deps, rules: Retention): (personId: string) => boolean {
  const ids = allLists(db).map(({ id }) => id)
  return (personId) => {
    const at = now()
    return retained(lastingOf(db, personId, at), limitsOf(rules, ids, 'erase', at)).kind === 'due'
  }
}

async function erasable(
  { db }: Deps,
  { listId, due, held }: Found,
  limits: Limits,
  { now, met, turns }: { now: number; met: Set<string>; turns: Turns },
): Promise<void> {
  const before = limits.get(listId)
  if (before === undefined) return
  for (let after = '', rows = oldOnes(db, { listId, before, after, limit: PIECE }); rows.length > 0;) {
    for (const { id, personId } of rows) {
      if (met.has(personId)) continue
      met.add(personId)
      const leads = lastingOf(db, personId, now)
      const what = retained(leads, limits)
      if (what.kind === 'held') held.set(what.why, (held.get(what.why) ?? 0) + 1)
      const lastAt = Math.max(...leads.map((lead) => lead.lastAt))
      if (what.kind === 'due') due.push({ personId, leadId: id, lastAt })
      if (turns.isOver()) await turns.next()
    }
    after = rows.at(-1)?.id ?? ''
    rows = oldOnes(db, { listId, before, after, limit: PIECE })
  }
}

/** `going`: whoever is erased needs no closing. */
async function closable(
  { db }: Deps,
  { listId, closing }: Found,
  limits: Limits,
  { now, going, turns }: { now: number; going: ReadonlySet<string>; turns: Turns },
): Promise<void> {
  const before = limits.get(listId)
  if (before === undefined) return
  const piece = (after: string) => oldOpen(db, { listId, before, after, now, limit: PIECE })
  for (let rows = piece(''); rows.length > 0; rows = piece(rows.at(-1)?.id ?? '')) {
    for (const { id: leadId, personId, ...lead } of rows) {
      const what = going.has(personId) ? 'kept' : closed(lead, limits)
      if (what === 'held') closing.promised++
      if (what === 'due') closing.due.push({ personId, leadId, lastAt: lead.lastAt })
    }
    if (turns.isOver()) await turns.next()
  }
}

const SAMPLE = 5

export function shown({ db }: Deps, lists: readonly Found[]): Output<'retention.look'> {
  const sampleOf = (due: readonly Due[]) =>
    due.slice(0, SAMPLE).map(({ leadId, lastAt }) => {
      const name = findLead(db, leadId)?.person.name ?? ''
      return { leadId, name, lastAt }
    })
  return {
    people: sumOf(lists, ({ due }) => due.length),
    leads: sumOf(lists, ({ closing }) => closing.due.length),
    lists: lists.map(({ listId, due, held, closing }) => ({
      listId,
      name: findList(db, listId)?.name ?? '',
      due: due.length,
      held: [...held].map(([why, count]) => ({ why, count })),
      sample: sampleOf(due),
      close: { due: closing.due.length, promised: closing.promised, sample: sampleOf(closing.due) },
    })),
  }
}
