import { fold } from '#shared/lib/fold'
import { emailKey, isEmail, isSharedMailbox } from '#shared/domain/email-key'
import type { LogRefusal } from '#shared/domain/logged'
import { parsePhone, type Phone } from '#shared/domain/phone'
import { insertText, textsOf } from '#electron/db/call'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import {
  insertLead,
  insertPerson,
  isUntouched,
  openLeadOf,
  peopleKnownBy,
  removeLead,
} from '#electron/db/referral'
import { insertEmail, insertIdentity, insertPhone } from '#electron/db/person'
import { indexPerson } from '#electron/db/search'
import { REFERRED } from '#electron/db/stage'
import type { Deps } from './deps.ts'
import { silenceWished } from './erase/wished.ts'
import type { Case } from './facts.ts'

type Referral = { name: string; phone: string | null; email: string | null }

const SOURCE = { es: 'Referido', en: 'Referral' } as const
const SOURCE_KEY = 'referral'

/** What was given must reach somebody: it would be lost without a word otherwise. */
export const unreadable = ({ phone, email }: Referral, country: string): LogRefusal[] => [
  ...(phone?.trim() && !parsePhone(phone, country).ok ? (['referral-phone-unreadable'] as const) : []),
  ...(email?.trim() && !isEmail(email.trim()) ? (['referral-email-unreadable'] as const) : []),
]

/**
 * A lead on the same list for whom the call named, "given by" this one. Somebody known by an e-mail of
 * their own, or by that number or e-mail and the name, gets it on the identity they have; an open lead of theirs on the list is taken instead of a second.
 * Returns the lead's id.
 */
export function refer(tx: Db, deps: Deps, found: Case, referral: Referral, callId: string): string {
  const { list, person } = found.row
  const parsed = referral.phone ? parsePhone(referral.phone, list.country) : null
  const phone = parsed?.ok ? parsed.value : null
  const email = referral.email?.trim() || null
  const known = knownPerson(tx, person.id, {
    ...referral,
    email: email && emailKey(email),
    phone: phone?.e164 ?? null,
  })
  const personId = known ?? newPerson(tx, deps, found, referral.name, { phone, email })
  const leadId = openLeadOf(tx, personId, list.id) ?? newLead(tx, deps, found, personId)
  insertText(tx, { factId: callId, field: REFERRED, personId, text: leadId })
  return leadId
}

function knownPerson(tx: Db, giverId: string, { name, phone, email }: Referral): string | null {
  const people = peopleKnownBy(tx, { email, phone }).filter(({ id }) => id !== giverId)
  const isTheirs = email !== null && !isSharedMailbox(email)
  const isSame = (one: (typeof people)[number]) =>
    (one.kind === 'email' && isTheirs) || fold(one.name) === fold(name)
  return people.find(isSame)?.id ?? null
}

type Contact = { phone: Phone | null; email: string | null }

/** They work where the one who named them does. */
function newPerson(tx: Db, deps: Deps, { row }: Case, name: string, { phone, email }: Contact): string {
  const id = deps.newId()
  const [givenName = null, ...rest] = name.trim().split(/\s+/)
  const n = insertPerson(tx, {
    id,
    name: name.trim(),
    givenName,
    familyName: rest.join(' ') || null,
    companyId: row.lead.companyId,
    country: row.person.country,
    createdAt: deps.now(),
  })
  if (phone) {
    const phoneId = deps.newId()
    insertPhone(tx, phoneId, id, phone, 0)
    insertIdentity(tx, 'phone', phone.e164, id)
    silenceWished(tx, deps, { phoneId, e164: phone.e164, name })
  }
  if (email) {
    insertEmail(tx, id, email, 0)
    insertIdentity(tx, 'email', emailKey(email), id)
  }
  const phones = phone ? [phone.e164] : []
  indexPerson(tx, {
    n,
    name: name.trim(),
    company: row.company?.name ?? null,
    phones,
    emails: email ? [email] : [],
  })
  return id
}

function newLead(tx: Db, deps: Deps, { row }: Case, personId: string): string {
  const id = deps.newId()
  const now = deps.now()
  insertLead(tx, {
    id,
    personId,
    companyId: row.lead.companyId,
    listId: row.list.id,
    source: SOURCE[row.list.language],
    sourceKey: SOURCE_KEY,
    campaign: row.lead.campaign,
    arrivedAt: now,
    createdAt: now,
    bornAs: 'lead',
    stage: 'lead',
    fit: 0,
    bantNow: 0,
    attempts: 0,
    dials: 0,
  })
  return id
}

/**
 * Undo: the lead goes as it came, unless it was there before or somebody has worked on it since. Tells whose it was and
 * whether it stays; null when the call referred to nobody, or to a lead that is gone.
 */
export function unrefer(tx: Db, call: { id: string; at: number }): { name: string; stays: boolean } | null {
  const leadId = textsOf(tx, call.id)[REFERRED]
  const found = leadId ? findLead(tx, leadId) : undefined
  if (!leadId || !found) return null
  const stays = found.lead.createdAt !== call.at || !isUntouched(tx, leadId)
  if (!stays) removeLead(tx, leadId, call.at)
  return { name: found.person.name, stays }
}
