import { useEffect, useState } from 'react'

import type { Call, Input, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { suggestHistory } from '#shared/domain/import/history-mapping'
import { HISTORY_FIELDS, type HistoryField } from '#shared/domain/import/history'
import { fold } from '#shared/lib/fold'
import type { Inspected } from './plan-draft.ts'

type HistoryPlan = Input<'history.run'>['plan']
export type HistoryFound = Output<'history.check'>
type HistoryChoice = Pick<HistoryPlan, 'listId' | 'addReps' | 'closes'> & {
  /** The column of each field. */
  columns: ReadonlyMap<HistoryField, number>
  /** What outcomes that nobody knows stand for, by the cell folded. */
  outcomes: Readonly<Record<string, string>>
  verdicts: Readonly<Record<string, string>>
  /** Which rep an agent whom nobody knows is, by the cell folded. */
  agents: Readonly<Record<string, string>>
}
type HistoryProgress = { rows: number; total: number; seconds: number }
type Step =
  | { kind: 'asking' | 'checking' | 'running' }
  | { kind: 'checked'; found: HistoryFound }
  | { kind: 'done'; found: HistoryFound }

type Given = {
  call: Call
  host: Pick<Bridge, 'onEvent'>
  fileId: string
  inspected: Inspected
  lists: Output<'app.state'>['lists']
}

/** A file of calls: how it is read, what it would bring, and that it was brought. */
export function useHistory({ call, host, fileId, inspected, lists }: Given) {
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const [trouble, setTrouble] = useState<unknown>(null)
  const [choice, setChoice] = useState<HistoryChoice>(() => ({
    columns: suggestHistory(inspected.columns),
    outcomes: {},
    verdicts: {},
    agents: {},
    listId: null,
    addReps: true,
    closes: true,
  }))
  const [progress, setProgress] = useState<HistoryProgress | null>(null)
  const [isCancelled, setCancelled] = useState(false)
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind !== 'job' || event.job.kind !== 'history' || event.job.state !== 'running') return
        const { done: rows, total, startedAt } = event.job
        setProgress({ rows, total, seconds: (Date.now() - startedAt) / 1000 })
      }),
    [host],
  )
  const ask = async (kind: 'checking' | 'running', now: HistoryChoice) => {
    setStep({ kind })
    setTrouble(null)
    setProgress(null)
    setCancelled(false)
    try {
      const given = { fileId, plan: planOf(inspected, now, countryOf(lists, now.listId)) }
      const found = await call(kind === 'checking' ? 'history.check' : 'history.run', given)
      setCancelled(found.cancelled)
      setStep(
        found.cancelled ? { kind: 'asking' } : { kind: kind === 'checking' ? 'checked' : 'done', found },
      )
    } catch (error) {
      setTrouble(error)
      setStep({ kind: 'asking' })
    }
  }
  return {
    step,
    trouble,
    progress,
    isCancelled,
    cancel: () => call('history.cancel', {}),
    choice,
    /** What is decided anew must be checked anew. */
    decide: (part: Partial<HistoryChoice>) => {
      setChoice((before) => ({ ...before, ...part }))
      setStep({ kind: 'asking' })
    },
    setField: (index: number, field: HistoryField | null) => {
      const columns = new Map([...choice.columns].filter(([one, at]) => at !== index && one !== field))
      if (field) columns.set(field, index)
      setChoice({ ...choice, columns })
      setStep({ kind: 'asking' })
    },
    say: (field: 'outcome' | 'verdict', cell: string, is: string) =>
      setChoice((before) => {
        const key = `${field}s` as const
        return { ...before, [key]: { ...before[key], [fold(cell)]: is } }
      }),
    sayAgent: (cell: string, repId: string | null) =>
      setChoice((before) => {
        const { [fold(cell)]: _, ...agents } = before.agents
        return { ...before, agents: repId === null ? agents : { ...agents, [fold(cell)]: repId } }
      }),
    check: () => ask('checking', choice),
    run: () => ask('running', choice),
  }
}
export type History = ReturnType<typeof useHistory>

/** Whose national numbers they are: of the list that was called. */
const countryOf = (lists: Given['lists'], listId: string | null): string =>
  (lists.find(({ id }) => id === listId) ?? lists[0])?.country ?? 'ES'

function planOf(
  inspected: Inspected,
  { columns, outcomes, verdicts, agents, ...choice }: HistoryChoice,
  country: string,
): HistoryPlan {
  const { name, encoding, delimiter, entry, sheet, headerLine, headerRows, emptyWords } = inspected
  return {
    name,
    encoding,
    delimiter,
    entry,
    sheet,
    headerLine,
    headerRows,
    emptyWords,
    ...choice,
    country,
    columns: HISTORY_FIELDS.flatMap((field) => {
      const index = columns.get(field)
      if (index === undefined) return []
      const dates = inspected.columns.find((column) => column.index === index)?.dates?.order
      const values = { outcome: outcomes, verdict: verdicts, agent: agents }[field as string]
      return [{ index, field, ...(dates ? { dates } : {}), ...(values ? { values } : {}) }]
    }),
  }
}
