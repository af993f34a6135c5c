import { emailKey } from '#shared/domain/email-key'
import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import type { Phone } from '#shared/domain/phone'
import type { Signal } from '#shared/domain/profile'
import type { QueueEntry } from '#shared/domain/queue'
import type { Stage } from '#shared/domain/stage'
import { fold } from '#shared/lib/fold'
import { raw } from '#electron/db/raw'
import type { Staging } from '#electron/db/staging'
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

/** The columns of `rows`, in their order. */
export type StagedRow = [
  pos: number,
  h: string,
  name: string,
  givenName: string | null,
  familyName: string | null,
  title: string | null,
  companyId: string | null,
  language: string | null,
  country: string | null,
  province: string | null,
  postalCode: string | null,
  city: string | null,
  asOf: number,
  e164: string | null,
  extension: string | null,
  type: Phone['type'] | null,
  email: string | null,
  emailKey: string | null,
  externalId: string | null,
  source: string | null,
  sourceKey: string | null,
  campaign: string | null,
  arrivedAt: number | null,
  extra: string | null,
  born: Stage,
  fit: number,
  entry: number | null,
  wish: number,
  nameKey: string | null,
]

/** Somebody new as they are staged: no more is held of those who wait for it. */
export type Held = {
  row: StagedRow
  company: KnownCompany | null
  /** Beside the first, which is in the row. */
  morePhones: readonly Phone[]
  moreEmails: readonly string[]
  signals: readonly Signal[]
}

/** `at` in ms. Their place and what stands for it are known once they are staged; see `placed`. */
export function heldOf({ values, name, company, signals, born, fit, nameKey }: Newcomer, at: number): Held {
  const { phones, emails, source, extra } = values
  const [phone] = phones
  const [email] = emails
  const row: StagedRow = [
    0,
    '',
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
    null,
    Number(values.doNotCall),
    nameKey,
  ]
  const morePhones = phones.length > 1 ? phones.slice(1) : NONE
  const moreEmails = emails.length > 1 ? emails.slice(1) : NONE
  return { row, company, morePhones, moreEmails, signals: signals.length > 0 ? signals : NONE }
}
const NONE: readonly never[] = []

export function placed(row: StagedRow, pos: number, entry: number | null): StagedRow {
  row[0] = pos
  row[1] = countOf(pos)
  row[ENTRY] = entry
  return row
}
const ENTRY = 26

/** As they are known once they are stored. */
export function personOf(
  { row, company, morePhones, moreEmails, signals }: Held,
  id: string,
  listId: string,
): KnownPerson {
  const [
    ,
    ,
    name,
    givenName,
    familyName,
    title,
    ,
    language,
    country,
    province,
    postalCode,
    city,
    asOf,
    ...rest
  ] = row
  const [e164, , , email, , externalId, source, , campaign, , extra, born, , , wish] = rest
  const lead: KnownLead = {
    id: `${id}-lead`,
    listId,
    stage: born,
    reason: null,
    wakesAt: null,
    externalId,
    source,
    campaign,
    extra: extra === null ? null : (JSON.parse(extra) as Record<string, string>),
    signals,
    since: null,
    changeId: null,
  }
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
    givenName,
    familyName,
    named: ![externalId, email, e164].includes(name),
    asOf,
    phones: e164 === null ? [] : [e164, ...morePhones.map((phone) => phone.e164)],
    emails: email === null ? [] : [email, ...moreEmails],
    externalIds: externalId === null ? [] : [externalId],
    leads: [lead],
    basis: null,
    suppressed: wish === 1,
    erased: false,
  }
}

export function stagedAt({ db }: Staging, pos: number, companyOf: (id: string) => KnownCompany | null): Held {
  const row = raw<StagedRow>(db, 'SELECT * FROM rows WHERE pos = ?').raw().get(pos)
  if (!row) throw new Error(`Nobody is staged at ${pos}.`)
  const more = <T>(text: string) => raw<T>(db, text).all(pos)
  const companyId = row[COMPANY]
  return {
    row,
    company: companyId === null ? null : companyOf(companyId),
    morePhones: more('SELECT e164, extension, type FROM phones WHERE pos = ? ORDER BY place'),
    moreEmails: more<{ email: string }>('SELECT email FROM emails WHERE pos = ? ORDER BY place').map(
      ({ email }) => email,
    ),
    signals: more('SELECT kind, at FROM signals WHERE pos = ? ORDER BY n'),
  }
}
const COMPANY = 6
