import { createStore } from 'zustand/vanilla'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { ExportProfile } from '#shared/domain/export/profile'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'

export type Ready = Output<'export.ready'>
export type Written = Output<'export.run'>
export type Outgoing = Written['files'][number]
export type Exported = Output<'exports.list'>[number]

type ExportState = {
  profile: ExportProfile
  ready: Loaded<Ready>
  history: Loaded<readonly Exported[]>
  /** What the last run wrote; null until then and after the profile changed. */
  written: Written | null
  isRunning: boolean
  choose: (profile: ExportProfile) => void
  load: () => Promise<void>
  run: () => Promise<void>
  /** False when the person thought better of it. */
  save: (file: Outgoing) => Promise<boolean>
}
type ExportStore = ReturnType<typeof createExportStore>

const kept = new WeakMap<Call, ExportStore>()

/** One for each way to the engine: the profile chosen stays chosen. */
export function exportStore(call: Call, host: Pick<Bridge, 'save'>): ExportStore {
  const store = kept.get(call) ?? createExportStore(call, host)
  kept.set(call, store)
  return store
}

function createExportStore(call: Call, host: Pick<Bridge, 'save'>) {
  return createStore<ExportState>()((set, get) => ({
    profile: 'hubspot',
    ready: LOADING,
    history: LOADING,
    written: null,
    isRunning: false,

    choose: (profile) => {
      set({ profile, written: null, ready: LOADING })
      void get().load()
    },
    load: async () => {
      const { profile } = get()
      await Promise.all([
        loaded(call('export.ready', { profile })).then((ready) => {
          if (get().profile === profile) set({ ready })
        }),
        loaded(call('exports.list', {})).then((history) => set({ history })),
      ])
    },
    run: async () => {
      if (get().isRunning) return
      set({ isRunning: true })
      try {
        const written = await call('export.run', { profile: get().profile })
        set({ written })
        await get().load()
        for (const file of written.files) await get().save(file)
      } finally {
        set({ isRunning: false })
      }
    },
    save: ({ fileId, name }) => host.save(fileId, name),
  }))
}
