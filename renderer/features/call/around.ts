import type { Card } from '#shared/contract/card'

/**
 * What a time in words is read by. `now` is epoch ms; `zone` is where the person is, else that of this desk; `quarterStart`
 * is the month in which a year of quarters begins.
 */
export type Around = { name: string; now: number; zone: string; quarterStart: number }

/** Of several possible zones the desk's own: a mobile that may be in the Canaries is not read as if it were. */
export function aroundOf({ person, board, window: { zones } }: Card): Around {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = zones.includes(here) ? here : (zones[0] ?? here)
  return { name: person.name, now: Date.now(), zone, quarterStart: board.quarterStart }
}
