import type { EditField, EditRefusal, Read } from '#shared/domain/edit'
import { emailKey } from '#shared/domain/email-key'
import { companyKey, isSameCompany } from '#shared/domain/company-key'
import { nameParts } from '#shared/domain/name'
import { atLeast } from '#shared/domain/people'
import { fold } from '#shared/lib/fold'
import { setPhoneStatus } from '#electron/db/call'
import { emailsOf } from '#electron/db/card'
import {
  COLUMNS,
  dropIdentity,
  insertCompany,
  isPhoneUsed,
  readColumn,
  removePhone,
  setEmails,
  setEmployer,
  setExtra,
  setPhone,
  setSourceKey,
  writeColumn,
  writeName,
} from '#electron/db/edit'
import { companiesCalled } from '#electron/db/known'
import { findLead, phonesOf, type LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { insertIdentity, insertPhone } from '#electron/db/person'
import type { Deps } from './deps.ts'
import { silenceWished } from './erase/wished.ts'
import type { Rep } from './facts.ts'

export type Around = { tx: Db; deps: Deps; row: LeadRow; rep: Rep; of: string | null }
type Field = {
  /** As it stands, '' when blank; null when what `of` names is not there. */
  now: (around: Around) => string | null
  /** Writes it, or says why not. Text: what the fact keeps as `of`. */
  set: (around: Around, read: Read) => EditRefusal | { of: string | null }
}

const WRITTEN = { of: null }

/** A column of the person's, the company's or the lead's row. */
function ofColumn(field: EditField): Field {
  const column = COLUMNS[field]
  if (!column) throw new Error(`${field} is no column`)
  const idOf = ({ row: { lead, person } }: Around) =>
    ({ persons: person.id, leads: lead.id, companies: lead.companyId })[column.table]
  return {
    now: (around) => {
      const id = idOf(around)
      return id === null ? '' : readColumn(around.tx, column, id)
    },
    set: (around, { text }) => {
      const id = idOf(around)
      if (id === null) return 'no-company'
      writeColumn(around.tx, column, id, text)
      if (field === 'source') setSourceKey(around.tx, id, fold(text) || null)
      return WRITTEN
    },
  }
}

const phoneOf = ({ tx, row, of }: Around) => phonesOf(tx, row.person.id).find(({ id }) => id === of)

export const FIELDS: Readonly<Record<EditField, Field>> = {
  name: {
    now: ({ row }) => row.person.name,
    set: ({ tx, row }, { text }) => {
      const { given, family } = nameParts(text, row.person.language ?? row.list.language)
      writeName(tx, row.person.id, { name: text, given, family })
      return WRITTEN
    },
  },
  title: ofColumn('title'),
  city: ofColumn('city'),
  province: ofColumn('province'),
  postalCode: ofColumn('postalCode'),
  country: ofColumn('country'),
  zone: ofColumn('zone'),
  'company.industry': ofColumn('company.industry'),
  'company.employees': ofColumn('company.employees'),
  source: ofColumn('source'),
  campaign: ofColumn('campaign'),
  company: {
    now: ({ row }) => row.company?.name ?? '',
    set: ({ tx, deps, row }, { text }) => {
      setEmployer(tx, row.person.id, text === '' ? null : companyCalled(tx, deps, text))
      return WRITTEN
    },
  },
  extra: {
    now: ({ row, of }) => row.lead.extra?.[of ?? ''] ?? '',
    set: ({ tx, row, of }, { text }) => {
      const { [of ?? '']: _, ...rest } = row.lead.extra ?? {}
      setExtra(tx, row.lead.id, text === '' ? rest : { ...row.lead.extra, [of ?? '']: text })
      return { of }
    },
  },
  email: {
    now: ({ tx, row, of }) =>
      of === null ? '' : (emailsOf(tx, row.person.id).find((one) => one === of) ?? null),
    set: ({ tx, row: { person }, of }, { text }) => {
      const emails = emailsOf(tx, person.id)
      const rest = emails.filter((one) => one !== of)
      if (text !== '' && rest.some((one) => emailKey(one) === emailKey(text))) return 'email-twice'
      const after = of === null ? [...emails, text] : emails.map((one) => (one === of ? text : one))
      setEmails(
        tx,
        person.id,
        after.filter((one) => one !== ''),
      )
      if (of !== null) dropIdentity(tx, 'email', emailKey(of), person.id)
      if (text !== '') insertIdentity(tx, 'email', emailKey(text), person.id)
      return WRITTEN
    },
  },
  phone: {
    now: (around) => (around.of === null ? '' : (phoneOf(around)?.e164 ?? null)),
    set: (around, { phone }) => {
      const {
        tx,
        deps,
        row: { person },
        of,
      } = around
      const phones = phonesOf(tx, person.id)
      const before = phoneOf(around)
      if (phone && phones.some(({ id, e164 }) => id !== of && e164 === phone.e164)) return 'phone-twice'
      // Facts point to the number that was dialled: another one is a number of its own.
      if (before && isPhoneUsed(tx, before.id)) return 'was-dialled'
      if (before) dropIdentity(tx, 'phone', before.e164, person.id)
      if (!phone) {
        removePhone(tx, of ?? '')
        return { of }
      }
      insertIdentity(tx, 'phone', phone.e164, person.id)
      if (before) {
        setPhone(tx, before.id, phone)
        silenceWished(tx, deps, { phoneId: before.id, e164: phone.e164, name: person.name })
        return { of }
      }
      const id = deps.newId()
      insertPhone(tx, id, person.id, phone, Math.max(-1, ...phones.map(({ place }) => place)) + 1)
      silenceWished(tx, deps, { phoneId: id, e164: phone.e164, name: person.name })
      return { of: id }
    },
  },
  'phone.status': {
    now: (around) => phoneOf(around)?.status ?? null,
    set: (around, { text }) => {
      const before = phoneOf(around)
      // To call again whom asked not to be called there takes more than a press.
      if (before?.status === 'opted_out' && !atLeast(around.rep.role, 'team_lead')) return 'needs-team-lead'
      setPhoneStatus(around.tx, around.of ?? '', text as NonNullable<typeof before>['status'])
      return { of: around.of }
    },
  },
}

/** A company that goes by this name, else a new one. Returns its id. */
function companyCalled(tx: Db, deps: Deps, name: string): string {
  const mine = companyKey(name)
  const known = companiesCalled(tx, mine.key).find((each) => isSameCompany(companyKey(each.name), mine))
  if (known) return known.id
  const id = deps.newId()
  insertCompany(tx, { id, name, key: mine.key })
  return id
}

/** The lead as it now is. */
export function rowOf(tx: Db, leadId: string): LeadRow {
  const row = findLead(tx, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  return row
}
