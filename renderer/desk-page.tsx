import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import { queueOf } from '#shared/domain/list'
import { createCallStore } from './features/call/call-store.ts'
import { CallPanel } from './features/call/call-panel.tsx'
import { useKept } from './features/call/use-kept.ts'
import { FirstList } from './features/people/first-list.tsx'
import { EmptyQueue } from './features/queue/empty-queue.tsx'
import { QueueColumn } from './features/queue/queue-column.tsx'
import { createQueueStore } from './features/queue/queue-store.ts'
import { QueueStrip } from './features/queue/queue-strip.tsx'
import type { PanelProps } from './panels.tsx'
import { onTheDesk, remember, reopen } from './on-the-desk.ts'
import { seated } from './seat.ts'
import { useMedia } from './ui/use-media.ts'

/** Milliseconds: the next person is painted first, the queue beside them after. */
const AFTER_PAINT = 60
/** Milliseconds: how today ends is asked once everything else is there. */
const CALM = 1500

type DeskPageProps = PanelProps & {
  /** The lead asked for by the address; null takes the next one. */
  leadId: string | null
}

/** Queue and call side by side, which know nothing of each other. */
export function DeskPage(props: DeskPageProps) {
  const { state } = props
  const listId = queueOf(state.lists, state.settings.listId)
  if (!listId) return <FirstList call={props.call} />
  return <DeskOf key={`${listId} ${state.atDesk?.id}`} {...props} listId={listId} />
}

function DeskOf({ call, host, state, leadId, listId }: DeskPageProps & { listId: string }) {
  const [queue] = useState(() => createQueueStore(seated(call), listId))
  const [desk] = useState(() => createCallStore(seated(call), listId))
  const hereId = useStore(desk, (now) => (now.desk.kind === 'lead' ? now.desk.card.leadId : null))
  const kind = useStore(desk, (now) => now.desk.kind)
  const items = useStore(queue, (now) => now.view?.items)
  const order = useMemo(() => items?.map((item) => item.leadId) ?? [], [items])
  const isNarrow = useMedia('(max-width: 900px), (max-height: 500px)')
  const onOpen = useCallback((id: string | null) => void desk.getState().open(id), [desk])
  const [, go] = useLocation()
  const place = `${listId} ${state.atDesk?.id}`

  useEffect(() => {
    const { desk: now, open, keep } = desk.getState()
    // The address asks once; from then on the desk itself remembers.
    if (leadId) void open(leadId).finally(() => go('/queue', { replace: true }))
    else if (now.kind === 'loading') void reopen(place, open, keep)
  }, [desk, leadId, go, place])
  useKept(desk, host)
  useEffect(() => remember(place, kind, hereId), [place, kind, hereId])
  useEffect(() => onTheDesk.setState({ leadId: hereId }), [hereId])
  useEffect(() => () => onTheDesk.setState({ leadId: null }), [])
  useEffect(() => {
    void queue.getState().load()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const foresee = () => void queue.getState().foresee()
    let calm = setTimeout(foresee, CALM)
    const look = () => {
      waiting = undefined
      void queue.getState().load()
      clearTimeout(calm)
      calm = setTimeout(foresee, CALM)
      const { desk: now, open } = desk.getState()
      if (now.kind === 'empty') void open(null)
    }
    const stop = host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.some((topic) => topic !== 'people'))
        waiting ??= setTimeout(look, AFTER_PAINT)
    })
    return () => {
      stop()
      clearTimeout(waiting)
      clearTimeout(calm)
    }
  }, [host, queue, desk])

  const Queue = isNarrow ? QueueStrip : QueueColumn
  return (
    <CallPanel
      store={desk}
      state={state}
      order={order}
      queue={<Queue store={queue} leadId={hereId} here={state.zone} onOpen={onOpen} />}
      empty={<EmptyQueue store={queue} />}
    />
  )
}
