import { useCallback, useEffect, useState } from 'react'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { dayOf } from '#shared/domain/calendar'
import { queueOf } from '#shared/domain/list'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'

export type Promised = Output<'promises.list'>[number]
export type Day = {
  view: Output<'day.view'>
  queue: Output<'queue.view'> | null
  promises: readonly Promised[]
}

/** Milliseconds: a call brings several changes, and nobody reads a day ten times a second. */
const CALM = 1000

/** What stands on the day's screen, asked for again a moment after something changed. */
export function useDay(call: Call, host: Bridge, state: Output<'app.state'>): [Loaded<Day>, () => void] {
  const [day, setDay] = useState<Loaded<Day>>(LOADING)
  const listId = queueOf(state.lists, state.settings.listId)
  const load = useCallback(() => void loaded(ask(call, listId)).then(setDay), [call, listId])
  useEffect(() => {
    load()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      waiting = undefined
      load()
    }
    const stop = host.onEvent((event) => {
      if (event.kind === 'changed') waiting ??= setTimeout(look, CALM)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [host, load])
  return [day, load]
}

async function ask(call: Call, listId: string | null): Promise<Day> {
  const [view, promises, queue] = await Promise.all([
    call('day.view', {}),
    call('promises.list', { scope: 'mine' }),
    listId ? call('queue.view', { listId, limit: 1 }) : null,
  ])
  return { view, queue, promises }
}

/** Promises by the rep's own days: those of today with what was missed before, and tomorrow's. */
export function byDay(promises: readonly Promised[], zone: string, today: string, tomorrow: string) {
  const dayOfOne = ({ dueAt }: Promised) => dayOf(zone, dueAt)
  return {
    missed: promises.filter((one) => dayOfOne(one) < today),
    today: promises.filter((one) => dayOfOne(one) === today),
    tomorrow: promises.filter((one) => dayOfOne(one) === tomorrow),
  }
}
