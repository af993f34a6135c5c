import { useEffect, useRef, useState } from 'react'

import type { Call } from '#shared/contract/api'
import { addEffects, NO_EFFECT, type Effect } from '#shared/domain/effect'
import type { Score } from './fit-lines.ts'

export type Previewing = { of: Score; effect: Effect; seen: number; total: number; isOver: boolean }

/** A dry run of other rules, part by part: it is stopped by asking no more. */
export function usePreview(call: Call) {
  const [state, set] = useState<Previewing | null>(null)
  const turn = useRef(0)
  useEffect(() => () => void turn.current++, [])

  const run = async (of: Score) => {
    const mine = ++turn.current
    let now: Previewing = { of, effect: NO_EFFECT, seen: 0, total: 0, isOver: false }
    set(now)
    for (let after: number | null = 0; after !== null;) {
      const part: Awaited<ReturnType<typeof ask>> = await ask(call, of, after)
      if (mine !== turn.current) return
      after = part.after
      now = {
        of,
        effect: addEffects(now.effect, part.effect),
        seen: now.seen + part.seen,
        total: part.total ?? now.total,
        isOver: after === null,
      }
      set(now)
    }
  }
  const stop = () => {
    turn.current++
    set(null)
  }
  return { state, run, stop }
}

const ask = (call: Call, data: Score, after: number) => call('rules.preview', { data, after })
