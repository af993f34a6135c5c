import { createStore } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'
import type { Bridge, HandedIn } from '#shared/contract/bridge'
import { AppError } from '#shared/contract/errors'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { follow } from './follow.ts'
import { leftOf, type Left } from './left.ts'
import { columnsOf, draftOf, planOf, type Draft, type Inspected, type Surroundings } from './plan-draft.ts'
import { keptOf, type Reading } from './reading.ts'
import type { Problem } from './rows-table.tsx'
import { mendedBy, NONE_TYPED, written, type Came, type Typed, type TypedRows } from './typed-rows.ts'

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
export type ImportState = {
  /** Null: no file yet. */
  step: Step | null
  file: HandedIn | null
  /** The name of the file that is being handed over or read. */
  reading: string | null
  /** The name of the file that was not taken. */
  refused: string | null
  /** What went wrong with the last thing asked for. */
  trouble: unknown
  inspected: Inspected | null
  draft: Draft | null
  /** How far the check or the run is, or how it ended. */
  status: Status | null
  /** The rows that are looked at; null: what needs a look first. */
  filter: Filter | null
  /** They are open to be written in. */
  isMending: boolean
  /** Rows that somebody wrote in and that were not run yet: kept whatever screen one goes to. */
  typed: TypedRows
  /** Files that were left before they were in: the last one, and all that somebody wrote in. */
  left: readonly Left[]
  /** Cancel was pressed, and what was written is being taken back. */
  isCancelling: boolean
  log: Loaded<Output<'imports.list'>>
  pick: (file: File, around: Surroundings) => Promise<void>
  /** Reads it again with what somebody corrected. */
  reread: (change: Partial<Reading>, around: Surroundings) => Promise<void>
  /** A folder, and no file. */
  refuseFolder: () => void
  decide: (change: Partial<Draft>) => void
  go: (step: Step) => void
  show: (filter: Filter) => void
  setMending: (isMending: boolean) => void
  /** Writes a cell; the row as it stands now, null when nothing of it is to be read again. */
  write: (row: Came, column: number, text: string) => Typed | null
  /** Something was written that was not run yet. */
  isTyped: () => boolean
  /** How a row that was written reads; not told of one that was written in again meanwhile. */
  read: (line: number, row: Typed, problems: readonly Problem[]) => void
  /** Checks with the rows as they were written anew, or runs what was checked. */
  start: (kind: 'check' | 'run', lists: Surroundings['lists']) => Promise<void>
  /** Brings error rows of an import that is done in, as they were written anew. */
  fix: (importId: string) => Promise<void>
  cancel: () => Promise<void>
  /** Back to where a file is picked. */
  leave: () => void
  /** On with a file that was left, where it was left. */
  goOn: (left: Left) => void
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

const NOTHING = {
  step: null,
  file: null,
  inspected: null,
  draft: null,
  status: null,
  trouble: null,
  filter: null,
  isMending: false,
  typed: NONE_TYPED,
} as const

function createImportStore(call: Call, host: Host) {
  return createStore<ImportState>()((set, get) => {
    let stop = () => {}

    const read = async (name: string, asked: () => Promise<Partial<ImportState>>) => {
      set({ reading: name, refused: null, trouble: null })
      try {
        set({ ...(await asked()), reading: null })
      } catch (trouble) {
        set({ trouble, refused: name, reading: null })
      }
    }
    // One after the other: what is corrected next builds on what was found before.
    let last = Promise.resolve()

    const begin = async (kind: 'check' | 'run', ask: () => Promise<{ importId: string }>) => {
      stop()
      set({ step: kind, trouble: null, status: null, filter: null, isMending: false })
      try {
        followOn((await ask()).importId)
      } catch (trouble) {
        set({ trouble })
      }
    }

    const followOn = (importId: string) => {
      const seen = (status: Status) => {
        const isDone = status.kind === 'run' && status.state === 'done'
        set({ status, ...(isDone ? { step: 'done' as const, typed: NONE_TYPED } : {}) })
      }
      stop = follow(call, host, importId, seen, (trouble) => set({ trouble }))
    }

    return {
      ...NOTHING,
      reading: null,
      refused: null,
      isCancelling: false,
      log: LOADING,
      left: [],

      pick: (picked, around) =>
        read(picked.name, async () => {
          const file = await host.upload(picked)
          const { fileId, name } = file
          const found = { encoding: null, delimiter: null, headerLine: null }
          const inspected = await call('import.inspect', { fileId, name, ...found })
          return { ...NOTHING, file, inspected, draft: draftOf(inspected, around), step: 'file' }
        }),
      reread: (change, around) => {
        const again = async () => {
          const { file, inspected: before, draft } = get()
          if (!file || !before) return
          const kept = keptOf(before, change)
          await read(file.name, async () => {
            const inspected = await call('import.inspect', { ...file, ...kept, ...change })
            const now = draft
              ? { ...draft, columns: columnsOf(inspected), isSaved: inspected.saved !== null, mended: [] }
              : draftOf(inspected, around)
            return { inspected, draft: now, status: null, typed: NONE_TYPED }
          })
        }
        return (last = last.then(again))
      },
      refuseFolder: () =>
        set({
          refused: null,
          trouble: new AppError('unreadable-file', 'That is a folder.', 'file-folder'),
        }),
      decide: (change) => set(({ draft }) => ({ draft: draft && { ...draft, ...change }, status: null })),
      go: (step) => set({ step, trouble: null }),
      show: (filter) => set({ filter }),
      setMending: (isMending) => set({ isMending }),
      write: (row, column, text) => {
        const before = get().typed
        const typed = written(before, row, column, text)
        set({ typed })
        return typed === before ? null : (typed.get(row.line) ?? null)
      },
      isTyped: () => get().typed.size > 0,
      read: (line, row, problems) => {
        const { typed } = get()
        if (typed.get(line) === row) set({ typed: new Map(typed).set(line, { ...row, problems }) })
      },
      start: async (kind, lists) => {
        const { file, inspected, draft, typed } = get()
        if (!file || !inspected || !draft) return
        const now = kind === 'check' ? { ...draft, mended: mendedBy(typed, draft.mended) } : draft
        if (kind === 'check') set({ draft: now, typed: NONE_TYPED })
        const plan = planOf(inspected, now, lists)
        await begin(kind, () => call(`import.${kind}`, { fileId: file.fileId, plan }))
      },
      fix: (importId) =>
        begin('run', () => call('import.fix', { importId, rows: mendedBy(get().typed, []) })),
      cancel: async () => {
        const { status } = get()
        if (!status) return
        set({ isCancelling: true })
        try {
          set({ status: await call('import.cancel', { importId: status.importId }) })
        } catch (trouble) {
          set({ trouble })
        } finally {
          set({ isCancelling: false })
        }
      },
      leave: () => {
        stop()
        set({ ...NOTHING, reading: null, left: leftOf(get()) })
        void get().loadLog()
      },
      goOn: (one) => {
        stop()
        set({ ...NOTHING, ...one, left: get().left.filter((other) => other !== one) })
        // What was checked may be checked anew; whatever else there was is over.
        if (one.status?.state === 'checked') followOn(one.status.importId)
      },
      loadLog: async () => set({ log: await loaded(call('imports.list', {})) }),
      undo: async (importId, onStatus, onTrouble) => {
        try {
          await call('import.undo', { importId })
          // Whoever closes the dialog meanwhile sees in the log that it goes on.
          void get().loadLog()
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
