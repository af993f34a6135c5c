import { isSameName } from '#shared/domain/name'
import { companyKey, isSameCompany } from '#shared/domain/company-key'
import type { KnownCompany, KnownPerson } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import { isContradicted, isSame, keysOf, type IdentityKey } from '#shared/domain/import/same-person'
import { companiesCalled, knownPerson, personsOf, silencedAtStart } from '#electron/db/known'
import type { Db } from '#electron/db/open'

export type Found = { person: KnownPerson | null; contradicted: boolean }
export type Brought = IdentityKey & { personId: string }
export type People = ReturnType<typeof peopleOf>

/** Who is there: in the store as it stood, and in the rows of this file so far. So a dry run counts like the run. */
export function peopleOf(db: Db) {
  const inFile = new Map<string, KnownPerson[]>()
  const brought: Brought[] = []
  const loaded = new Map<string, KnownPerson>()
  const companies = new Map<string, KnownCompany[]>()
  const silenced = silencedAtStart(db)

  const load = (id: string): KnownPerson => {
    const known = loaded.get(id)
    if (known) return known
    const person = knownPerson(
      db,
      id,
      (personId, companyId) =>
        silenced.persons.has(personId) || (companyId !== null && silenced.companies.has(companyId)),
    )
    // Colleagues share one company, whatever this file says of it.
    if (person.company) person.company = share(person.company)
    loaded.set(id, person)
    return person
  }
  const called = (key: string): KnownCompany[] => {
    let found = companies.get(key)
    if (!found) companies.set(key, (found = companiesCalled(db, key)))
    return found
  }
  const share = (company: KnownCompany): KnownCompany =>
    called(company.key).find(({ id }) => id === company.id) ?? company
  /** An id that was added to somebody whose lead has another is only among the identities. */
  const withId = (person: KnownPerson, { externalId }: Values): KnownPerson => {
    if (externalId === null || person.n === null || person.externalIds.includes(externalId)) return person
    if (personsOf(db, { kind: 'external', key: externalId }).includes(person.id))
      person.externalIds.push(externalId)
    return person
  }
  const having = (key: IdentityKey): KnownPerson[] => [
    ...(inFile.get(textOf(key)) ?? []),
    ...personsOf(db, key).map(load),
  ]

  return {
    silenced,
    /** Persons who must not be written to. */
    unmailed: silencedAtStart(db, 'mail').persons,
    find(values: Values): Found {
      let contradicted = false
      for (const key of keysOf(values)) {
        const could = having(key).filter((person) => {
          const isOther = isContradicted(key, person, values)
          contradicted ||= isOther
          return !isOther && isSame(key, person, values)
        })
        const person = likeliest(could, values)
        if (person) return { person: withId(person, values), contradicted }
      }
      return { person: null, contradicted }
    },
    /** From now on they are found by these. */
    remember(person: KnownPerson, keys: readonly IdentityKey[]): void {
      for (const key of keys) {
        const there = inFile.get(textOf(key))
        if (there?.includes(person)) continue
        if (there) there.push(person)
        else inFile.set(textOf(key), [person])
        brought.push({ ...key, personId: person.id })
      }
    },
    /** Somebody there asked that nobody of the company be called. */
    isAtSilenced: ({ company, domain }: Values): boolean => {
      const name = company ?? domain
      if (name === null || silenced.companies.size === 0) return false
      const mine = companyKey(name)
      const there = called(mine.key).find((each) => isSameCompany(companyKey(each.name), mine))
      return there !== undefined && silenced.companies.has(there.id)
    },
    /** The company of a row: one that is called so, else a new one. Null when the row names none. */
    company({ company, domain, industry, employees }: Values, newId: () => string): KnownCompany | null {
      const name = company ?? domain
      if (name === null) return null
      const mine = companyKey(name)
      const there = called(mine.key)
      const known = there.find((each) => isSameCompany(companyKey(each.name), mine))
      if (known) return known
      const made = { id: newId(), isNew: true, name, key: mine.key, domain, industry, employees }
      there.push(made)
      return made
    },
    /** Every key that this file brought, as it came. */
    brought,
  }
}

/** Of several who have the key, one of that name, else the one who is there longest: whatever came first in the file. */
function likeliest(persons: readonly KnownPerson[], { name }: Values): KnownPerson | undefined {
  if (persons.length < 2) return persons[0]
  const isCalled = (person: KnownPerson) =>
    name !== null && person.named && isSameName(person.name, name.name)
  const oldest = persons.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return oldest.find(isCalled) ?? oldest[0]
}

const textOf = ({ kind, key }: IdentityKey) => `${kind}\0${key}`
