import type { CompanyWish } from '#shared/contract/wish'
import { clockOfKey, isHolidayOfKey } from '#shared/domain/window'
import { confirmBy, type Place } from '#shared/domain/wish'
import type { Db } from '#electron/db/open'
import { hasLead } from '#electron/db/touched'
import { openWishes, type WishRow } from '#electron/db/wish'
import type { Deps } from './deps.ts'
import { gather } from './placing.ts'

/** Where whoever said it is, by their lead; without one, here. */
export function placeOf(tx: Db, deps: Deps, { leadId }: WishRow): Place {
  if (leadId === null || !hasLead(tx, leadId)) return { zone: deps.zone, isHoliday: () => false }
  const { calendar } = gather(tx, deps, leadId).placing
  return { zone: clockOfKey(calendar), isHoliday: isHolidayOfKey(calendar) }
}

/** Those of one company, or of all. */
export function openOf(tx: Db, deps: Deps, companyId: string | null = null): CompanyWish[] {
  return openWishes(tx)
    .filter((wish) => companyId === null || wish.companyId === companyId)
    .map((wish) => ({ ...wish, confirmBy: confirmBy(wish.at, placeOf(tx, deps, wish)) }))
    .toSorted((a, b) => (a.confirmBy < b.confirmBy ? -1 : 1))
}

/** Until when a team lead can confirm what was asked for a company, `YYYY-MM-DD`; null when nothing waits for one. */
export const wishUntil = (tx: Db, deps: Deps, companyId: string | null): string | null =>
  companyId === null ? null : (openOf(tx, deps, companyId)[0]?.confirmBy ?? null)
