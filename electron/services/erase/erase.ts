import type { Handlers, Input, Output } from '#shared/contract/api'
import { GOES } from '#shared/contract/erase'
import { overwriting } from '#electron/db/erase-clean'
import { ownKeys } from '#electron/db/erase-keys'
import { countsOf, lonelyCompany } from '#electron/db/erase-preview'
import { findErasure } from '#electron/db/erasures'
import { selvesOf } from '#electron/db/give'
import type { Db } from '#electron/db/open'
import { perStore } from '#electron/db/per-store'
import { lastCopyGoneBy } from '../backup.ts'
import type { Deps } from '../deps.ts'
import { dryRun } from '../import/again.ts'
import { takeTurns } from '../turns.ts'
import { clean } from './clean.ts'
import { begin, carryOut, sealEnds, type Wanted } from './deed.ts'
import { entries, orders, type Order } from './journal.ts'
import { openRequest } from './requests.ts'
import { admin, blockOf, mayErase, rowOf } from './who.ts'

export const eraseHandlers = (deps: Deps) =>
  ({
    'erase.preview': (input) => preview(deps, input),
    'erase.person': (input) => erase(deps, input),
  }) satisfies Partial<Handlers>

function preview(deps: Deps, { leadId }: Input<'erase.preview'>): Output<'erase.preview'> {
  const { db, data, now } = deps
  admin(db)
  const { person } = rowOf(db, leadId)
  const persons = selvesOf(db, person.id)
  const counts = countsOf(db, persons)
  return {
    name: person.name,
    parts: persons.length,
    block: blockOf(db, person.erasedAt, persons),
    goes: GOES.map((what) => ({ what, count: counts[what] })),
    stays: [
      ...(['leads', 'calls', 'answers'] as const).map((what) => ({ what, count: counts[what] })),
      { what: 'hashes', count: ownKeys(db, persons).length },
    ],
    sealedUntil: sealEnds(deps, person.id, now()),
    backupsUntil: lastCopyGoneBy(data),
    company: lonelyCompany(db, persons),
  }
}

async function erase(
  deps: Deps,
  { leadId, askedOn }: Input<'erase.person'>,
): Promise<Output<'erase.person'>> {
  const { db } = deps
  const rep = admin(db)
  const row = rowOf(db, leadId)
  mayErase(db, row)
  const asked = openRequest(db, row.person.id)
  const { id } = await eraseAll(deps, [
    {
      personId: row.person.id,
      repId: rep.id,
      cause: 'request',
      askedOn: askedOn ?? asked?.askedOn ?? null,
      refersTo: asked?.id ?? null,
    },
  ])
  return { erasureId: id }
}

const last = perStore((): { work: Promise<unknown>; waiting: number } => ({
  work: Promise.resolve(),
  waiting: 0,
}))
/** Somebody is being erased, or waits for it: nothing is brought in meanwhile, since files are gone through too. */
export const isErasing = (db: Db): boolean => last(db).waiting > 0

/** `mayGo` is asked right before: what happens with somebody while others are erased counts. */
type Watch = {
  isStopped: () => boolean
  tell: (done: number) => void
  mayGo: (personId: string) => boolean
}
const ALONE: Watch = { isStopped: () => false, tell: () => {}, mayGo: () => true }

/** One after the other, each whole; calls go on in between. Returns the last order. */
export function eraseAll(
  deps: Deps,
  wanted: readonly Wanted[],
  watch = ALONE,
): Promise<{ id: string; done: number }> {
  const queue = last(deps.db)
  queue.waiting++
  const work = queue.work
    .then(() => each(deps, wanted, watch))
    .finally(() => {
      if (--queue.waiting === 0) dryRun(deps.db).now.goOn()
    })
  queue.work = work.catch(() => {})
  return work
}

/** One walk through the store serves so many. */
const AT_ONCE = 100

async function each(deps: Deps, wanted: readonly Wanted[], { isStopped, tell, mayGo }: Watch) {
  const turns = takeTurns()
  let [id, done] = ['', 0]
  await dryRun(deps.db).now.hold()
  overwriting(deps.db, true)
  try {
    for (let at = 0; at < wanted.length && !isStopped(); at += AT_ONCE) {
      const orders: Order[] = []
      for (const one of wanted.slice(at, at + AT_ONCE)) {
        if (mayGo(one.personId)) orders.push(unfinished(deps, one) ?? begin(deps, one))
        if (turns.isOver()) await turns.next()
      }
      for (const _ of carryOut(deps, orders)) if (turns.isOver()) await turns.next()
      id = orders.at(-1)?.id ?? id
      tell((done += orders.length))
    }
  } finally {
    overwriting(deps.db, false)
  }
  deps.emit({ kind: 'changed', topics: ['leads', 'queue', 'lists', 'imports', 'review'] })
  void clean(deps)
  return { id, done }
}

/** One that was ordered before and did not get to its end, say for want of room on the disk, goes on. */
const unfinished = (deps: Deps, { personId }: Wanted): Order | undefined =>
  orders(entries(deps)).find(({ id, persons }) => persons[0] === personId && !findErasure(deps.db, id))
