import type { Call } from '#shared/contract/api'
import type { Filter, ImportState } from './import-store.ts'
import type { Plan } from './plan-draft.ts'
import type { Problem, Row } from './rows-table.tsx'
import { useMendPage, type MendPage } from './use-mend-page.ts'
import { isMended } from './use-told.ts'

export type Mending = {
  page: MendPage
  cellsOf: (row: Row) => readonly string[]
  /** As the row was judged, or as it reads now that somebody wrote in it. */
  problemsOf: (row: Row) => readonly Problem[]
  isChanged: (line: number) => boolean
  write: (row: Row, column: number, text: string) => void
  /** How many rows somebody wrote in. */
  changed: number
  /** Of these, the ones that read right now. */
  right: number
}

type Given = {
  call: Call
  importId: string
  filter: Filter
  plan: Plan
  fileId: string
  store: Pick<ImportState, 'typed' | 'write' | 'read'>
}

/** What was put right already wants no hand. */
const wanting = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((each) => !isMended(each))

/** What somebody writes in the rows that need a hand, whatever page they are on, and how that reads. */
export function useMending({ call, importId, filter, plan, fileId, store }: Given): Mending {
  const page = useMendPage(call, importId, filter)
  const { typed } = store
  const write = (row: Row, column: number, text: string) => {
    const now = store.write(row, column, text)
    if (!now) return
    void call('import.tryRows', { fileId, plan, rows: [{ line: row.line, cells: [...now.cells] }] }).then(
      ({ rows: [tried] }) => store.read(row.line, now, tried?.problems ?? []),
      // How it reads then shows when all is checked again.
      () => store.read(row.line, now, []),
    )
  }
  return {
    page,
    cellsOf: (row) => typed.get(row.line)?.cells ?? row.cells,
    problemsOf: (row) => wanting(typed.get(row.line)?.problems ?? row.problems),
    isChanged: (line) => typed.has(line),
    write,
    changed: typed.size,
    right: [...typed.values()].filter(({ problems }) => problems && wanting(problems).length === 0).length,
  }
}
