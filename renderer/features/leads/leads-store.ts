import { createStore } from 'zustand/vanilla'

import type { Call } from '#shared/contract/api'
import type { LeadsFilter, LeadsOrder } from '#shared/contract/leads-filter'
import { startsDescending, type LeadSort } from '#shared/domain/leads'

export type LeadsState = {
  order: LeadsOrder
  /** Conditions that are undefined are taken away. */
  narrow: (change: Partial<LeadsFilter>) => void
  /** By a column; once more turns it round. */
  sortBy: (sort: LeadSort) => void
  clear: () => void
}
export type LeadsStore = ReturnType<typeof createLeadsStore>

const NEWEST: LeadsOrder = { filter: {}, sort: 'newest', descending: true }

export const isAll = (filter: LeadsFilter): boolean => Object.keys(filter).length === 0

const kept = new WeakMap<Call, LeadsStore>()

/** One for each way to the engine, so that a search is still there when somebody comes back from a lead. */
export function leadsStore(call: Call): LeadsStore {
  const store = kept.get(call) ?? createLeadsStore()
  kept.set(call, store)
  return store
}

function createLeadsStore() {
  return createStore<LeadsState>()((set) => ({
    order: NEWEST,
    narrow: (change) => set(({ order }) => ({ order: { ...order, filter: without(order.filter, change) } })),
    sortBy: (sort) =>
      set(({ order }) => {
        const isSame = order.sort === sort
        return {
          order: { ...order, sort, descending: isSame ? !order.descending : startsDescending(sort) },
        }
      }),
    clear: () => set(({ order }) => ({ order: { ...order, filter: {} } })),
  }))
}

/** What is blank is no condition. */
function without(filter: LeadsFilter, change: Partial<LeadsFilter>): LeadsFilter {
  const isThere = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => isThere(value)))
}
