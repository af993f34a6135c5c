import { patches, type Site, type Territory } from '#shared/domain/territory'
import { regionOf } from '#shared/domain/region'
import { countryOf, type Whereabouts } from '#shared/domain/zone'
import type { LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { perStore } from '#electron/db/per-store'
import { newestRule } from './rules.ts'

const NONE: readonly Territory[] = []

/** Whom each rep is served, of those who have a territory. */
export const territoriesOf = (tx: Db): readonly Territory[] => newestRule(tx, 'territories')?.data ?? NONE

export const territoryOf = (tx: Db, repId: string | null): Territory | null =>
  territoriesOf(tx).find((each) => each.repId === repId) ?? null

const kept = perStore(() => ({ of: NONE, patchOf: patches(NONE) }))

/** In which territories somebody lies: made ready once for each version of them. */
export function patchesIn(tx: Db): (site: Site) => string {
  const cache = kept(tx)
  const of = territoriesOf(tx)
  if (cache.of !== of) Object.assign(cache, { of, patchOf: patches(of) })
  return cache.patchOf
}

export const siteOf = ({ lead, person, company }: LeadRow, where: Whereabouts): Site => ({
  listId: lead.listId,
  region: regionOf({ ...where, country: countryOf(where) }),
  province: person.province,
  postalCode: person.postalCode,
  industry: company?.industry ?? null,
})
