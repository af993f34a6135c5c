import { useEffect, useRef, useState } from 'react'

import type { Call, Output } from '#shared/contract/api'
import { lastMonth } from '../last-month.ts'
import { tidied, type Entries } from './entry.ts'

type Part = Output<'outcome.preview'>
export type Tally = Part['outcomes'][number]
export type Previewing = {
  of: Entries
  days: { from: string; to: string }
  seen: number
  total: number
  tallies: readonly Tally[]
  rows: Part['rows']
  isOver: boolean
}

/** Rows kept of one outcome. */
const KEPT = 8

/** A dry run over last month's calls, part by part: it is stopped by asking no more. */
export function useOutcomePreview(call: Call) {
  const [state, set] = useState<Previewing | null>(null)
  const [error, fail] = useState<unknown>(null)
  const turn = useRef(0)
  useEffect(() => () => void turn.current++, [])

  const walk = async (of: Entries, mine: number) => {
    const days = lastMonth(Date.now())
    let now: Previewing = { of, days, seen: 0, total: 0, tallies: [], rows: [], isOver: false }
    set(now)
    let after: Part['after'] = null
    do {
      const part: Part = await call('outcome.preview', { outcomes: tidied(of), ...days, after })
      if (mine !== turn.current) return
      after = part.after
      now = {
        ...now,
        seen: now.seen + part.seen,
        total: part.total ?? now.total,
        tallies: added(now.tallies, part.outcomes),
        rows: [...now.rows, ...part.rows].filter(isKept),
        isOver: after === null,
      }
      set(now)
    } while (after !== null)
  }
  const run = (of: Entries) => {
    fail(null)
    const mine = ++turn.current
    walk(of, mine).catch((reason: unknown) => {
      if (mine !== turn.current) return
      set(null)
      fail(reason)
    })
  }
  const stop = () => {
    turn.current++
    set(null)
  }
  return { state, error, run, stop }
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
