import { useRef, useState } from 'react'

import type { Call } from '#shared/contract/api'
import type { MendedRow } from '#shared/contract/import-plan'
import type { Plan } from './plan-draft.ts'
import type { Filter } from './import-store.ts'
import type { Row } from './rows-table.tsx'
import { useMendPage, type MendPage } from './use-mend-page.ts'
import { isMended } from './use-told.ts'

export type Problem = Row['problems'][number]
export type Mending = {
  page: MendPage
  cellsOf: (row: Row) => readonly string[]
  /** As the row was judged, or as it reads now that somebody wrote in it. */
  problemsOf: (row: Row) => readonly Problem[]
  isChanged: (line: number) => boolean
  write: (row: Row, column: number, text: string) => void
  /** How many rows somebody wrote in, and the rows themselves. */
  changed: number
  collect: () => readonly MendedRow[]
  /** Of these, the ones that read right now. */
  right: number
}

type Given = { call: Call; importId: string; filter: Filter; plan: Plan; fileId: string }
/** `problems` null: being read. */
type Now = { cells: readonly string[]; problems: readonly Problem[] | null }
type Written = ReadonlyMap<number, Now>

/** What was put right already wants no hand. */
const wanting = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((each) => !isMended(each))

/** What somebody writes in the rows that need a hand, whatever page they are on, and how that reads. */
export function useMending({ call, importId, filter, plan, fileId }: Given): Mending {
  const page = useMendPage(call, importId, filter)
  const [written, setWritten] = useState<Written>(new Map())

  // What is being kept when a key runs it all at once is there before the next drawing.
  const latest = useRef(written)
  const put = (line: number, row: Now) => {
    latest.current = new Map(latest.current).set(line, row)
    setWritten(latest.current)
  }
  const write = (row: Row, column: number, text: string) => {
    const before = latest.current.get(row.line)?.cells ?? row.cells
    if ((before[column] ?? '') === text) return
    const cells = Array.from({ length: Math.max(before.length, column + 1) }, (_, at) => before[at] ?? '')
    cells[column] = text
    put(row.line, { cells, problems: null })
    const tell = (problems: readonly Problem[]) => {
      if (latest.current.get(row.line)?.cells === cells) put(row.line, { cells, problems })
    }
    void call('import.tryRows', { fileId, plan, rows: [{ line: row.line, cells }] }).then(
      ({ rows: [tried] }) => tell(tried?.problems ?? []),
      // How it reads then shows when all is checked again.
      () => tell([]),
    )
  }
  return {
    page,
    cellsOf: (row) => written.get(row.line)?.cells ?? row.cells,
    problemsOf: (row) => wanting(written.get(row.line)?.problems ?? row.problems),
    isChanged: (line) => written.has(line),
    write,
    changed: written.size,
    collect: () => [...latest.current].map(([line, { cells }]) => ({ line, cells: [...cells] })),
    right: [...written.values()].filter(({ problems }) => problems && wanting(problems).length === 0).length,
  }
}
