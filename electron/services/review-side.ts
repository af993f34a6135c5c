import type { AlikeSide } from '#shared/contract/review'
import { showPhone } from '#shared/domain/show-phone'
import { emailsOf } from '#electron/db/card'
import { keptColumns } from '#electron/db/columns'
import { companyRow, countPeopleAt } from '#electron/db/company'
import { phonesOf } from '#electron/db/lead'
import { personRow } from '#electron/db/merge-person'
import type { Db } from '#electron/db/open'
import { isSilenced, leadsOfSide } from '#electron/db/review-side'

/** Somebody as they are laid beside somebody else; null when they are not here any more. */
export function sideOfPerson(db: Db, id: string): AlikeSide | null {
  const row = personRow(db, id)
  if (!row || row.erasedAt !== null) return null
  const { name, title, company, country, province, postalCode, city, language, zone } = row
  const leads = leadsOfSide(db, 'person', id)
  return {
    id,
    name,
    fields: { name, title, company, country, province, postalCode, city, language, zone },
    phones: phonesOf(db, id).map(({ e164, status }) => ({ display: showPhone(e164), status })),
    emails: emailsOf(db, id),
    extra: extraOf(leads),
    leads: leads.map(({ extra: _, ...lead }) => lead),
    people: 1,
    companyId: row.companyId,
    lastTouchAt: lastOf(leads),
    createdAt: row.createdAt,
    suppressed: isSilenced(db, 'person', id),
  }
}

export function sideOfCompany(db: Db, id: string): AlikeSide | null {
  const row = companyRow(db, id)
  if (!row) return null
  const leads = leadsOfSide(db, 'company', id)
  const { name, domain, industry, employees } = row
  return {
    id,
    name,
    fields: { companyName: name, domain, industry, employees: employees?.toString() ?? null },
    phones: [],
    emails: [],
    extra: {},
    leads: leads.map(({ extra: _, ...lead }) => lead),
    people: countPeopleAt(db, id),
    companyId: id,
    lastTouchAt: lastOf(leads),
    createdAt: null,
    suppressed: isSilenced(db, 'company', id),
  }
}

const lastOf = (leads: readonly { lastDialAt: number | null }[]): number | null =>
  leads.reduce<number | null>(
    (last, { lastDialAt }) => (lastDialAt === null ? last : Math.max(last ?? 0, lastDialAt)),
    null,
  )

const extraOf = (leads: readonly { extra: string | null }[]): Record<string, string> =>
  Object.fromEntries(leads.flatMap(({ extra }) => Object.entries(keptColumns(extra) ?? {})))
