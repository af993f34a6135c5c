import { useEffect } from 'react'

import type { Bridge } from '#shared/contract/bridge'
import type { CallStore } from './call-store.ts'

/** Milliseconds between two beats, and from when on a missed one means that the page stood still. */
const BEAT = 5000
const MISSED = 10_000

/** A page that slept has lost its lead to the others: before anything is done to it, it is asked for again. */
export function useKept(store: CallStore, host: Pick<Bridge, 'onEvent'>): void {
  useEffect(() => {
    // What went wrong is said when something is done to the lead.
    const keep = () =>
      void store
        .getState()
        .keep()
        .catch(() => {})
    const seen = () => document.visibilityState === 'visible' && keep()
    let last = Date.now()
    const beat = setInterval(() => {
      const now = Date.now()
      // Out of sight a browser slows the beat by itself, and nobody has a hand on the lead.
      if (now - last > MISSED) seen()
      last = now
    }, BEAT)
    const stop = host.onEvent(({ kind }) => kind === 'reopened' && keep())
    document.addEventListener('resume', keep)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(beat)
      stop()
      document.removeEventListener('resume', keep)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [store, host])
}
