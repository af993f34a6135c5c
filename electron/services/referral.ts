import { fold } from '#shared/lib/fold'
import { readPhone } from '#shared/domain/read-phone'
import { insertText, textsOf } from '#electron/db/call'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import {
  insertContact,
  insertLead,
  insertPerson,
  isUntouched,
  openLeadOf,
  peopleKnownBy,
  removeLead,
} from '#electron/db/referral'
import { indexPerson } from '#electron/db/search'
import { REFERRED } from '#electron/db/stage'
import type { Deps } from './deps.ts'
import type { Case } from './facts.ts'

export type Referral = { name: string; phone: string | null; email: string | null }

const SOURCE = { es: 'Referido', en: 'Referral' } as const
const SOURCE_KEY = 'referral'

/** A number that was given must be one that can be dialled: it would be lost without a word otherwise. */
export const isReadable = ({ phone }: Referral, country: string): boolean =>
  !phone?.trim() || readPhone(phone, country) !== null

/**
 * A lead on the same list for whom the call named, "given by" this one. Somebody known by that e-mail, or by that
 * number and name, gets it on the identity they have; an open lead of theirs on the list is taken instead of a second.
 * Returns the lead's id.
 */
export function refer(tx: Db, deps: Deps, found: Case, referral: Referral, callId: string): string {
  const { list, person } = found.row
  const phone = referral.phone ? readPhone(referral.phone, list.country) : null
  const email = referral.email?.trim().toLowerCase() || null
  const known = knownPerson(tx, person.id, { ...referral, email, phone: phone?.e164 ?? null })
  const personId = known ?? newPerson(tx, deps, found, referral.name, { phone, email })
  const leadId = openLeadOf(tx, personId, list.id) ?? newLead(tx, deps, found, personId)
  insertText(tx, { factId: callId, field: REFERRED, personId, text: leadId })
  return leadId
}

function knownPerson(tx: Db, giverId: string, { name, phone, email }: Referral): string | null {
  const people = peopleKnownBy(tx, { email, phone }).filter(({ id }) => id !== giverId)
  const isSame = (one: (typeof people)[number]) => one.kind === 'email' || fold(one.name) === fold(name)
  return people.find(isSame)?.id ?? null
}

type Contact = { phone: ReturnType<typeof readPhone>; email: string | null }

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
  const number = phone && { ...phone, id: deps.newId(), personId: id, status: 'ok' as const, place: 0 }
  insertContact(tx, { personId: id, phone: number, email })
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

/** Undo: the lead goes as it came, unless it was there before or somebody has worked on it since. */
export function unrefer(tx: Db, call: { id: string; at: number }): void {
  const leadId = textsOf(tx, call.id)[REFERRED]
  if (!leadId || findLead(tx, leadId)?.lead.createdAt !== call.at) return
  if (isUntouched(tx, leadId)) removeLead(tx, leadId, call.at)
}
