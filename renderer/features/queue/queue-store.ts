import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'

export type QueueView = Output<'queue.view'>
type QueueState = {
  /** Null until the first answer. */
  view: QueueView | null
  /** How today would end; asked for now and then. */
  forecast: Output<'queue.forecast'> | null
  load: () => Promise<void>
  /** At most once a minute. */
  foresee: () => Promise<void>
  /** Passes over the lead on the desk; the answer has the one that comes instead. */
  skip: (how: Omit<Input<'queue.skip'>, 'listId'>) => Promise<Output<'queue.skip'>>
  /** Takes a skip back; false when somebody said something else since. */
  unskip: (leadId: string, skipId: string) => Promise<boolean>
}
export type Skipped = Extract<Output<'queue.skip'>, { kind: 'skipped' }>
export type QueueStore = StoreApi<QueueState>

/** Rows asked for: more than a rep sees at once, fewer than would slow a repaint. */
const ROWS = 40
/** Milliseconds for which a forecast of the day is good enough. */
const CALM = 60_000

type Items = QueueView['items']

/** Rows that did not change stay the same object, so that they are not drawn anew. */
function keepSame(before: Items, after: Items): Items {
  const known = new Map(before.map((item) => [JSON.stringify(item), item]))
  return after.map((item) => known.get(JSON.stringify(item)) ?? item)
}

/** The queue of one list. Changes that come while it is being read make one more reading, not many. */
export function createQueueStore(call: Call, listId: string): QueueStore {
  return createStore<QueueState>()((set) => {
    let reading: Promise<void> | null = null
    let isOld = false
    let foreseenAt = -Infinity
    const read = async () => {
      do {
        isOld = false
        const view = await call('queue.view', { listId, limit: ROWS })
        set((before) => ({ view: { ...view, items: keepSame(before.view?.items ?? [], view.items) } }))
      } while (isOld)
    }
    return {
      view: null,
      forecast: null,
      foresee: async () => {
        if (performance.now() - foreseenAt < CALM) return
        foreseenAt = performance.now()
        set({ forecast: await call('queue.forecast', { listId }) })
      },
      skip: (how) => call('queue.skip', { ...how, listId }),
      unskip: async (leadId, skipId) => (await call('queue.unskip', { leadId, skipId })).kind === 'back',
      load: () => {
        isOld = true
        reading ??= read().finally(() => (reading = null))
        return reading
      },
    }
  })
}
