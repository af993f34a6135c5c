import type { Basis } from '#shared/domain/basis'
import { emailKey } from '#shared/domain/email-key'
import { basisText } from '#shared/domain/import/changes'
import type { KnownCompany, KnownPerson } from '#shared/domain/import/known'
import type { QueueEntry } from '#shared/domain/queue'
import type { ReasonId } from '#shared/domain/reason'
import type { Staging } from '#electron/db/staging'
import type { idsOf } from './ids.ts'
import type { KeptPeople } from './kept-people.ts'
import { heldOf, personOf, placed, stagedAt, type Held, type Newcomer } from './newcomer.ts'
import { closedFor } from './take.ts'

type Given = {
  staging: Staging
  ids: ReturnType<typeof idsOf>
  listId: string
  at: number
  companyOf: (id: string) => KnownCompany | null
  kept: KeptPeople
}
export type Newcomers = ReturnType<typeof newcomersOf>

type Waiting = { held: Held; entry: QueueEntry | null; n: number }

/** From here on those of one company are written side by side: its pages in the store are then written once. */
const SORTED = 4096
const MOST_LATELY = 2000

/**
 * Everybody who is new in a file, by the order in which they came. They wait for the end of a chunk to be staged, and are
 * only brought back when a later row is about the same person.
 */
export function newcomersOf({ staging, ids, listId, at, companyOf, kept }: Given) {
  let waiting: Waiting[] = []
  let [made, staged] = [0, 0]
  let places = new Uint32Array(1024)
  /** A bit for each: did the row that they came with give them an id? */
  let withId = new Uint32Array(32)
  const bases = basesOf()
  const entries = new Map<QueueEntry, number>()
  /** Some of the others who were asked for. */
  const lately = new Map<number, KnownPerson>()
  let [phones, signals] = [0, 0]

  const entryOf = (entry: QueueEntry | null): number | null => {
    if (!entry) return null
    let id = entries.get(entry)
    if (id === undefined) {
      entries.set(entry, (id = entries.size + 1))
      const { bucket, calendar, rank, readyAt, attempts, dueAt, until, why, turnsAt } = entry
      staging.add('entries', [id, bucket, calendar, rank, readyAt, attempts, dueAt, until, why, turnsAt])
    }
    return id
  }

  const stage = ({ held, entry }: Waiting, pos: number) => {
    const { row, morePhones, moreEmails, signals: done } = held
    staging.add('rows', placed(row, pos, entryOf(entry)))
    morePhones.forEach(({ e164, extension, type }, place) =>
      staging.add('phones', [pos, place + 1, ids.id('morePhone', ++phones), e164, extension, type]),
    )
    moreEmails.forEach((each, place) => staging.add('emails', [pos, place + 1, each, emailKey(each)]))
    done.forEach(({ kind, at: when }, place) =>
      staging.add('signals', [pos, place, ids.id('signal', ++signals), kind, when]),
    )
  }

  return {
    /** Returns the number they are known by from now on, from 0. */
    add(newcomer: Newcomer): number {
      if (newcomer.values.basis) bases.keep(made, newcomer.values.basis)
      if (made >>> 5 === withId.length) withId = grown(withId)
      if (newcomer.values.externalId !== null)
        withId[made >>> 5] = (withId[made >>> 5] ?? 0) | (1 << (made & 31))
      waiting.push({ held: heldOf(newcomer, at), entry: newcomer.entry, n: made })
      return made++
    },
    hasId: (n: number): boolean => (((withId[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1,
    /** People staged so far: the last `pos`. */
    staged: () => staged,
    /** A copy, unless `keep` was told that it changed. Their ids only stand for those they get; see `idOf`. */
    person(n: number): KnownPerson {
      const known = kept.get(newId(n)) ?? lately.get(n)
      if (known) return known
      const first = waiting[0]?.n ?? made
      const found = n >= first ? waiting[n - first]?.held : stagedAt(staging, places[n] ?? 0, companyOf)
      if (!found) throw new Error(`Nobody new is number ${n}.`)
      const person = { ...personOf(found, newId(n), listId), basis: bases.of(n) }
      if (lately.size >= MOST_LATELY) lately.clear()
      lately.set(n, person)
      return person
    },
    /** A later row changed them. */
    keep: (n: number, person: KnownPerson): void => kept.set(newId(n), person),
    /** Their lead is closed as it comes in: a later row of theirs finds it so. */
    close(n: number, reason: ReasonId): void {
      const person = this.person(n)
      Object.assign(person.leads[0] ?? {}, closedFor(reason, at))
      this.keep(n, person)
    },
    /** Their place in the queue follows from their facts. */
    placeByFacts(id: string): void {
      const n = NEW_ID.exec(id)?.[1]
      if (n !== undefined) staging.dropEntry(places[Number(n)] ?? 0)
    },
    /** What an id of `person` will be, once they are staged; any other stays. */
    idOf(id: string): string {
      const [, n, lead] = NEW_ID.exec(id) ?? []
      return n === undefined ? id : ids.id(lead === undefined ? 'person' : 'lead', places[Number(n)] ?? 0)
    },
    /** Stages those who wait. */
    flush(): void {
      const order = waiting.length < SORTED ? waiting : byCompany(waiting)
      while (places.length < made) places = grown(places)
      for (const each of order) {
        stage(each, ++staged)
        places[each.n] = staged
      }
      waiting = []
    },
  }
}

function byCompany(waiting: readonly Waiting[]): Waiting[] {
  const groups = Map.groupBy(waiting, ({ held }) => held.company?.id ?? '')
  return [...groups.keys()].toSorted().flatMap((id) => groups.get(id) ?? [])
}

/** Grounds of many people are few: each stands for itself once, and those who have it point there. */
function basesOf() {
  const all: Basis[] = []
  const places = new Map<string, number>()
  let of = new Uint32Array(0)
  return {
    keep(n: number, basis: Basis): void {
      const key = basisText(basis)
      const place = places.get(key) ?? all.push(basis)
      places.set(key, place)
      while (of.length <= n) of = grown(of.length === 0 ? new Uint32Array(512) : of)
      of[n] = place
    },
    of: (n: number): Basis | null => all[(of[n] ?? 0) - 1] ?? null,
  }
}

const NEW_ID = /^new-(\d+)(-lead)?$/
export const newId = (n: number): string => `new-${n}`
export const isNewId = (id: string): boolean => NEW_ID.test(id)
export const newLeadId = (n: number): string => `${newId(n)}-lead`

function grown(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2)
  to.set(from)
  return to
}
