import type { Output } from '#shared/contract/api'
import { AGEING, limitOf } from '#shared/domain/ageing'
import { dayOf } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { countAged, wentOn } from '#electron/db/ageing'
import type { Deps } from './deps.ts'

/** What has waited for longer than its stage should take: a bucket for each stage that has any (PRODUCT.md section 7). */
export function ageing({ db, zone, now }: Pick<Deps, 'db' | 'zone' | 'now'>): Output<'metrics.ageing'> {
  const at = now()
  const today = { day: dayOf(zone, at), isHoliday: holidaysOf(countryOfZone(zone) ?? '') }
  const moves = Map.groupBy(wentOn(db), ({ stage }) => stage)
  return AGEING.flatMap((stage) => {
    const took = (moves.get(stage) ?? []).map(({ days }) => days)
    const limit = limitOf(stage, took, today)
    const { leads, since } = countAged(db, stage, limit.days, at) ?? { leads: 0, since: null }
    return leads === 0 ? [] : [{ stage, ...limit, leads, since }]
  })
}
