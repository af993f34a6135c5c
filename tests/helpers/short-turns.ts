import { onTestFinished, vi } from 'vitest'

/**
 * From now on every look at the clock finds that a turn is over: whatever works in turns does as little as it can in
 * each, on a machine of any speed, and is not over before whoever came in between had theirs.
 */
export function shortTurns(): void {
  let at = performance.now()
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (at += 1000))
  onTestFinished(() => clock.mockRestore())
}
