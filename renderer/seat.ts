import type { Call, Method } from '#shared/contract/api'

const KEY = 'callwright.seat'

/** This window, by a name of its own that a reload does not change. */
export function seatHere(): string {
  const kept = sessionStorage.getItem(KEY)
  if (kept) return kept
  const made = crypto.randomUUID()
  sessionStorage.setItem(KEY, made)
  return made
}

const ASK_WHERE: ReadonlySet<Method> = new Set([
  'desk.open',
  'desk.keep',
  'call.log',
  'queue.view',
  'queue.why',
  'queue.skip',
] as const)

/** Says with each request that depends on it which window asks, so that two windows never get the same lead. */
export const seated =
  (call: Call): Call =>
  (method, input) =>
    call(method, ASK_WHERE.has(method) ? { ...input, seat: seatHere() } : input)
