import { createStore } from 'zustand/vanilla'

import type { Call } from '#shared/contract/api'
import type { LeadsFilter, LeadsOrder } from '#shared/contract/leads-filter'
import type { View } from '#shared/contract/views'
import { FIRST_COLUMNS, startsDescending, type LeadSort } from '#shared/domain/leads'
import { NOTHING_PICKED, type Picked } from './picked.ts'

export type LeadsState = {
  order: LeadsOrder
  /** The view it was taken from, by id; null = none. */
  viewId: string | null
  views: readonly View[]
  /** As this rep has chosen them. */
  columns: readonly string[]
  picked: Picked
  /** The row that the keyboard stands on. */
  at: number
  /** Conditions that are undefined are taken away. */
  narrow: (change: Partial<LeadsFilter>) => void
  /** By a column; once more turns it round. */
  sortBy: (sort: LeadSort) => void
  /** Shows what a view shows; null = everybody. */
  look: (view: { id: string; order: LeadsOrder; columns: readonly string[] | null } | null) => void
  pick: (picked: Picked) => void
  stand: (at: number) => void
  load: () => Promise<void>
  saveColumns: (columns: readonly string[]) => Promise<void>
}
type LeadsStore = ReturnType<typeof createLeadsStore>

const NEWEST: LeadsOrder = { filter: {}, sort: 'newest', descending: true }
/** Somebody else is in sight: what was picked and where one stood mean nothing any more. */
const AFRESH = { picked: NOTHING_PICKED, at: 0 }

export const isAll = (filter: LeadsFilter): boolean => Object.keys(filter).length === 0

const kept = new WeakMap<Call, LeadsStore>()

/** One for each way to the engine, so that all is as it was when somebody comes back from a lead. */
export function leadsStore(call: Call): LeadsStore {
  const store = kept.get(call) ?? createLeadsStore(call)
  kept.set(call, store)
  return store
}

function createLeadsStore(call: Call) {
  return createStore<LeadsState>()((set) => ({
    order: NEWEST,
    viewId: null,
    views: [],
    columns: FIRST_COLUMNS,
    ...AFRESH,
    narrow: (change) =>
      set(({ order }) => ({ ...AFRESH, order: { ...order, filter: without(order.filter, change) } })),
    sortBy: (sort) =>
      set(({ order }) => {
        const isSame = order.sort === sort
        const descending = isSame ? !order.descending : startsDescending(sort)
        return { at: 0, order: { ...order, sort, descending } }
      }),
    look: (view) =>
      set(({ columns }) => ({
        ...AFRESH,
        order: view?.order ?? NEWEST,
        viewId: view?.id ?? null,
        columns: view?.columns ?? columns,
      })),
    pick: (picked) => set({ picked }),
    stand: (at) => set({ at }),
    load: async () => {
      const { views, columns } = await call('views.list', {})
      set(({ viewId, columns: shown }) => ({
        views,
        columns: viewId === null ? (columns ?? FIRST_COLUMNS) : shown,
      }))
    },
    saveColumns: async (columns) => {
      set({ columns })
      await call('views.columns', { columns: [...columns] })
    },
  }))
}

/** What is blank is no condition. */
function without(filter: LeadsFilter, change: Partial<LeadsFilter>): LeadsFilter {
  const isThere = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => isThere(value)))
}
