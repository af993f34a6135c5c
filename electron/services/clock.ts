/**
 * The engine's clock: the machine's, or one that starts at CALLWRIGHT_CLOCK (an ISO instant) and runs on from there.
 * Calling windows close at night and at weekends; walks, screenshots and benches must show the same day whenever they run.
 */
export function engineClock(startsAt: string | undefined, now: () => number = Date.now): () => number {
  const start = startsAt ? Date.parse(startsAt) : Number.NaN
  if (Number.isNaN(start)) return now
  const ahead = start - now()
  return () => now() + ahead
}
