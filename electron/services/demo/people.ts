import type { companies, emails, persons, phones } from '#electron/db/schema/person'
import { fold } from '#shared/lib/fold'
import type { Market, Town } from './market.ts'
import type { Numbers } from './numbers.ts'
import type { Random } from './random.ts'

export type Company = typeof companies.$inferInsert
export type Person = {
  person: typeof persons.$inferInsert
  company: Company
  phones: (typeof phones.$inferInsert)[]
  emails: (typeof emails.$inferInsert)[]
}

type Made = { random: Random; newId: () => string; market: Market; numbers: Numbers }

const EMPLOYEES = [4, 8, 14, 22, 35, 48, 60, 85, 120, 180, 260, 400] as const
const HAS_SECOND_NUMBER = 0.25
const HAS_NO_MAIL = 0.15

export function makeCompany({ random, newId, market }: Made): Company & { town: Town } {
  const town = random.pick(market.towns)
  const name = `${random.pick(market.firms)} ${random.pick(market.places)} ${random.pick(market.endings)}`
  return {
    id: newId(),
    name,
    key: slug(name, ' '),
    domain: `${slug(name.split(' ').slice(0, 2).join(' '), '-')}.example`,
    industry: random.pick(market.industries),
    employees: random.pick(EMPLOYEES),
    country: town.country,
    city: town.city,
    town,
  }
}

/** The nth person of a workspace; `n` also numbers their phones and ends their e-mail. */
export function makePerson(made: Made, of: Company & { town: Town }, n: number, at: number): Person {
  const { random, newId, market } = made
  const { town, ...company } = of
  const id = newId()
  const givenName = random.pick(market.given)
  const familyName = Array.from({ length: market.familyNames }, () => random.pick(market.family)).join(' ')
  const person = {
    n,
    id,
    name: `${givenName} ${familyName}`,
    givenName,
    familyName,
    title: random.pick(market.titles),
    companyId: company.id,
    language: town.country === 'ES' ? 'es' : 'en',
    country: town.country,
    province: town.province,
    postalCode: postalCode(town, random),
    city: town.city,
    createdAt: at,
  }
  const email = `${slug(givenName, '')}.${slug(familyName.split(' ')[0] ?? '', '')}${n}@${company.domain ?? ''}`
  return {
    person,
    company,
    phones: phonesFor(made, town, id, n),
    emails: random.chance(HAS_NO_MAIL) ? [] : [{ personId: id, email, place: 0 }],
  }
}

function phonesFor(
  { random, newId, numbers }: Made,
  town: Town,
  personId: string,
  n: number,
): Person['phones'] {
  const isMobile = town.country === 'ES' && random.chance(0.5)
  const first = {
    type: isMobile ? 'mobile' : 'fixed',
    e164: (isMobile ? numbers.mobile : numbers.fixed)(town, 2 * n),
  } as const
  const second = { type: 'fixed', e164: numbers.fixed(town, 2 * n + 1) } as const
  const given = random.chance(HAS_SECOND_NUMBER) ? [first, second] : [first]
  return given.map((phone, place) => ({
    ...phone,
    id: newId(),
    personId,
    extension: null,
    status: 'ok',
    place,
  }))
}

const POSTAL: Readonly<Record<string, (postal: string, random: Random) => string>> = {
  ES: (postal, random) => `${postal}${String(random.between(1, 29)).padStart(3, '0')}`,
  GB: (postal, random) => `${postal} ${random.between(1, 9)}AA`,
  US: (postal, random) => `${postal}${String(random.between(1, 30)).padStart(2, '0')}`,
}
const postalCode = ({ country, postal }: Town, random: Random): string | null =>
  POSTAL[country]?.(postal, random) ?? null

const slug = (text: string, between: string) =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(between)
