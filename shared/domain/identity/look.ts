import { companyKey } from '../company-key.ts'
import { emailKey, isSharedMailbox } from '../email-key.ts'
import { fold } from '../../lib/fold.ts'
import { nameKey } from '../name.ts'
import { ownHost } from './name-at.ts'
import { sound, squeeze } from './sound.ts'

/** Somebody as they are compared with others: nothing that is known only after a call. */
export type Look = {
  id: string
  name: string
  givenName: string | null
  familyName: string | null
  title: string | null
  company: string | null
  domain: string | null
  /** E.164. */
  phones: readonly string[]
  /** Those of them that are fixed lines or switchboards. */
  fixed: readonly string[]
  emails: readonly string[]
  city: string | null
  province: string | null
  postalCode: string | null
  country: string | null
  /** Kept columns by header: streets, dates of birth and the like, where a file had them. */
  extra: Readonly<Record<string, string>>
}

/** The local part of an address of their own; null for a mailbox that many read. */
export function localPart(email: string): string | null {
  const key = emailKey(email)
  const local = squeeze(key.slice(0, key.lastIndexOf('@')))
  return local.length < SHORTEST_LOCAL || isSharedMailbox(key) ? null : local
}
const SHORTEST_LOCAL = 5

/** A kept cell that could tell people apart: long enough, and not a whole story. */
export const isTelling = (cell: string): boolean => {
  const { length } = squeeze(cell)
  return length >= 5 && length <= 60
}

/** Words in any order: "García Ana" is "Ana García". */
export const nameMeeting = (name: string): string =>
  `w ${nameKey(name).split(' ').map(sound).toSorted().join(' ')}`
export const keptMeeting = (header: string, cell: string): string => `x ${header} ${squeeze(cell)}`

/**
 * Where two who might be one meet: whoever has a key in common with somebody is compared with them, and nobody else is.
 * Values that many share make large blocks, which are left out; so the keys may be generous.
 */
export function meetingKeys(look: Look): string[] {
  const { name, givenName, familyName, postalCode, city, phones, emails } = look
  const words = nameKey(name).split(' ').filter(Boolean)
  const given = sound(givenName ?? words[0] ?? '')
  const family = sound(familyName ?? words.at(-1) ?? '')
  const place = postalCode === null ? (city === null ? '' : squeeze(city)) : squeeze(postalCode)
  const company = look.company === null ? '' : squeeze(companyKey(look.company).key)
  const host = ownHost(look.domain, emails)
  const keys = [
    ...phones.map((e164) => `t ${e164}`),
    ...emails.flatMap((email) => localPart(email) ?? []).map((local) => `e ${local}`),
    ...(words.length > 1 ? [nameMeeting(name)] : []),
    ...[given, family]
      .filter(Boolean)
      .flatMap((part) => [
        ...(place ? [`p ${part} ${place}`] : []),
        ...(company ? [`c ${part} ${company}`] : []),
        ...(host ? [`h ${part} ${host}`] : []),
      ]),
    ...Object.entries(look.extra).flatMap(([header, cell]) =>
      isTelling(cell) ? [keptMeeting(fold(header), cell)] : [],
    ),
  ]
  return [...new Set(keys)]
}
