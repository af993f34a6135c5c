import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore, type StoreApi } from 'zustand'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { remindersAt, type Reminder } from '#shared/domain/reminder'
import { useNow } from '#renderer/ui/use-now'
import { createReminders, type Promised, type RemindersState } from './reminders-store.ts'

export type Told = Reminder<Promised>

/** Milliseconds after a change: the next lead is painted first. */
const AFTER_CHANGE = 1500
/** Milliseconds between two looks where nothing is announced; time alone brings promises near. */
const LOOK = 60_000

/**
 * The promises to tell of now. `tell` is called once for each time one is to be told, after the engine was asked again:
 * a call that was held meanwhile, at another desk too, is not told of.
 */
export function useReminders(
  call: Call,
  host: Bridge,
  inSight: string | null,
  tell: (reminder: Told) => void,
): { reminders: readonly Told[]; store: StoreApi<RemindersState> } {
  const [store] = useState(() => createReminders(call))
  const promises = useStore(store, (state) => state.promises)
  const now = useNow()
  const reminders = useMemo(
    () => remindersAt(promises, now).filter(({ leadId }) => leadId !== inSight),
    [promises, now, inSight],
  )
  const told = useRef(new Set<string>())

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const load = () => void store.getState().load()
    const soon = () =>
      (waiting ??= setTimeout(() => {
        waiting = undefined
        load()
      }, AFTER_CHANGE))
    soon()
    const stop = host.onEvent((event) => event.kind === 'changed' && soon())
    const look = setInterval(load, LOOK)
    return () => {
      stop()
      clearTimeout(waiting)
      clearInterval(look)
    }
  }, [host, store])

  useEffect(() => {
    for (const reminder of reminders.filter(({ key }) => !told.current.has(key))) {
      told.current.add(reminder.key)
      void store
        .getState()
        .load()
        .then((standing) => {
          if (standing.some(({ promiseId }) => promiseId === reminder.promiseId)) tell(reminder)
        })
    }
  }, [reminders, store, tell])

  return { reminders, store }
}
