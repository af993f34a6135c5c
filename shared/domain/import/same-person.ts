import { emailKey, isSharedMailbox } from '../email-key.ts'
import { companyKey, isSameCompany } from '../company-key.ts'
import { hasOtherMailbox, nameAtKey } from '../identity/name-at.ts'
import { isOtherName, isSameName, nameKey } from '../name.ts'
import type { KnownPerson } from './known.ts'
import { hasKey } from './known-keys.ts'
import type { Values } from './row.ts'

type IdentityKind = 'external' | 'email' | 'phone'
export type IdentityKey = { kind: IdentityKind; key: string }

/** What a row can be known by, the strongest first; a name at a company comes after all of them. */
export const keysOf = (values: Pick<Values, 'externalId' | 'emails' | 'phones'>): IdentityKey[] => [
  ...(values.externalId === null ? [] : [{ kind: 'external' as const, key: values.externalId }]),
  ...values.emails.map((email) => ({ kind: 'email' as const, key: emailKey(email) })),
  ...values.phones.map(({ e164 }) => ({ kind: 'phone' as const, key: e164 })),
]

/**
 * May a person who has this key be the row's? An id decides alone. A number, or a mailbox that many read, is shared by
 * colleagues: there another name is another person, and on a switchboard so is one who gives none.
 */
export function isSame(key: IdentityKey, person: KnownPerson, values: Values): boolean {
  if (key.kind === 'external') return true
  if (key.kind === 'email' && !isSharedMailbox(key.key)) return true
  if (values.name === null) return !person.named || !person.switchboards?.includes(key.key)
  if (!person.named) return !person.switchboards?.includes(key.key)
  return isSameName(person.name, values.name.name)
}

/** Could be anybody of those who share it: a number or mailbox of several, and a row that does not say whose it is. */
export const isAnybodys = ({ kind, key }: IdentityKey, { name }: Values): boolean =>
  name === null && (kind === 'phone' || (kind === 'email' && isSharedMailbox(key)))

/** The last rung of the ladder for a row; null when it says too little. */
export const nameKeyOfRow = ({ name, company, domain, emails }: Values): string | null =>
  nameAtKey({ name: name?.name ?? null, company, domain, emails })

export const nameKeyOfPerson = ({ name, named, company, emails }: KnownPerson): string | null =>
  nameAtKey({
    name: named ? name : null,
    company: company?.name ?? null,
    domain: company?.domain ?? null,
    emails,
  })

/** What tells a namesake apart already: an id where the row has another, or another mailbox at the same host. */
export const isOtherThan = (
  { hasId, emails }: { hasId: boolean; emails: readonly string[] },
  values: Pick<Values, 'externalId' | 'emails'>,
): boolean => (hasId && values.externalId !== null) || hasOtherMailbox(emails, values.emails)

/**
 * Is it the same name at the same place, with nothing against it? Another legal form is another company; see also
 * `isOtherThan`.
 */
export function isNamesake(person: KnownPerson, values: Values): boolean {
  if (!person.named || values.name === null) return false
  const { emails, externalIds } = person
  if (isOtherThan({ hasId: externalIds.length > 0, emails }, values)) return false
  if (nameKey(person.name) !== nameKey(values.name.name)) return false
  if (person.company === null || values.company === null) return true
  return isSameCompany(companyKey(person.company.name), companyKey(values.company))
}

/** An id that names somebody else altogether: no word of the name, no number and no address in common. */
export function isContradicted(key: IdentityKey, person: KnownPerson, values: Values): boolean {
  if (key.kind !== 'external' || !person.named || values.name === null) return false
  const shares = keysOf({ ...values, externalId: null }).some((each) => hasKey(person, each.kind, each.key))
  return !shares && isOtherName(person.name, values.name.name)
}
