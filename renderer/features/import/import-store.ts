import { createStore } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'
import type { Bridge, HandedIn } from '#shared/contract/bridge'
import type { MendedRow } from '#shared/contract/import-plan'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { follow } from './follow.ts'
import { columnsOf, draftOf, planOf, type Draft, type Inspected, type Surroundings } from './plan-draft.ts'

export const STEPS = ['file', 'columns', 'check', 'run', 'done'] as const
export type Step = (typeof STEPS)[number]
export type Status = Output<'import.status'>
export type Filter = Input<'import.rows'>['filter']
/** The verdicts in the order they are shown. */
export const SHOWN = [
  'create',
  'update',
  'second_look',
  're_disqualified',
  'suppressed',
  'duplicate',
  'error',
] as const satisfies readonly Filter[]
export type Reading = Pick<
  Input<'import.inspect'>,
  'encoding' | 'delimiter' | 'entry' | 'sheet' | 'headerLine' | 'headerRows'
>

export type ImportState = {
  /** Null: no file yet. */
  step: Step | null
  file: HandedIn | null
  /** The name of the file that is being handed over or read. */
  reading: string | null
  /** What went wrong with the last thing asked for. */
  trouble: unknown
  inspected: Inspected | null
  draft: Draft | null
  /** How far the check or the run is, or how it ended. */
  status: Status | null
  /** Cancel was pressed, and what was written is being taken back. */
  isCancelling: boolean
  log: Loaded<Output<'imports.list'>>
  pick: (file: File, around: Surroundings) => Promise<void>
  /** Reads it again with what somebody corrected. */
  reread: (change: Partial<Reading>, around: Surroundings) => Promise<void>
  decide: (change: Partial<Draft>) => void
  go: (step: Step) => void
  start: (kind: 'check' | 'run', lists: Surroundings['lists']) => Promise<void>
  /** Checks again with these rows as they were written anew. */
  mend: (rows: readonly MendedRow[], lists: Surroundings['lists']) => Promise<void>
  /** Brings error rows of an import that is done in, as they were written anew. */
  fix: (importId: string, rows: readonly MendedRow[]) => Promise<void>
  cancel: () => Promise<void>
  /** Back to where a file is picked. */
  leave: () => void
  loadLog: () => Promise<void>
  /** Takes an import that is done back; tells how far it is until it is undone. */
  undo: (
    importId: string,
    onStatus: (status: Status) => void,
    onTrouble: (error: unknown) => void,
  ) => Promise<void>
  /** The rejected rows as a file; its name once it is saved, null when the person thought better of it. */
  saveRejected: (importId: string) => Promise<string | null>
}
type ImportStore = ReturnType<typeof createImportStore>
type Host = Pick<Bridge, 'upload' | 'save' | 'onEvent'>

const kept = new WeakMap<Call, ImportStore>()

/** One for each way to the engine: a wizard that was left half-way is found where it was. */
export function importStore(call: Call, host: Host): ImportStore {
  const store = kept.get(call) ?? createImportStore(call, host)
  kept.set(call, store)
  return store
}

const NOTHING = { step: null, file: null, inspected: null, draft: null, status: null, trouble: null } as const

/** What was not corrected is found out anew where it hangs on what was: another encoding may show another delimiter. */
function keptOf(before: Inspected, change: Partial<Reading>): Reading {
  const isOther = change.entry !== undefined || change.sheet !== undefined
  const isRead = isOther || change.encoding !== undefined
  return {
    // One that is still asked for was not chosen.
    encoding: isOther || before.encodingAsked.length > 0 ? null : before.encoding,
    delimiter: isRead ? null : before.delimiter,
    entry: before.entry,
    sheet: change.entry === undefined ? before.sheet : null,
    headerLine: isRead || change.delimiter !== undefined ? null : before.headerLine,
    headerRows: null,
  }
}

function createImportStore(call: Call, host: Host) {
  return createStore<ImportState>()((set, get) => {
    let stop = () => {}

    const read = async (name: string, asked: () => Promise<Partial<ImportState>>) => {
      set({ reading: name, trouble: null })
      try {
        set({ ...(await asked()), reading: null })
      } catch (trouble) {
        set({ trouble, reading: null })
      }
    }

    const begin = async (kind: 'check' | 'run', ask: () => Promise<{ importId: string }>) => {
      stop()
      set({ step: kind, trouble: null, status: null })
      const seen = (status: Status) => {
        const isDone = status.kind === 'run' && status.state === 'done'
        set({ status, ...(isDone ? { step: 'done' as const } : {}) })
      }
      try {
        const { importId } = await ask()
        stop = follow(call, host, importId, seen, (trouble) => set({ trouble }))
      } catch (trouble) {
        set({ trouble })
      }
    }

    return {
      ...NOTHING,
      reading: null,
      isCancelling: false,
      log: LOADING,

      pick: (picked, around) =>
        read(picked.name, async () => {
          const file = await host.upload(picked)
          const { fileId, name } = file
          const found = { encoding: null, delimiter: null, headerLine: null }
          const inspected = await call('import.inspect', { fileId, name, ...found })
          return { ...NOTHING, file, inspected, draft: draftOf(inspected, around), step: 'file' }
        }),
      reread: async (change, around) => {
        const { file, inspected: before, draft } = get()
        if (!file || !before) return
        const kept = keptOf(before, change)
        await read(file.name, async () => {
          const inspected = await call('import.inspect', { ...file, ...kept, ...change })
          const again = draft
            ? { ...draft, columns: columnsOf(inspected), isSaved: inspected.saved !== null, mended: [] }
            : draftOf(inspected, around)
          return { inspected, draft: again, status: null }
        })
      },
      decide: (change) => set(({ draft }) => ({ draft: draft && { ...draft, ...change }, status: null })),
      go: (step) => set({ step, trouble: null }),
      start: async (kind, lists) => {
        const { file, inspected, draft } = get()
        if (!file || !inspected || !draft) return
        const plan = planOf(inspected, draft, lists)
        await begin(kind, () => call(`import.${kind}`, { fileId: file.fileId, plan }))
      },
      mend: async (rows, lists) => {
        const { draft, decide, start } = get()
        const others = draft?.mended.filter(({ line }) => rows.every((row) => row.line !== line)) ?? []
        decide({ mended: [...others, ...rows] })
        await start('check', lists)
      },
      fix: (importId, rows) => begin('run', () => call('import.fix', { importId, rows: [...rows] })),
      cancel: async () => {
        const { status } = get()
        if (!status) return
        set({ isCancelling: true })
        try {
          set({ status: await call('import.cancel', { importId: status.importId }) })
        } finally {
          set({ isCancelling: false })
        }
      },
      leave: () => {
        stop()
        set({ ...NOTHING, reading: null })
        void get().loadLog()
      },
      loadLog: async () => set({ log: await loaded(call('imports.list', {})) }),
      undo: async (importId, onStatus, onTrouble) => {
        try {
          await call('import.undo', { importId })
          follow(call, host, importId, onStatus, onTrouble)
        } catch (error) {
          onTrouble(error)
        }
      },
      saveRejected: async (importId) => {
        const { fileId, name } = await call('import.rejected', { importId })
        return (await host.save(fileId, name)) ? name : null
      },
    }
  })
}
