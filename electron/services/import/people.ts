import { companyKey } from '#shared/domain/company-key'
import type { KnownCompany, KnownPerson } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import { isContradicted, isSame, keysOf, type IdentityKey } from '#shared/domain/import/same-person'
import { knownCompany, knownPerson, personsOf, silencedAtStart } from '#electron/db/known'
import type { Db } from '#electron/db/open'

export type Found = { person: KnownPerson | null; contradicted: boolean }
export type People = ReturnType<typeof peopleOf>

/** Who is there: in the store as it stood, and in the rows of this file so far. So a dry run counts like the run. */
export function peopleOf(db: Db) {
  const inFile = new Map<string, KnownPerson[]>()
  const loaded = new Map<string, KnownPerson>()
  const companies = new Map<string, KnownCompany>()
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
  const share = (company: KnownCompany): KnownCompany => {
    const kept = companies.get(company.key)
    if (kept) return kept.id === company.id ? kept : company
    companies.set(company.key, company)
    return company
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
      for (const key of keysOf(values))
        for (const person of having(key)) {
          if (isContradicted(key, person, values)) contradicted = true
          else if (isSame(key, person, values)) return { person, contradicted }
        }
      return { person: null, contradicted }
    },
    /** From now on they are found by these. */
    remember(person: KnownPerson, keys: readonly IdentityKey[]): void {
      for (const key of keys) {
        const there = inFile.get(textOf(key))
        if (!there) inFile.set(textOf(key), [person])
        else if (!there.includes(person)) there.push(person)
      }
    },
    /** The company of a row: one that is called so, else a new one. Null when the row names none. */
    company({ company, domain, industry, employees }: Values, newId: () => string): KnownCompany | null {
      const name = company ?? domain
      if (name === null) return null
      const { key } = companyKey(name)
      const known = companies.get(key) ?? knownCompany(db, 'key', key)
      const found = known ?? { id: newId(), isNew: true, name, key, domain, industry, employees }
      companies.set(key, found)
      return found
    },
    /** Every key that this file brought, in the order in which the store keeps them. */
    keys(): { kind: string; key: string; personId: string }[] {
      const all = [...inFile].flatMap(([text, persons]) => {
        const { kind, key } = keyOf(text)
        return persons.map(({ id }) => ({ kind, key, personId: id }))
      })
      return all.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.key < b.key ? -1 : 1))
    },
  }
}

const textOf = ({ kind, key }: IdentityKey) => `${kind}\0${key}`
const keyOf = (text: string) => {
  const at = text.indexOf('\0')
  return { kind: text.slice(0, at), key: text.slice(at + 1) }
}
