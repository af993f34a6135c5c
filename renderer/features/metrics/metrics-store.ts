import { createStore } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'
import type { TableBy } from '#shared/domain/metrics'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { daysOf } from './period.ts'

export type Filter = Input<'metrics.funnel'>
export type Funnel = Output<'metrics.funnel'>
export type TableRow = Output<'metrics.table'>['rows'][number]
export type Slot = Output<'metrics.byHour'>['slots'][number]
type Outcomes = Output<'metrics.outcomes'>
type RowsInput = Omit<Input<'metrics.rows'>, 'offset' | 'limit'>
/** The rows behind a figure; `of` names the row of a table or the slot it was pressed in. */
export type Behind = { input: RowsInput; of: string | null }

export type MetricsState = {
  filter: Filter
  by: TableBy
  funnel: Loaded<Funnel>
  table: Loaded<readonly TableRow[]>
  slots: Loaded<Output<'metrics.byHour'>>
  outcomes: Loaded<Outcomes>
  /** What the source filter offers, whatever source is chosen. */
  sources: readonly Pick<TableRow, 'key' | 'name'>[]
  behind: Behind | null
  narrow: (change: Partial<Filter>) => void
  split: (by: TableBy) => void
  load: () => Promise<void>
  open: (
    figure: RowsInput['figure'],
    more?: { change?: Partial<Filter>; slot?: RowsInput['slot']; outcome?: string; of?: string },
  ) => void
  close: () => void
}
type MetricsStore = ReturnType<typeof createMetricsStore>

const kept = new WeakMap<Call, MetricsStore>()

/** One for each way to the engine, so that filters are still there when somebody comes back from a lead. */
export function metricsStore(call: Call, today: string): MetricsStore {
  const store = kept.get(call) ?? createMetricsStore(call, today)
  kept.set(call, store)
  return store
}

/** `today` is the workspace's day. */
function createMetricsStore(call: Call, today: string) {
  const ask = {
    funnel: async (filter: Filter) => loaded(call('metrics.funnel', filter)),
    table: async (filter: Filter, by: TableBy) => loaded(rowsOf(call('metrics.table', { ...filter, by }))),
    slots: async (filter: Filter) => loaded(call('metrics.byHour', filter)),
    outcomes: async (filter: Filter) => loaded(call('metrics.outcomes', filter)),
    sources: async (filter: Filter) =>
      rowsOf(call('metrics.table', { ...filter, source: null, by: 'source' })),
  }
  return createStore<MetricsState>()((set, get) => ({
    filter: {
      ...daysOf('quarter', today),
      listId: null,
      repId: null,
      source: null,
      unit: 'people',
      basis: 'cohort',
    },
    by: 'rep',
    funnel: LOADING,
    table: LOADING,
    slots: LOADING,
    outcomes: LOADING,
    sources: [],
    behind: null,

    narrow: (change) => {
      set(({ filter }) => ({ filter: { ...filter, ...change } }))
      void get().load()
    },
    split: (by) => {
      set({ by })
      void get().load()
    },
    load: async () => {
      const { filter, by } = get()
      // An answer to a filter that was changed meanwhile is dropped.
      const show = (change: Partial<MetricsState>) => {
        if (get().filter === filter && get().by === by) set(change)
      }
      await Promise.all([
        ask.funnel(filter).then((funnel) => show({ funnel })),
        ask.table(filter, by).then((table) => show({ table })),
        ask.slots(filter).then((slots) => show({ slots })),
        ask.outcomes(filter).then((outcomes) => show({ outcomes })),
        ask.sources(filter).then((sources) => show({ sources })),
      ])
    },
    open: (figure, { change = {}, slot = null, outcome = null, of } = {}) =>
      set({ behind: { input: { ...get().filter, ...change, figure, slot, outcome }, of: of ?? null } }),
    close: () => set({ behind: null }),
  }))
}

const rowsOf = async (table: Promise<Output<'metrics.table'>>) => (await table).rows
