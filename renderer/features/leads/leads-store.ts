import { createStore } from 'zustand/vanilla'

import type { Call, Input } from '#shared/contract/api'

export type LeadsFilter = Pick<Input<'leads.page'>, 'listId' | 'stage' | 'text' | 'sort'>
export type LeadsState = {
  filter: LeadsFilter
  narrow: (change: Partial<LeadsFilter>) => void
  clear: () => void
}
export type LeadsStore = ReturnType<typeof createLeadsStore>

const ALL: LeadsFilter = { listId: null, stage: null, text: '', sort: 'newest' }

export const isAll = ({ listId, stage, text }: LeadsFilter): boolean =>
  listId === null && stage === null && text.trim() === ''

const kept = new WeakMap<Call, LeadsStore>()

/** One for each way to the engine, so that a search is still there when somebody comes back from a lead. */
export function leadsStore(call: Call): LeadsStore {
  const store = kept.get(call) ?? createLeadsStore()
  kept.set(call, store)
  return store
}

function createLeadsStore() {
  return createStore<LeadsState>()((set) => ({
    filter: ALL,
    narrow: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
    clear: () => set(({ filter: { sort } }) => ({ filter: { ...ALL, sort } })),
  }))
}
