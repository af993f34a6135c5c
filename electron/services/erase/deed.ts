import { dayOf, instantOf } from '#shared/domain/calendar'
import { sealedUntil } from '#shared/domain/erasing'
import { personJson, SECTIONS } from '#shared/domain/export/person-data'
import { countryOf, zonesOf } from '#shared/domain/zone'
import { recordOf } from '#shared/lib/table'
import { companiesOf, dropLonely, eraseRows, leadsOf, saveClock } from '#electron/db/erase'
import { namesOf, needlesOf, ownKeys } from '#electron/db/erase-keys'
import { sweep } from '#electron/db/erase-sweep'
import { putErasure, putKeys } from '#electron/db/erasures'
import { givenOf, selvesOf } from '#electron/db/give'
import { findLead, phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { whereabouts } from '../placing.ts'
import { refresh } from '../queue.ts'
import { dropFiles } from './files.ts'
import { write, type Order } from './journal.ts'
import { ensureKeys, hashedKeys } from './keys.ts'
import { keepNumberWishes } from './number-wishes.ts'
import { seal } from './seal.ts'

export type Wanted = Pick<Order, 'cause' | 'askedOn' | 'refersTo' | 'repId'> & { personId: string }

/** Where the law looks for somebody: by their own country, else by their number's or the list's. */
function placeOf(db: Db, personId: string): { country: string | null; zone: string | null } {
  const row = leadsOfPerson(db, personId).flatMap((id) => findLead(db, id) ?? [])[0]
  if (!row) return { country: null, zone: null }
  const where = whereabouts(row, phonesOf(db, personId))
  return { country: countryOf(where), zone: zonesOf(where)[0] ?? null }
}

/** When a copy sealed today is to be destroyed, epoch ms; null = none is kept. */
export function sealEnds({ db, zone }: Deps, personId: string, at: number): number | null {
  const until = sealedUntil(placeOf(db, personId).country, dayOf(zone, at))
  return until === null ? null : instantOf(zone, until, 0)
}

/** The order stands in the journal before anything goes: whatever happens from here on, it is carried out. */
export function begin(deps: Deps, { personId, ...wanted }: Wanted): Order {
  const { db, now, newId, offset } = deps
  const master = ensureKeys(deps)
  const persons = selvesOf(db, personId)
  const at = now()
  const order: Order = {
    ...wanted,
    kind: 'erase',
    id: newId(),
    at,
    offset: offset(at),
    until: sealEnds(deps, personId, at),
    persons,
    keys: hashedKeys(master.hash, ownKeys(db, persons), namesOf(db, persons)),
  }
  if (order.until !== null) seal(deps, master.seal, order.id, allOf(deps, order))
  write(deps, order)
  return order
}

function allOf({ db }: Deps, { persons, at }: Order): string {
  const data = recordOf(SECTIONS, (section) => givenOf(db, section, persons))
  return personJson({ data, madeAt: at, by: '', language: 'en', moment: String })
}

/** All of it, a piece at a time: a step ends with each. What is about others first, while it is known whom to look for. */
export function* carryOut(deps: Deps, orders: readonly Order[]): Generator<void, void, void> {
  const { db } = deps
  const all = orders.map(({ persons }) => needlesOf(db, persons))
  const needles = {
    names: all.flatMap(({ names }) => names),
    emails: all.flatMap(({ emails }) => emails),
    phones: all.flatMap(({ phones }) => phones),
    ids: all.flatMap(({ ids }) => ids),
  }
  yield* sweep(
    db,
    orders.flatMap(({ persons }) => persons),
    needles,
  )
  dropFiles(deps, needles)
  for (const order of orders) {
    db.transaction((tx) => eraseNow(tx, deps, order))
    yield
  }
}

/** The row stays as a blank, so that calls and outcomes count as before (PRODUCT.md section 2). */
function eraseNow(tx: Db, deps: Deps, order: Order): void {
  const { persons, keys, id, at, offset, repId, cause, askedOn, until, refersTo } = order
  const leads = leadsOf(tx, persons)
  const companies = companiesOf(tx, persons)
  for (const personId of persons) {
    const { zone, country } = placeOf(tx, personId)
    saveClock(tx, personId, zone, country)
  }
  keepNumberWishes(tx, deps, order)
  eraseRows(tx, persons, at)
  for (const companyId of companies) dropLonely(tx, companyId)
  const [personId = ''] = persons
  putErasure(tx, { id, repId, at, offset }, { personId, kind: 'erased', cause, askedOn, until, refersTo })
  putKeys(tx, id, keys)
  refresh(tx, deps, leads)
}
