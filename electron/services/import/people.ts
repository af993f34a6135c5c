import type { KnownPerson } from '#shared/domain/import/known'
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
import { isSameName, nameKey } from '#shared/domain/name'
import {
  countKeys,
  eachKey,
  glanceAt,
  knownPerson,
  namesOf,
  personsOf,
  silencedAtStart,
} from '#electron/db/known'
import type { Db } from '#electron/db/open'
import type { Companies } from './companies.ts'
import type { KeptPeople } from './kept-people.ts'
import { keyFilter, keyIndex } from './key-index.ts'
import type { Newcomers } from './newcomers.ts'

/** `place`: who of this file they are, by `Newcomers`; null = they are in the store. */
export type Known = { person: KnownPerson; place: number | null }
/** `keys`: what the row can be known by. */
export type Found = { known: Known | null; contradicted: boolean; keys: readonly IdentityKey[] }
export type People = ReturnType<typeof peopleOf>

/** Also by a name at a company, the last rung of the ladder. */
export type AnyKey = { kind: IdentityKey['kind'] | 'name'; key: string }

/** Persons of a key that are read one by one; among more only those of a like name are. */
const A_FEW = 16
const MOST_NAMESAKES = 1
const MOST_LOADED = 2000
/** An id, an address, a number, a name: room for all of them at once, since growing needs the old room too. */
const KEYS_A_ROW = 4
const MOST_EXPECTED = 4_800_000
/** Keys in the store for each row of the file, beyond which each is asked for instead of all being read. */
const WORTH_READING = 20

type Given = { newcomers: Newcomers; companies: Companies; kept: KeptPeople }

/** Who is there: in the store as it stood, and in the rows of this file so far. So a dry run counts like the run. */
export function peopleOf(db: Db, { newcomers, companies, kept }: Given, rows: number) {
  const inFile = keyIndex(Math.min(rows * KEYS_A_ROW, MOST_EXPECTED))
  /** Keys that people of the store got by this file. */
  const gained = new Map<string, Set<string>>()
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
  /** Persons of the store who have the key, the one who is there longest first. */
  const stored = (key: AnyKey, text: string, name: string | null): string[] => {
    const more = gained.get(text)
    const there = mayBeStored(text) ? personsOf(db, key) : []
    const all = more ? [...new Set([...there, ...more])] : there
    if (all.length <= A_FEW) return all.toSorted()
    if (name === null) return all.toSorted().slice(0, A_FEW)
    let crowd = crowds.get(text)
    if (!crowd) crowds.set(text, (crowd = crowdOf(namesOf(db, all))))
    return [...new Set(likeNames(name).flatMap((like) => crowd.get(like) ?? []))].toSorted()
  }
  const newer = (text: string, name: string | null): number[] => {
    const found = inFile.find(text)
    if (!inFile.isFull(found) || name === null) return found
    return [...new Set([...found, ...likeNames(name).flatMap((like) => inFile.find(`${text}\0${like}`))])]
  }
  const having = (key: AnyKey, name: string | null, isWorth = (_: string) => true): Known[] => {
    const text = textOf(key)
    return [
      ...stored(key, text, name)
        .filter(isWorth)
        .map((id) => ({ person: load(id), place: null })),
      ...newer(text, name)
        .map((place) => ({ person: newcomers.person(place), place }))
        .filter(({ person }) => hasKey(person, key)),
    ]
  }
  /** A name that several bear at one company says nothing. */
  const namesakes = (key: string, values: Values): Known[] => {
    const isWorth = (id: string) => kept.get(id) !== undefined || !isOtherThan(glanceAt(db, id), values)
    const text = textOf({ kind: 'name', key })
    const there = mayBeStored(text) ? personsOf(db, { kind: 'name', key }, MOST_NAMESAKES + 1).length : 0
    return there + inFile.find(text).length > MOST_NAMESAKES
      ? []
      : having({ kind: 'name', key }, null, isWorth)
  }

  return {
    silenced,
    /** Persons of whom it need not be said again that they must not be written to. */
    unmailed: silencedAtStart(db, 'mail').surely,
    find(values: Values): Found {
      let contradicted = false
      const keys = keysOf(values)
      const found = (known: Known | null): Found => ({
        known: known && withId(db, known, values),
        contradicted,
        keys,
      })
      for (const key of keys) {
        const all = having(key, values.name?.name ?? null)
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
      keys: readonly AnyKey[],
      nameKey: string | null = null,
    ): void {
      if (nameKey !== null) inFile.add(textOf({ kind: 'name', key: nameKey }), place)
      for (const key of keys) {
        const text = textOf(key)
        if (!inFile.add(text, place) && name !== null)
          for (const like of likeNames(name)) inFile.add(`${text}\0${like}`, place)
      }
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
          if (ids) ids.add(person.id)
          else gained.set(text, new Set([person.id]))
        }
      } else {
        newcomers.keep(place, person)
        this.remember(place, person.named ? person.name : null, keys)
      }
    },
  }
}

/** An id that was added to somebody whose lead has another is only among the identities. */
function withId(db: Db, known: Known, { externalId }: Values): Known {
  const { person, place } = known
  if (externalId === null || place !== null || person.externalIds.includes(externalId)) return known
  if (personsOf(db, { kind: 'external', key: externalId }).includes(person.id))
    person.externalIds.push(externalId)
  return known
}

/** Of several who have the key, one of that name, else the one who is there longest. */
function likeliest(known: readonly Known[], { name }: Values): Known | undefined {
  if (known.length < 2 || name === null) return known[0]
  return known.find(({ person }) => person.named && isSameName(person.name, name.name)) ?? known[0]
}

/** Two names that may be one person's share at least one of these; see `isSameName`. */
function likeNames(name: string): string[] {
  const words = nameKey(name).split(' ')
  const pairs = words.flatMap((word, at) => words.slice(at + 1).map((other) => `${word} ${other}`))
  return words.length === 2 ? pairs : [words.join(' '), ...pairs]
}

function crowdOf(people: readonly { id: string; name: string }[]): Map<string, string[]> {
  const crowd = new Map<string, string[]>()
  for (const { id, name } of people)
    for (const like of likeNames(name)) {
      const ids = crowd.get(like)
      if (ids) ids.push(id)
      else crowd.set(like, [id])
    }
  return crowd
}

/** All keys of the store in a few bits each, where the file is large enough to make up for reading them. */
function filterOf(db: Db, rows: number): (text: string) => boolean {
  const keys = countKeys(db)
  if (keys === 0) return () => false
  if (keys > rows * WORTH_READING) return () => true
  const filter = keyFilter(keys)
  eachKey(db, (kind, key) => filter.add(`${kind}\0${key}`))
  return filter.has
}

const textOf = ({ kind, key }: AnyKey) => `${kind}\0${key}`

function hasKey(person: KnownPerson, { kind, key }: AnyKey): boolean {
  if (kind === 'name') return nameKeyOfPerson(person) === key
  if (kind === 'external') return person.externalIds.includes(key)
  if (kind === 'phone') return person.phones.includes(key)
  return keysOf({ externalId: null, phones: [], emails: person.emails }).some((each) => each.key === key)
}
