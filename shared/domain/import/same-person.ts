import { emailKey, isSharedMailbox } from '../email-key.ts'
import { isOtherName, isSameName } from '../name.ts'
import type { KnownPerson } from './known.ts'
import type { Values } from './row.ts'

export type IdentityKind = 'external' | 'email' | 'phone'
export type IdentityKey = { kind: IdentityKind; key: string }

/** What a row can be known by, the strongest first. Name, city and the like never merge anybody. */
export const keysOf = (values: Pick<Values, 'externalId' | 'emails' | 'phones'>): IdentityKey[] => [
  ...(values.externalId === null ? [] : [{ kind: 'external' as const, key: values.externalId }]),
  ...values.emails.map((email) => ({ kind: 'email' as const, key: emailKey(email) })),
  ...values.phones.map(({ e164 }) => ({ kind: 'phone' as const, key: e164 })),
]

/**
 * May a person who has this key be the row's? An id decides alone. A number, or a mailbox that many read, is shared by
 * colleagues: there another name is another person.
 */
export function isSame(key: IdentityKey, person: KnownPerson, values: Values): boolean {
  if (key.kind === 'external') return true
  if (key.kind === 'email' && !isSharedMailbox(key.key)) return true
  return !person.named || values.name === null || isSameName(person.name, values.name.name)
}

/** An id that names somebody else altogether: no word of the name, no number and no address in common. */
export function isContradicted(key: IdentityKey, person: KnownPerson, values: Values): boolean {
  if (key.kind !== 'external' || !person.named || values.name === null) return false
  const keys = new Set(person.emails.map(emailKey))
  const shares =
    values.emails.some((email) => keys.has(emailKey(email))) ||
    values.phones.some(({ e164 }) => person.phones.includes(e164))
  return !shares && isOtherName(person.name, values.name.name)
}
