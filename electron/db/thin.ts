import { DAY } from '#shared/lib/time'

/** Days of history that get one copy each, then weeks, then months. */
const KEEP = { days: 7, weeks: 4, months: 6 } as const

/** 1970-01-01 was a Thursday; shifted so that a week begins on Monday. */
const weekOf = (at: number) => Math.floor((at / DAY + 3) / 7)
const dayOf = (at: number) => Math.floor(at / DAY)

function monthOf(at: number): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** From when on the rule below keeps no copy that was made at an instant; epoch ms, both. */
export function goneBy(at: number): number {
  const made = new Date(at)
  return Date.UTC(made.getUTCFullYear(), made.getUTCMonth() + KEEP.months, 1)
}

const SPANS = [
  { periodOf: dayOf, keep: KEEP.days },
  { periodOf: weekOf, keep: KEEP.weeks },
  { periodOf: monthOf, keep: KEEP.months },
] as const

/**
 * Which copies can go: of each reason the newest of each of the last 7 days, 4 weeks and 6 months stays,
 * today's included. Instants in epoch milliseconds; days, weeks and months are UTC's.
 */
export function toRemove<B extends { why: string; at: number }>(backups: readonly B[], now: number): B[] {
  const kept = new Set<B>()
  for (const same of Map.groupBy(backups, (backup) => backup.why).values())
    for (const { periodOf, keep } of SPANS)
      for (const [period, members] of Map.groupBy(same, (backup) => periodOf(backup.at)))
        if (period > periodOf(now) - keep) kept.add(members.reduce((a, b) => (b.at > a.at ? b : a)))
  return backups.filter((backup) => !kept.has(backup))
}
