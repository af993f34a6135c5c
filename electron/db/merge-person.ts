import { eq } from 'drizzle-orm'

import type { Db } from './open.ts'
import { companies, persons } from './schema/person.ts'

/** Somebody with the name of where they work. */
export const personRow = (db: Db, id: string) =>
  db
    .select({
      n: persons.n,
      id: persons.id,
      name: persons.name,
      givenName: persons.givenName,
      familyName: persons.familyName,
      title: persons.title,
      companyId: persons.companyId,
      company: companies.name,
      country: persons.country,
      province: persons.province,
      postalCode: persons.postalCode,
      city: persons.city,
      language: persons.language,
      zone: persons.zone,
      createdAt: persons.createdAt,
      erasedAt: persons.erasedAt,
    })
    .from(persons)
    .leftJoin(companies, eq(companies.id, persons.companyId))
    .where(eq(persons.id, id))
    .get()
