import type { Output } from '#shared/contract/api'
import { rateOf } from '#shared/domain/metrics'
import { offsetAt } from '#shared/domain/offset'
import { zonesOf } from '#shared/domain/zone'
import { DAY, HOUR } from '#shared/lib/time'
import type { Scope } from '#electron/db/metrics-events'
import { dialsOf, placesOf, type Dialled } from '#electron/db/metrics-places'
import type { Deps } from './deps.ts'

/** 1 = Monday; hours 0-23; where the person is. */
type Slot = { weekday: number; hour: number }

/** Where somebody may be in several zones, the main one is taken. Null when nothing says where they are. */
function slotOf(zone: string | null, at: number): Slot | null {
  if (zone === null) return null
  const local = at + offsetAt(zone, at)
  const day = Math.floor(local / DAY)
  return { weekday: ((day + 3) % 7) + 1, hour: Math.floor((local - day * DAY) / HOUR) }
}

function placed(db: Deps['db'], scope: Scope): (Dialled & { slot: Slot | null })[] {
  const zones = new Map(
    [...placesOf(db, scope)].map(([person, where]) => [person, zonesOf(where)[0] ?? null]),
  )
  return dialsOf(db, scope).map((dial) => ({
    ...dial,
    slot: slotOf(zones.get(dial.person) ?? null, dial.at),
  }))
}

export function slotsOf(db: Deps['db'], scope: Scope): Output<'metrics.byHour'> {
  type Cell = Slot & { dials: number; connects: number; people: Set<string> }
  const cells = new Map<number, Cell>()
  let unplaced = 0
  for (const { slot, connected, person } of placed(db, scope)) {
    if (slot === null) {
      unplaced++
      continue
    }
    const key = slot.weekday * 24 + slot.hour
    const cell = cells.get(key) ?? { ...slot, dials: 0, connects: 0, people: new Set() }
    cell.dials++
    cell.connects += connected
    cell.people.add(person)
    cells.set(key, cell)
  }
  const slots = [...cells.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, { people, ...cell }]) => ({ ...cell, rate: rateOf(cell.connects, cell.dials, people.size) }))
  return { slots, unplaced }
}

/** The calls dialled in one cell. */
export const callsIn = (db: Deps['db'], scope: Scope, { weekday, hour }: Slot): string[] =>
  placed(db, scope)
    .filter(({ slot }) => slot?.weekday === weekday && slot.hour === hour)
    .map(({ id }) => id)
