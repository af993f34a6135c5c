import type { Call, Output } from '#shared/contract/api'
import type { Walked } from '../dry-run.tsx'
import { lastMonth } from '../last-month.ts'
import type { Entry } from './outcome.ts'

type Part = Output<'outcome.preview'>
export type Tally = Part['outcomes'][number]
export type Found = Walked & {
  days: { from: string; to: string }
  tallies: readonly Tally[]
  rows: Part['rows']
}

/** Rows kept of one outcome. */
const KEPT = 8

/** What other outcomes would have made of last month's calls, part by part. */
export async function* walkLastMonth(call: Call, outcomes: Entry[]): AsyncGenerator<Found> {
  const days = lastMonth(Date.now())
  let found: Found = { days, seen: 0, total: 0, tallies: [], rows: [] }
  let after: Part['after'] = null
  do {
    const part: Part = await call('outcome.preview', { outcomes, ...days, after })
    after = part.after
    found = {
      days,
      seen: found.seen + part.seen,
      total: part.total ?? found.total,
      tallies: added(found.tallies, part.outcomes),
      rows: [...found.rows, ...part.rows].filter(isKept),
    }
    yield found
  } while (after !== null)
}

const isKept = ({ code }: Part['rows'][number], at: number, all: Part['rows']): boolean =>
  all.slice(0, at).filter((row) => row.code === code).length < KEPT

function added(sums: readonly Tally[], more: readonly Tally[]): Tally[] {
  const all = Map.groupBy([...sums, ...more], ({ code }) => code)
  return [...all.values()].map((each) =>
    each.reduce((sum, one) => ({
      code: sum.code,
      calls: sum.calls + one.calls,
      sooner: sum.sooner + one.sooner,
      later: sum.later + one.later,
      off: sum.off + one.off,
      asks: sum.asks + one.asks,
      more: sum.more + one.more,
      fewer: sum.fewer + one.fewer,
    })),
  )
}
