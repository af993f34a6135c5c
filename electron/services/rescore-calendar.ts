import { clockOfKey, regionOfKey } from '#shared/domain/window'
import { regionOf } from '#shared/domain/region'
import { countryOf, type Whereabouts } from '#shared/domain/zone'
import type { Db } from '#electron/db/open'
import { findList } from '#electron/db/people'
import { numbersOf, saveCalendar, type ScoreRow } from '#electron/db/rescore'
import type { Deps } from './deps.ts'
import { countryToScreen, lawOf, lawOfComing, type Law, type LawOfComing } from './law.ts'
import { calendarOf, isCallable } from './placing.ts'
import { patchesIn } from './territory.ts'

type List = NonNullable<ReturnType<typeof findList>>
type Asking = { list: List; coming: LawOfComing }

/**
 * What packs, registers, papers, lists and territories say of when these may be called: all of it stands in a lead's
 * calendar. Returns those whose place hangs on more of it than that: another clock, other holidays, a number that may be
 * called no more or again.
 */
export function tellCalendars(tx: Db, deps: Deps, rows: readonly ScoreRow[]): ScoreRow[] {
  const patchOf = patchesIn(tx)
  const asking = new Map<string, Asking>()
  return rows.filter((row) => {
    if (row.calendar === null) return false
    const { list, coming } = askingOf(tx, deps, asking, row.listId)
    const phones = numbersOf(row)
    const isFree = phones.map(({ e164 }) => !coming.isScreened(e164))
    const where: Whereabouts = { ...row, phones, listCountry: list.country }
    const country = countryOf(where)
    const first = phones.find(({ status }) => isCallable(status)) ?? phones[0]
    const numberCountry = countryToScreen(first?.e164, country)
    const patch = patchOf({ ...row, region: regionOf({ ...where, country }) })
    const calendar = calendarOf(
      where,
      list,
      deps.zone,
      lawFor(tx, deps, { list, coming }, row, { country, numberCountry }),
      patch,
    )
    const isCalled = phones.some(({ status }, at) => isFree[at] && isCallable(status))
    const hangsOnMore =
      isElsewhere(row.calendar, calendar) ||
      isFree.includes(false) ||
      row.why === 'cap_number' ||
      isCalled === (row.why === 'no_number')
    if (!hangsOnMore && calendar !== row.calendar) saveCalendar(tx, { id: row.id, calendar })
    return hangsOnMore
  })
}

const isElsewhere = (before: string, after: string): boolean =>
  clockOfKey(before) !== clockOfKey(after) || regionOfKey(before) !== regionOfKey(after)

function askingOf(tx: Db, deps: Deps, known: Map<string, Asking>, listId: string): Asking {
  const found = known.get(listId)
  if (found) return found
  const list = findList(tx, listId)
  if (!list) throw new Error(`No list ${listId}`)
  const made = { list, coming: lawOfComing(tx, deps.zone, deps.now(), list) }
  known.set(listId, made)
  return made
}

/** Most have no ground of their own: what holds for one of a list, country and kind holds for all of them. */
function lawFor(
  tx: Db,
  { zone, now }: Deps,
  { list, coming }: Asking,
  row: ScoreRow,
  { country, numberCountry }: { country: string | null; numberCountry: string | null },
): Law {
  const hasCompany = row.companyId !== null
  if (row.grounds === 0) return coming.of(country, hasCompany, numberCountry)
  const who = { country, numberCountry, hasCompany, personId: row.personId, e164s: [] }
  return lawOf(tx, zone, now(), list, who)
}
