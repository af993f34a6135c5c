import type { KnownPerson } from '#shared/domain/import/known'
import { hasKey as has } from '#shared/domain/import/known-keys'
import type { Values } from '#shared/domain/import/row'
import {
  isAnybodys,
  isContradicted,
  isNamesake,
  isOtherThan,
  isSame,
  keysOf,
  nameKeyOfPerson,
  nameKeyOfRow,
  type IdentityKey,
} from '#shared/domain/import/same-person'
import { isSameName } from '#shared/domain/name'
import {
  aboutKeys,
  eachKey,
  firstPersonsOf,
  glanceAt,
  knownPerson,
  namesOf,
  personsOf,
  silencedAtStart,
} from '#electron/db/known'
import type { Db } from '#electron/db/open'
import type { Companies } from './companies.ts'
import type { KeptPeople } from './kept-people.ts'
import { crowdKey, crowdOf, likeNames } from './crowd.ts'
import { hashOf, keyFilter, keyIndex } from './key-index.ts'
import type { Newcomers } from './newcomers.ts'

/** `place`: who of this file they are, by `Newcomers`; null = they are in the store. */
export type Known = { person: KnownPerson; place: number | null }
/** `keys`: what the row can be known by. */
export type Found = { known: Known | null; contradicted: boolean; keys: readonly Hashed<IdentityKey>[] }
export type People = ReturnType<typeof peopleOf>

/** Also by a name at a company, the last rung of the ladder. */
export type AnyKey = { kind: IdentityKey['kind'] | 'name'; key: string }
type Hashed<K extends AnyKey = AnyKey> = K & { hash: number }
const hashed = <K extends AnyKey>(key: K): Hashed<K> => ({ ...key, hash: hashOf(key.kind, key.key) })

/** Persons of a key that are read one by one; among more only those of a like name are. */
const A_FEW = 16
const MOST_NAMESAKES = 1
const MOST_LOADED = 2000
/** An id, an address, a number, a name: room for all of them at once, since they are found sooner in one place. */
const KEYS_A_ROW = 4
const MOST_EXPECTED = 4_800_000
/** Keys in the store for each row of the file, beyond which each is asked for instead of all being read. */
const WORTH_READING = 20

type Given = { newcomers: Newcomers; companies: Companies; kept: KeptPeople }

