import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Call, Output } from '#shared/contract/api'

export type Promised = Output<'promises.check'>[number]
export type RemindersState = {
  /** Near in time, as the engine last knew them. */
  promises: readonly Promised[]
  /** By promise, epoch ms. */
  snoozed: Readonly<Record<string, number>>
  load: () => Promise<readonly Promised[]>
  snooze: (promiseId: string, minutes: number) => void
}

/** What is to be told follows from the facts each time it is asked; only what was put off is kept here. */
export const createReminders = (call: Call): StoreApi<RemindersState> =>
  createStore<RemindersState>()((set, get) => ({
    promises: [],
    snoozed: {},
    load: async () => {
      const promises = await call('promises.check', {})
      set({ promises })
      return promises
    },
    snooze: (promiseId, minutes) =>
      set({ snoozed: { ...get().snoozed, [promiseId]: Date.now() + minutes * 60_000 } }),
  }))
