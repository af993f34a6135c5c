import { emailKey } from '#shared/domain/email-key'
import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import type { Phone } from '#shared/domain/phone'
import type { Signal } from '#shared/domain/profile'
import type { QueueEntry } from '#shared/domain/queue'
import type { Stage } from '#shared/domain/stage'
import { fold } from '#shared/lib/fold'
import { raw } from '#electron/db/raw'
import type { StagedValue, Staging } from '#electron/db/staging'
import { countOf } from './ids.ts'

/** Somebody new with their first lead, as judged. */
export type Newcomer = {
  values: Values
  name: string
  company: KnownCompany | null
  signals: readonly Signal[]
  born: Stage
  /** Hundredths. */
  fit: number
  /** What they are found by last of all; see `nameAtKey`. */
  nameKey: string | null
  /** Where the lead stands in the queue; null = not in it, or by its facts. */
  entry: QueueEntry | null
}

/** In the order of the columns of `rows`. */
export function stagedRow(
  { values, name, company, born, fit, nameKey }: Newcomer,
  { pos, at, entry }: { pos: number; at: number; entry: number | null },
): StagedValue[] {
  const [phone] = values.phones
  const [email] = values.emails
  const { source, extra } = values
  return [
    pos,
    countOf(pos),
    name,
    values.name?.givenName ?? null,
    values.name?.familyName ?? null,
    values.title,
    company?.id ?? null,
    values.language,
    values.country,
    values.province,
    values.postalCode,
    values.city,
    values.updatedAt ?? at,
    phone?.e164 ?? null,
    phone?.extension ?? null,
    phone?.type ?? null,
    email ?? null,
    email === undefined ? null : emailKey(email),
    values.externalId,
    source,
    source === null ? null : fold(source),
    values.campaign,
    values.arrivedAt,
    extra === null ? null : JSON.stringify(extra),
    born,
    fit,
    entry,
    Number(values.doNotCall),
    nameKey,
  ]
}

/** As they are known once they are stored. */
export function personOf(
  { values, name, company, signals, born }: Newcomer,
  id: string,
  { listId, at }: { listId: string; at: number },
): KnownPerson {
  const lead: KnownLead = {
    id: `${id}-lead`,
    listId,
    stage: born,
    reason: null,
    wakesAt: null,
    externalId: values.externalId,
    source: values.source,
    campaign: values.campaign,
    extra: values.extra,
    signals,
    since: null,
    changeId: null,
  }
  const { title, country, province, city, postalCode, language } = values
  return {
    id,
    n: null,
    name,
    title,
    country,
    province,
    city,
    postalCode,
    language,
    company,
    givenName: values.name?.givenName ?? null,
    familyName: values.name?.familyName ?? null,
    named: ![values.externalId, values.emails[0], values.phones[0]?.e164].includes(name),
    asOf: values.updatedAt ?? at,
    phones: values.phones.map(({ e164 }) => e164),
    emails: [...values.emails],
    externalIds: values.externalId === null ? [] : [values.externalId],
    leads: [lead],
    basis: values.basis,
    suppressed: values.doNotCall,
    erased: false,
  }
}

type Staged = Omit<
  Values,
  'name' | 'emails' | 'phones' | 'extra' | 'domain' | 'signals' | 'doNotCall' | 'basis'
> & {
  doNotCall: 0 | 1
  name: string
  givenName: string | null
  familyName: string | null
  companyId: string | null
  extra: string | null
  email: string | null
  born: Stage
  fit: number
} & { [K in keyof Phone]: Phone[K] | null }

export function stagedAt(
  { db }: Staging,
  pos: number,
  companyOf: (id: string) => KnownCompany | null,
): Newcomer {
  const row = raw<Staged>(
    db,
    `SELECT name, given_name AS givenName, family_name AS familyName, title, company_id AS companyId, language, country,
      province, postal_code AS postalCode, city, as_of AS updatedAt, e164, extension, type, email,
      external_id AS externalId, source, campaign, arrived_at AS arrivedAt, extra, born_as AS born, fit, wish AS doNotCall
      FROM rows WHERE pos = ?`,
  ).get(pos)
  if (!row) throw new Error(`Nobody is staged at ${pos}.`)
  const { name, givenName, familyName, companyId, e164, extension, type, email, extra, born, fit, ...rest } =
    row
  const more = raw<Phone>(db, 'SELECT e164, extension, type FROM phones WHERE pos = ? ORDER BY place').all(
    pos,
  )
  const others = raw<{ email: string }>(db, 'SELECT email FROM emails WHERE pos = ? ORDER BY place').all(pos)
  const values: Values = {
    ...rest,
    name: { name, givenName, familyName },
    phones: e164 === null ? [] : [{ e164, extension, type: type ?? 'other' }, ...more],
    emails: email === null ? [] : [email, ...others.map((other) => other.email)],
    extra: extra === null ? null : (JSON.parse(extra) as Record<string, string>),
    domain: null,
    doNotCall: Boolean(rest.doNotCall),
    signals: [],
    basis: null,
  }
  const signals = raw<Signal>(db, 'SELECT kind, at FROM signals WHERE pos = ? ORDER BY n').all(pos)
  return {
    values,
    name,
    company: companyId === null ? null : companyOf(companyId),
    signals,
    born,
    fit,
    entry: null,
    nameKey: null,
  }
}
