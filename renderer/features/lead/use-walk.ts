import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { leadsOrder, type LeadsOrder } from '#shared/contract/leads-filter'
import { chordsOf } from '#renderer/ui/chord'
import { useKeysOf } from '#renderer/ui/keys'

type Origin = { order: LeadsOrder; at: number }

/** The list a lead was opened from, as its address remembers it; null when that is no list. */
function originOf(state: unknown): Origin | null {
  const { order, at } = (state ?? {}) as Partial<Origin>
  const read = leadsOrder.safeParse(order)
  return read.success && Number.isSafeInteger(at) ? { order: read.data, at: Number(at) } : null
}

export type Walk = { place: Output<'leads.around'>; at: number; go: (by: 1 | -1) => void }

/**
 * Next and previous in the list that the lead was opened from; null when it was opened from elsewhere. The list is the
 * engine's: who fits no more has left a gap, and the next is the one after it.
 */
export function useWalk(call: Call, leadId: string, singleKeys: boolean): Walk | null {
  const [, navigate] = useLocation()
  const keysOf = useKeysOf()
  const [from] = useState(() => originOf(history.state))
  const [place, setPlace] = useState<Output<'leads.around'> | null>(null)
  useEffect(() => {
    if (!from) return
    let isLate = false
    const ask = async () => {
      const found = await call('leads.around', { ...from.order, leadId, at: from.at })
      if (!isLate) setPlace(found)
    }
    void ask()
    return () => void (isLate = true)
  }, [call, leadId, from])

  const go = (by: 1 | -1) => {
    const to = by === 1 ? place?.after : place?.before
    if (!from || !place || !to) return
    const at = (place.at ?? from.at) + (place.at === null && by === 1 ? 0 : by)
    navigate(`/leads/${to}`, { replace: true, state: { order: from.order, at } })
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !isFree(event.target, singleKeys)) return
    const chords = chordsOf(event) ?? []
    const meant = (command: string, usual: string[]) =>
      keysOf(command, usual).some((key) => chords.includes(key))
    const by = meant('next', ['J', 'ArrowDown']) ? 1 : meant('previous', ['K', 'ArrowUp']) ? -1 : null
    if (by === null || !place) return
    event.preventDefault()
    go(by)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return from && place ? { place, at: place.at ?? from.at, go } : null
}

/** Nothing that takes keys for itself has the focus; with single keys switched off, only the name has it. */
function isFree(target: EventTarget | null, singleKeys: boolean): boolean {
  if (!(target instanceof HTMLElement) || document.querySelector('[role="dialog"]')) return false
  if (target.matches('h1')) return true
  return singleKeys && (target === document.body || target.matches('main'))
}
