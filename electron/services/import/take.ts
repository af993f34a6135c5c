import { emailKey } from '#shared/domain/email-key'
import { newSignals, type Change } from '#shared/domain/import/changes'
import type { Field } from '#shared/domain/import/field'
import type { Judgement } from '#shared/domain/import/judge'
import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import type { Row, Values } from '#shared/domain/import/row'
import { keysOf } from '#shared/domain/import/same-person'
import type { Phone } from '#shared/domain/phone'
import { SIGNAL_KINDS, type Signal } from '#shared/domain/profile'
import type { People } from './people.ts'

/** What a row brought, once it was taken into what is known. */
export type Taken = {
  row: Row
  judged: Judgement
  person: KnownPerson
  isNewPerson: boolean
  /** The lead that was created; null when none was. */
  lead: KnownLead | null
  /** Numbers and addresses that somebody who was there got, with the place they take. */
  phones: { phone: Phone; place: number }[]
  emails: { email: string; place: number }[]
  /** What was done since, on the open lead that was there. */
  signals: Signal[]
}

type Given = { people: People; listId: string; newId: () => string; at: number }

/** Makes what is known as if the row were stored; null when nothing of it is. Writes nothing. */
export function take(row: Row, judged: Judgement, found: KnownPerson | null, given: Given): Taken | null {
  const { values } = row
  const isKept = judged.isNewLead || judged.changes.length > 0 || values.doNotCall || values.doNotEmail
  if (judged.verdict === 'error' || found?.erased || !isKept) return null
  const person = found ?? newPerson(values, given)
  const taken: Taken = {
    row,
    judged,
    person,
    isNewPerson: found === null,
    lead: null,
    phones: [],
    emails: [],
    signals: [],
  }
  for (const change of judged.changes) apply(change, taken, given)
  if (judged.changes.length > 0) person.asOf = Math.max(person.asOf, values.updatedAt ?? 0)
  if (values.doNotCall) person.suppressed = true
  if (judged.isNewLead) {
    taken.lead = newLead(values, given)
    person.leads.push(taken.lead)
    if (judged.verdict === 're_disqualified' && judged.ended)
      Object.assign(taken.lead, {
        stage: 'disqualified',
        reason: judged.ended.reason,
        since: judged.ended.at,
      })
    if (values.externalId !== null && !person.externalIds.includes(values.externalId))
      person.externalIds.push(values.externalId)
  }
  const addresses = new Set(person.emails.map(emailKey))
  const has = {
    external: (key: string) => person.externalIds.includes(key),
    email: (key: string) => addresses.has(key),
    phone: (key: string) => person.phones.includes(key),
  }
  const keys = keysOf(values).filter(({ kind, key }) => has[kind](key))
  given.people.remember(person, keys)
  return taken
}

function newPerson(values: Values, { people, newId, at }: Given): KnownPerson {
  const standIn = values.externalId ?? values.emails[0] ?? values.phones[0]?.e164 ?? ''
  return {
    id: newId(),
    n: null,
    name: values.name?.name ?? standIn,
    givenName: values.name?.givenName ?? null,
    familyName: values.name?.familyName ?? null,
    named: values.name !== null,
    title: values.title,
    country: values.country,
    province: values.province,
    city: values.city,
    postalCode: values.postalCode,
    language: values.language,
    company: people.company(values, newId),
    asOf: values.updatedAt ?? at,
    phones: values.phones.map(({ e164 }) => e164),
    emails: [...values.emails],
    externalIds: [],
    leads: [],
    suppressed: false,
    erased: false,
  }
}

const datedBy =
  (at: number) =>
  (signal: Values['signals'][number]): Signal => ({ ...signal, at: signal.at ?? at })

const newLead = (values: Values, { listId, newId, at }: Given): KnownLead => ({
  id: newId(),
  listId,
  stage: values.stage ?? 'lead',
  reason: null,
  wakesAt: null,
  externalId: values.externalId,
  source: values.source,
  campaign: values.campaign,
  extra: values.extra,
  signals: values.signals.map(datedBy(at)),
  since: null,
  changeId: null,
})

type Apply = (taken: Taken, after: string, given: Given) => void

const name: Apply = ({ person, row }) =>
  void Object.assign(person, { ...row.values.name, named: row.values.name !== null })
const text =
  (key: 'title' | 'country' | 'province' | 'city' | 'postalCode' | 'language'): Apply =>
  ({ person }, after) =>
    void (person[key] = after)
const ofCompany =
  (key: 'industry' | 'employees' | 'domain'): Apply =>
  ({ person, row }) => {
    if (person.company)
      Object.assign(person.company, { [key]: row.values[key] } satisfies Partial<KnownCompany>)
  }
const ofLead =
  (key: 'source' | 'campaign'): Apply =>
  ({ judged }, after) => {
    if (judged.lead) judged.lead[key] = after
  }

const APPLY: Partial<Record<Field, Apply>> = {
  fullName: name,
  familyName: name,
  title: text('title'),
  country: text('country'),
  province: text('province'),
  city: text('city'),
  postalCode: text('postalCode'),
  language: text('language'),
  company: ({ person, row }, _, { people, newId }) =>
    void (person.company = people.company(row.values, newId) ?? person.company),
  industry: ofCompany('industry'),
  employees: ofCompany('employees'),
  website: ofCompany('domain'),
  source: ofLead('source'),
  campaign: ofLead('campaign'),
  phone: (taken, after) => {
    const phone = taken.row.values.phones.find(({ e164 }) => e164 === after)
    if (!phone) return
    taken.phones.push({ phone, place: taken.person.phones.length })
    taken.person.phones.push(after)
  },
  email: (taken, after) => {
    taken.emails.push({ email: after, place: taken.person.emails.length })
    taken.person.emails.push(after)
  },
  externalId: ({ person }, after) => void person.externalIds.push(after),
}

const DONE: ReadonlySet<Field | null> = new Set(SIGNAL_KINDS)

function apply({ field, header, after }: Change, taken: Taken, given: Given): void {
  const { lead } = taken.judged
  if (field === null && header !== null && lead) lead.extra = { ...lead.extra, [header]: after }
  // All that was done is taken in with the first of it: later ones find nothing new.
  else if (DONE.has(field) && lead) {
    const done = newSignals(lead, taken.row.values.signals).map(datedBy(given.at))
    taken.signals.push(...done)
    lead.signals = [...lead.signals, ...done]
  } else if (field !== null) APPLY[field]?.(taken, after, given)
}
