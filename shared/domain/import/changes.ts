import { fold } from '../../lib/fold.ts'
import type { Basis } from '../basis.ts'
import { emailKey } from '../email-key.ts'
import { companyKey, isSameCompany } from '../company-key.ts'
import { isNewBasis } from './basis-words.ts'
import { rulesFor, type ColumnRule, type Field } from './field.ts'
import type { KnownLead, KnownPerson } from './known.ts'
import { hasKey } from './known-keys.ts'
import type { Values } from './row.ts'

/** `field` null: the kept column `header`. */
export type Change = { field: Field | null; header: string | null; before: string | null; after: string }
/** By field, or by header for kept columns. */
export type RuleOf = (field: Field | null, header?: string) => ColumnRule

type Same = (before: string, after: string) => boolean
const asWritten: Same = (before, after) => before === after

/** Text fields of a person that an update may set. */
const PERSON_TEXTS = ['title', 'country', 'province', 'city', 'postalCode', 'language'] as const
const LEAD_TEXTS = ['source', 'campaign'] as const

/** What a row would change about a person and their lead, by the rules of its columns. Nothing is changed here. */
export function changesOf(
  person: KnownPerson,
  lead: KnownLead | null,
  values: Values,
  ruleOf: RuleOf,
): Change[] {
  const found: Change[] = []
  const written = values.updatedAt ?? values.arrivedAt
  const isNewer = written !== null && written > person.asOf
  const compare = (field: Field, before: string | null, after: string | null, same: Same = asWritten) => {
    const rule = ruleOf(field)
    const set = ruled({ rule: rulesFor(field).includes(rule) ? rule : 'fill', before, after, same, isNewer })
    if (set !== null) found.push({ field, header: null, before, after: set })
  }
  compare(nameField(values), person.named ? person.name : null, values.name?.name ?? null)
  for (const field of PERSON_TEXTS) compare(field, person[field], values[field])
  const company = person.company
  const sameCompany: Same = (before, after) => isSameCompany(companyKey(before), companyKey(after))
  compare('company', company?.name ?? null, values.company, sameCompany)
  if (company && (values.company === null || sameCompany(company.name, values.company))) {
    compare('industry', company.industry, values.industry)
    compare('employees', company.employees?.toString() ?? null, values.employees?.toString() ?? null)
    compare('website', company.domain, values.domain)
  }
  for (const field of LEAD_TEXTS)
    if (lead) compare(field, lead[field], values[field], (a, b) => fold(a) === fold(b))
  return [...found, ...added(person, values, ruleOf), ...(lead ? ofLead(lead, values, ruleOf, isNewer) : [])]
}

type Met = {
  rule: ColumnRule
  before: string | null
  after: string | null
  same: Same
  /** The row was written after what stands there. */
  isNewer: boolean
}
const BETWEEN = '; '

/** What is to stand there from now on; null = nothing changes. A blank never takes anything away. */
function ruled({ rule, before, after, same, isNewer }: Met): string | null {
  if (after === null || rule === 'never') return null
  if (before === null) return after
  if (rule === 'append') {
    const there = before.split(BETWEEN).some((each) => same(each, after) || fold(each) === fold(after))
    return there || before === after ? null : `${before}${BETWEEN}${after}`
  }
  const isTaken = rule === 'overwrite' || (rule === 'newest' && isNewer)
  return isTaken && !same(before, after) ? after : null
}

/** Kept columns, and what somebody did since. */
function ofLead(lead: KnownLead, { extra, signals }: Values, ruleOf: RuleOf, isNewer: boolean): Change[] {
  const kept = Object.entries(extra ?? {}).flatMap(([header, after]): Change[] => {
    const before = lead.extra?.[header] ?? null
    const set = ruled({ rule: ruleOf(null, header), before, after, same: asWritten, isNewer })
    return set === null ? [] : [{ field: null, header, before, after: set }]
  })
  const done = newSignals(lead, signals).filter(({ kind }) => ruleOf(kind) !== 'never')
  return [
    ...kept,
    ...done.map(({ kind, at }) => ({
      field: kind,
      header: null,
      before: null,
      after: at === null ? '1' : new Date(at).toISOString(),
    })),
  ]
}

/** A dated one that is not there yet; one without a date only where there is none of its kind. */
export const newSignals = (lead: KnownLead, signals: Values['signals']): Values['signals'] =>
  signals.filter(
    (signal) =>
      !lead.signals.some(({ kind, at }) => kind === signal.kind && (signal.at === null || at === signal.at)),
  )

/** Numbers, addresses and ids that are new are added beside the others, whatever stands there. */
function added(person: KnownPerson, values: Values, ruleOf: RuleOf): Change[] {
  const isNew = (kind: 'external' | 'email' | 'phone') => (key: string) => !hasKey(person, kind, key)
  const news: [Field, string | null, string[]][] = [
    ['phone', person.phones[0] ?? null, values.phones.map(({ e164 }) => e164).filter(isNew('phone'))],
    ['email', person.emails[0] ?? null, values.emails.filter((email) => isNew('email')(emailKey(email)))],
    [
      'externalId',
      person.externalIds[0] ?? null,
      values.externalId === null ? [] : [values.externalId].filter(isNew('external')),
    ],
  ]
  const { basis } = values
  if (basis && isNewBasis(person.basis ?? null, basis))
    news.push(['basis', person.basis ? basisText(person.basis) : null, [basisText(basis)]])
  return news.flatMap(([field, before, after]) =>
    ruleOf(field) === 'never' ? [] : after.map((each) => ({ field, header: null, before, after: each })),
  )
}

/** As it goes over the wire; the screen words it. */
export const basisText = ({ kind, given, on }: Basis): string => `${given ? kind : 'withdrawn'} ${on}`

const nameField = ({ name }: Values): Field => (name?.familyName == null ? 'fullName' : 'familyName')
