import { fold } from '../../lib/fold.ts'
import { emailKey } from '../email-key.ts'
import { companyKey } from '../company-key.ts'
import type { ColumnRule, Field } from './field.ts'
import type { KnownLead, KnownPerson } from './known.ts'
import type { Values } from './row.ts'

export type Change = { field: Field; header: null; before: string | null; after: string }
export type RuleOf = (field: Field) => ColumnRule

type Same = (before: string, after: string) => boolean
const asWritten: Same = (before, after) => before === after

/** Text fields of a person that an update may set. */
export const PERSON_TEXTS = ['title', 'country', 'province', 'city', 'postalCode', 'language'] as const
const LEAD_TEXTS = ['source', 'campaign'] as const

/** What a row would change about a person and their lead, by the rules of its columns. Nothing is changed here. */
export function changesOf(
  person: KnownPerson,
  lead: KnownLead | null,
  values: Values,
  ruleOf: RuleOf,
): Change[] {
  const found: Change[] = []
  const compare = (field: Field, before: string | null, after: string | null, same: Same = asWritten) => {
    if (after === null || ruleOf(field) === 'never') return
    if (before === null || (ruleOf(field) === 'overwrite' && !same(before, after)))
      found.push({ field, header: null, before, after })
  }
  compare(nameField(values), person.named ? person.name : null, values.name?.name ?? null)
  for (const field of PERSON_TEXTS) compare(field, person[field], values[field])
  const company = person.company
  const sameCompany: Same = (before, after) => companyKey(before).key === companyKey(after).key
  compare('company', company?.name ?? null, values.company, sameCompany)
  if (company && (values.company === null || sameCompany(company.name, values.company))) {
    compare('industry', company.industry, values.industry)
    compare('employees', company.employees?.toString() ?? null, values.employees?.toString() ?? null)
    compare('website', company.domain, values.domain)
  }
  for (const field of LEAD_TEXTS)
    if (lead) compare(field, lead[field], values[field], (a, b) => fold(a) === fold(b))
  return [...found, ...added(person, values, ruleOf)]
}

/** Numbers, addresses and ids that are new are added beside the others, whatever stands there. */
function added(person: KnownPerson, values: Values, ruleOf: RuleOf): Change[] {
  const keys = new Set(person.emails.map(emailKey))
  const news: [Field, string | null, string[]][] = [
    ['phone', person.phones[0] ?? null, values.phones.map(({ e164 }) => e164).filter(isNew(person.phones))],
    ['email', person.emails[0] ?? null, values.emails.filter((email) => !keys.has(emailKey(email)))],
    [
      'externalId',
      person.externalIds[0] ?? null,
      values.externalId === null ? [] : [values.externalId].filter(isNew(person.externalIds)),
    ],
  ]
  return news.flatMap(([field, before, after]) =>
    ruleOf(field) === 'never' ? [] : after.map((each) => ({ field, header: null, before, after: each })),
  )
}

const isNew = (known: readonly string[]) => (each: string) => !known.includes(each)
const nameField = ({ name }: Values): Field => (name?.familyName == null ? 'fullName' : 'familyName')