/** Who is there: in the store as it stood, and in the rows of this file so far. So a dry run counts like the run. */
export function peopleOf(db: Db, { newcomers, companies, kept }: Given, rows: number) {
  const inFile = keyIndex(Math.min(rows * KEYS_A_ROW, MOST_EXPECTED), rows)
  /** Keys that people of the store got by this file. */
  const gained = new Map<string, string[]>()
  const loaded = new Map<string, KnownPerson>()
  const crowds = new Map<string, Map<string, string[]>>()
  const silenced = silencedAtStart(db)
  const mayBeStored = filterOf(db, rows)

  const load = (id: string): KnownPerson => {
    const known = kept.get(id) ?? loaded.get(id)
    if (known) return known
    const person = knownPerson(
      db,
      id,
      (personId, companyId) =>
        silenced.persons.has(personId) || (companyId !== null && silenced.companies.has(companyId)),
    )
    // Colleagues share one company, whatever this file says of it.
    if (person.company) person.company = companies.byId(person.company.id)
    if (loaded.size >= MOST_LOADED) loaded.clear()
    loaded.set(id, person)
    return person
  }
  /** Read once: tens of thousands may have the number of a switchboard. */
  const crowded = new Map<string, readonly string[]>()
  const inStore = (key: Hashed): readonly string[] => {
    if (!mayBeStored(key.hash)) return NOBODY
    const known = crowded.size > 0 && crowded.get(textOf(key))
    if (known) return known
    const ids = personsOf(db, key)
    if (ids.length > A_FEW) crowded.set(textOf(key), ids.sort())
    return ids
  }
  /** Persons of the store who have the key, the one who is there longest first. */
  const stored = (key: Hashed, name: string | null, there: readonly string[]): readonly string[] => {
    const more = gained.size > 0 && gained.get(textOf(key))
    const all = more ? [...new Set([...there, ...more])] : there
    if (all.length < 2) return all
    if (all.length <= A_FEW) return all.toSorted()
    if (name === null) return (more ? all.toSorted() : all).slice(0, A_FEW)
    const text = textOf(key)
    let crowd = crowds.get(text)
    if (!crowd) crowds.set(text, (crowd = crowdOf(namesOf(db, all))))
    return [...new Set(likeNames(name).flatMap((like) => crowd.get(like) ?? []))].toSorted()
  }
  const newer = ({ kind, key, hash }: Hashed, name: string | null): readonly number[] => {
    const found = inFile.find(hash)
    if (!inFile.isFull(found) || name === null) return found
    const alike = likeNames(name).flatMap((like) => inFile.find(hashOf(kind, crowdKey(key, like))))
    return [...new Set([...found, ...alike])]
  }
  const having = (
    key: Hashed,
    name: string | null,
    found: readonly string[],
    isWorth: Partial<Worth> = {},
  ): Known[] => {
    const there = stored(key, name, found)
    const here = newer(key, name)
    if (there.length + here.length === 0) return []
    return [
      ...there.filter(isWorth.stored ?? anybody).map((id) => ({ person: load(id), place: null })),
      ...here
        .filter(isWorth.newer ?? anybody)
        .map((place) => ({ person: newcomers.person(place), place }))
        .filter(({ person }) => hasKey(person, key)),
    ]
  }
  /** A name that several bear at one company says nothing. */
  const namesakes = (called: string, values: Values): Known[] => {
    const key = hashed({ kind: 'name', key: called })
    const most = MOST_NAMESAKES + 1 - inFile.find(key.hash).length
    const there = most > 0 && mayBeStored(key.hash) ? firstPersonsOf(db, key, most) : NOBODY
    if (there.length >= most) return []
    return having(key, null, there, {
      stored: (id) => kept.get(id) !== undefined || !isOtherThan(glanceAt(db, id), values),
      // Whoever has an id keeps it.
      newer: (place) => values.externalId === null || !newcomers.hasId(place),
    })
  }

  return {
    silenced,
    /** Persons of whom it need not be said again that they must not be written to. */
    unmailed: silencedAtStart(db, 'mail').surely,
    find(values: Values): Found {
      let contradicted = false
      const keys = keysOf(values).map(hashed)
      const found = (known: Known | null): Found => ({
        known: known && withId(db, known, values),
        contradicted,
        keys,
      })
      for (const key of keys) {
        const all = having(key, values.name?.name ?? null, inStore(key))
        if (all.length === 0) continue
        const could = all.filter(({ person }) => {
          const isOther = isContradicted(key, person, values)
          contradicted ||= isOther
          return !isOther && isSame(key, person, values)
        })
        // Whose it is nobody says: only somebody who is as nameless can be the same.
        const isShared = could.length > 1 && isAnybodys(key, values)
        const known = likeliest(isShared ? could.filter(({ person }) => !person.named) : could, values)
        if (known) return found(known)
      }
      const called = contradicted ? null : nameKeyOfRow(values)
      if (called === null) return found(null)
      const [one, another] = namesakes(called, values).filter(({ person }) => isNamesake(person, values))
      // Of two nobody knows which.
      return found(one && !another ? one : null)
    },
    /** From now on they are found by these. */
    remember(
      place: number,
      name: string | null,
      keys: readonly Hashed[],
      nameKey: string | null = null,
    ): void {
      if (nameKey !== null) inFile.add(hashOf('name', nameKey), place)
      for (const { kind, key, hash } of keys)
        if (!inFile.add(hash, place) && name !== null)
          for (const like of likeNames(name)) inFile.add(hashOf(kind, crowdKey(key, like)), place)
    },
    /** Somebody there asked that nobody of the company be called. */
    isAtSilenced: (values: Values): boolean =>
      silenced.companies.size > 0 && silenced.companies.has(companies.find(values)?.id ?? ''),
    /** Of the store or of the file, whom a row changed; they have these keys from now on. */
    keep({ person, place }: Known, keys: readonly AnyKey[]): void {
      if (place === null) {
        kept.set(person.id, person)
        for (const key of keys) {
          const text = textOf(key)
          const ids = gained.get(text)
          if (ids) ids.push(person.id)
          else gained.set(text, [person.id])
        }
      } else {
        newcomers.keep(place, person)
        this.remember(place, person.named ? person.name : null, keys.map(hashed))
      }
    },
  }
}

/** An id that was added to somebody whose lead has another is only among the identities. */
function withId(db: Db, known: Known, { externalId }: Values): Known {
  const { person, place } = known
  if (externalId === null || place !== null || has(person, 'external', externalId)) return known
  if (personsOf(db, { kind: 'external', key: externalId }).includes(person.id))
    person.externalIds.push(externalId)
  return known
}

/** Of several who have the key, one of that name, else the one who is there longest. */
function likeliest(known: readonly Known[], { name }: Values): Known | undefined {
  if (known.length < 2 || name === null) return known[0]
  return known.find(({ person }) => person.named && isSameName(person.name, name.name)) ?? known[0]
}

/** All keys of the store in a few bits each, where the file is large enough to make up for reading them. */
function filterOf(db: Db, rows: number): (hash: number) => boolean {
  const keys = aboutKeys(db)
  if (keys === 0) return () => false
  if (keys > rows * WORTH_READING) return () => true
  const filter = keyFilter(keys)
  eachKey(db, (kind, key) => filter.add(hashOf(kind, key)))
  return filter.has
}

const textOf = ({ kind, key }: AnyKey) => `${kind}\0${key}`
/** Who of those with a key is looked at, in the store and in the file. */
type Worth = { stored: (id: string) => boolean; newer: (place: number) => boolean }
const anybody = () => true
const NOBODY: readonly string[] = []

function hasKey(person: KnownPerson, { kind, key }: AnyKey): boolean {
  if (kind === 'name') return nameKeyOfPerson(person) === key
  return has(person, kind, key)
}
