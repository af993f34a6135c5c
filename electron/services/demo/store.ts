import { insertRows } from '#electron/db/insert'
import type { Db } from '#electron/db/open'
import { leads, signals } from '#electron/db/schema/lead'
import { companies, emails, identities, persons, phones } from '#electron/db/schema/person'
import { texts } from '#electron/db/schema/person'
import { indexPerson } from '#electron/db/search'
import type { Sample } from './sample.ts'
import { insertFacts, type Stamper } from './write.ts'

/** Writes what was made; facts in the order they happened. Caches and queue are left to `refresh`. */
export function storeSample(db: Db, stamper: Stamper, sample: Sample): void {
  const { people, stories } = sample
  const statuses = new Map(stories.flatMap((story) => [...story.phones]))
  const numbers = people.flatMap((person) => person.phones)
  const mails = people.flatMap((person) => person.emails)
  insertRows(db, companies, sample.companies)
  insertRows(
    db,
    persons,
    people.map(({ person }) => person),
  )
  insertRows(
    db,
    phones,
    numbers.map((phone) => ({ ...phone, status: statuses.get(phone.id) ?? phone.status })),
  )
  insertRows(db, emails, mails)
  insertRows(
    db,
    identities,
    [
      ...numbers.map(({ e164, personId }) => ({ kind: 'phone' as const, key: e164, personId })),
      ...mails.map(({ email, personId }) => ({ kind: 'email' as const, key: email.toLowerCase(), personId })),
    ].toSorted((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1)),
  )
  insertRows(db, leads, sample.leads)
  insertRows(db, signals, sample.signals)
  insertFacts(
    db,
    stamper,
    stories.flatMap(({ facts }) => facts),
  )
  insertRows(
    db,
    texts,
    stories.flatMap((story) => story.texts),
  )
  for (const { person, company, phones: own, emails: theirs } of people)
    indexPerson(db, {
      n: person.n ?? 0,
      name: person.name,
      company: company.name,
      phones: own.map(({ e164 }) => e164),
      emails: theirs.map(({ email }) => email),
    })
}
