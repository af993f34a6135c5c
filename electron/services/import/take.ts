import { newSignals, type Change } from '#shared/domain/import/changes'
import type { Field } from '#shared/domain/import/field'
import type { Judgement } from '#shared/domain/import/judge'
import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import { hasKey } from '#shared/domain/import/known-keys'
import type { Row, Values } from '#shared/domain/import/row'
import { keysOf, nameKeyOfPerson, type IdentityKey } from '#shared/domain/import/same-person'
import { closedAs } from '#shared/domain/import/stage-words'
import type { Phone } from '#shared/domain/phone'
import { SIGNAL_KINDS, type Signal } from '#shared/domain/profile'
import type { ReasonId } from '#shared/domain/reason'

/** What a row brought to somebody who is known, once it was taken into what is known of them. */
export type Taken = {
  row: Row
  judged: Judgement
  person: KnownPerson
  /** The lead that was created; null when none was. */
  lead: KnownLead | null
  /** Numbers and addresses that they got, with the place they take. */
  phones: { phone: Phone; place: number }[]
  emails: { email: string; place: number }[]
  /** What was done since, on the open lead that was there. */
  signals: Signal[]
  /** Keys that they did not have. */
  keys: { kind: IdentityKey['kind'] | 'name'; key: string }[]
}

type Given = {
  listId: string
  newId: () => string
  at: number
  companyOf: (values: Values) => KnownCompany | null
}

/** Makes what is known as if the row were stored; null when nothing of it is. Writes nothing. */
export function take(row: Row, judged: Judgement, person: KnownPerson, given: Given): Taken | null {
  const { values } = row
  const isKept = judged.isNewLead || judged.changes.length > 0 || values.doNotCall || values.doNotEmail
  if (judged.verdict === 'error' || person.erased || !isKept) return null
  const news = keysOf(values).filter(({ kind, key }) => !hasKey(person, kind, key))
  const calledBefore = nameKeyOfPerson(person)
  const taken: Taken = { row, judged, person, lead: null, phones: [], emails: [], signals: [], keys: [] }
  for (const change of judged.changes) apply(change, taken, given)
  if (judged.changes.length > 0) person.asOf = Math.max(person.asOf, values.updatedAt ?? 0)
  if (values.doNotCall) person.suppressed = true
  if (judged.isNewLead) {
    taken.lead = newLead(values, given)
    person.leads.push(taken.lead)
    if (judged.verdict === 're_disqualified' && judged.ended)
      Object.assign(taken.lead, closedBecause(judged.ended.reason, judged.ended.at))
    else if (values.closed) Object.assign(taken.lead, closedFor(values.closed, given.at))
    if (values.externalId !== null && !hasKey(person, 'external', values.externalId))
      person.externalIds.push(values.externalId)
  }
  taken.keys = news.filter(({ kind, key }) => hasKey(person, kind, key))
  const called = nameKeyOfPerson(person)
  if (called !== null && called !== calledBefore) taken.keys.push({ kind: 'name', key: called })
  return taken
}

const closedBecause = (reason: string | null, since: number) =>
  ({ stage: 'disqualified', reason, since }) as const satisfies Partial<KnownLead>

/** As the file itself says it. */
export function closedFor(reason: ReasonId, at: number): Partial<KnownLead> {
  const stage = closedAs(reason)
  return { stage, reason, since: stage === 'disqualified' ? at : null }
}

/** What somebody did without a date counts from the moment of the import. */
export const datedBy =
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
  (key: 'industry' | 'domain'): Apply =>
  ({ person }, after) => {
    if (person.company) person.company[key] = after
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
  company: ({ person, row }, _, { companyOf }) =>
    void (person.company = companyOf(row.values) ?? person.company),
  industry: ofCompany('industry'),
  employees: ({ person, row }) => {
    if (person.company) person.company.employees = row.values.employees
  },
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
  basis: ({ person, row }) => void (person.basis = row.values.basis),
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
