import { err, ok, type Result } from '../lib/result.ts'
import { isOneOf } from '../lib/table.ts'
import { isEmail } from './email-key.ts'
import { PHONE_STATUSES } from './phone-kind.ts'
import { parsePhone, type Phone, type PhoneProblem } from './phone.ts'

/** What can be set by hand on a lead's page. `extra` is a column of the file, `company` the employer. */
export const EDIT_FIELDS = [
  'name',
  'title',
  'city',
  'province',
  'postalCode',
  'country',
  'zone',
  'company',
  'company.industry',
  'company.employees',
  'source',
  'campaign',
  'extra',
  'email',
  'phone',
  'phone.status',
] as const
export type EditField = (typeof EDIT_FIELDS)[number]

export const EDIT_REFUSALS = [
  'name-missing',
  'country-unknown',
  'zone-unknown',
  'employees-invalid',
  'email-invalid',
  'email-twice',
  'phone-twice',
  'phone_letters',
  'phone_invalid',
  'phone_no_country',
  'phone_rounded',
  'status-unknown',
  'needs-team-lead',
  'was-dialled',
  'changed-since',
  'no-company',
] as const
export type EditRefusal = (typeof EDIT_REFUSALS)[number]

/** As it will be stored; a number with what its digits say of it. */
export type Read = { text: string; phone: Phone | null }

type Reader = (text: string, country: string | null) => Result<Read, EditRefusal>
const plain: Reader = (text) => ok({ text, phone: null })
const MOST_EMPLOYEES = 10_000_000

const READERS: Readonly<Record<EditField, Reader>> = {
  name: (text) => (text === '' ? err('name-missing') : ok({ text, phone: null })),
  title: plain,
  city: plain,
  province: plain,
  postalCode: plain,
  country: (text) => {
    const code = text.toUpperCase()
    return code === '' || isCountry(code) ? ok({ text: code, phone: null }) : err('country-unknown')
  },
  zone: (text) => (text === '' || isZone(text) ? ok({ text, phone: null }) : err('zone-unknown')),
  company: plain,
  'company.industry': plain,
  'company.employees': (text) => {
    const isCount = /^\d{1,8}$/.test(text) && Number(text) <= MOST_EMPLOYEES
    return text === '' || isCount ? ok({ text, phone: null }) : err('employees-invalid')
  },
  source: plain,
  campaign: plain,
  extra: plain,
  email: (text) => (text === '' || isEmail(text) ? ok({ text, phone: null }) : err('email-invalid')),
  phone: (text, country) => {
    const parsed = parsePhone(text, country)
    return parsed.ok
      ? ok({ text: parsed.value.e164, phone: parsed.value })
      : err(parsed.error satisfies PhoneProblem)
  },
  'phone.status': (text) =>
    isOneOf(PHONE_STATUSES, text) ? ok({ text, phone: null }) : err('status-unknown'),
}

const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What was typed, as it would be kept. `country` (ISO 3166-1) is whose national numbers it may be. */
export const readEdit = (
  field: EditField,
  typed: string,
  country: string | null,
): Result<Read, EditRefusal> => READERS[field](typed.trim(), country)
