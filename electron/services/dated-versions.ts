import { dayOf, dayStart } from '#shared/domain/calendar'
import type { Db } from '#electron/db/open'
import type { RuleRow } from '#electron/db/rules'
import { history } from './rules.ts'

/** A version of a rule that begins on a day of its own: outcomes, reasons. */
export type Dated = {
  /** 0 = as shipped. */
  version: number
  at: number | null
  repId: string | null
  /** In force from this instant on, unless a later version is by then. */
  from: number
}

/** How versions of one kind of rule are read. What ships is the first of them. */
export function datedVersions<V extends Dated>(kind: string, shipped: V, versionOf: (row: RuleRow) => V) {
  /** A call asks this several times; the rows are read anew only when a rule was saved. */
  const known = new WeakMap<readonly RuleRow[], readonly V[]>()

  /** Every version there is, oldest first. */
  const all = (tx: Db): readonly V[] => {
    const rows = history(tx)
    const cached = known.get(rows)
    if (cached) return cached
    const versions = [shipped, ...rows.filter((row) => row.kind === kind).map(versionOf)]
    known.set(rows, versions)
    return versions
  }
  /** The version in force at an instant: of those that had begun, the one saved last. `upTo` leaves out later ones. */
  const inForce = (tx: Db, at: number, upTo = Infinity): V =>
    all(tx).findLast(({ version, from }) => version <= upTo && from <= at) ?? shipped

  /** The changes that were planned and will come, the next one first: none that a later save comes before. */
  const planned = (tx: Db, now: number, upTo = Infinity): V[] => {
    const since = inForce(tx, now, upTo).version
    const waiting = all(tx).filter(({ version, from }) => version > since && version <= upTo && from > now)
    const comes = ({ version, from }: V) =>
      !waiting.some((other) => other.version > version && other.from <= from)
    return waiting.filter(comes).toSorted((a, b) => a.from - b.from)
  }
  return { all, inForce, planned }
}

/** When a version that is saved now begins: null = now; 'past' = on a day that is over, which is never judged anew. */
export function beginning(zone: string, now: number, day: string | null): number | 'past' {
  const today = dayOf(zone, now)
  if (day !== null && day < today) return 'past'
  return day === null || day === today ? now : dayStart(zone, day)
}

export const FROM_PAST = { reason: 'from-in-the-past', subject: null, field: 'from', by: null } as const
