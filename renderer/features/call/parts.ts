import type { Call } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import type { CallState, Desk } from './call-store.ts'

/** What the desk's deeds share. */
export type Parts = {
  call: Call
  listId: string
  /** Milliseconds that only go forward. */
  monotonic: () => number
  get: () => CallState
  set: (change: Partial<CallState>) => void
  /** The card on the desk; null when there is none. */
  card: () => Card | null
  show: (card: Card | null) => void
}

export const withCard = (desk: Desk, change: Partial<Card>): Desk =>
  desk.kind === 'lead' ? { ...desk, card: { ...desk.card, ...change } } : desk
