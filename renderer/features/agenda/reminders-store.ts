import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Call, Output } from '#shared/contract/api'
import { MINUTE } from '#shared/lib/time'

export type Promised = Output<'promises.check'>[number]
export type RemindersState = {
  /** Near in time, as the engine last knew them. */
  promises: readonly Promised[]
  load: () => Promise<readonly Promised[]>
  /** Quiet at once, then kept by the engine: for every window, and for after a restart. */
  snooze: (promiseId: string, minutes: number) => Promise<void>
}

/** What is to be told follows from the facts, and from what the engine keeps of what was put off. */
export const createReminders = (call: Call): StoreApi<RemindersState> =>
  createStore<RemindersState>()((set, get) => {
    let asked = 0
    const quiet = (promiseId: string, until: number) =>
      set({
        promises: get().promises.map((each) =>
          each.promiseId === promiseId ? { ...each, snoozedUntil: until } : each,
        ),
      })
    return {
      promises: [],
      load: async () => {
        const nth = ++asked
        const promises = await call('promises.check', {})
        // An older answer knows less: of a call that was held meanwhile it would bring the reminder back.
        if (nth === asked) set({ promises })
        return promises
      },
      snooze: async (promiseId, minutes) => {
        asked++
        quiet(promiseId, Date.now() + minutes * MINUTE)
        const { until } = await call('promises.snooze', { promiseId, minutes })
        quiet(promiseId, until)
      },
    }
  })
