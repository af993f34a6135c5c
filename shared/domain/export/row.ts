import { has } from '../outcome.ts'
import type { ExportCall, ExportLead } from './lead.ts'
import type { Column, HeldReason, Profile } from './profile.ts'
import { callValue, leadValue } from './values.ts'

/** Values by header, unguarded. */
type Row = Readonly<Record<string, string>>

type Problem = { why: HeldReason; header: string | null; max: number | null; length: number | null }

/** What went out last: the row, and every call that went with it or before. */
export type LastExport = { row: Row; calls: readonly string[] }

/** What a lead would send now. A row that is held back sends neither itself nor its calls. */
export type Outgoing = {
  row: Row
  problems: readonly Problem[]
  /** Headers whose value is another than last time; null = it never went out. */
  changed: readonly string[] | null
  calls: readonly { id: string; row: Row }[]
  /** Calls that wait until the target's record is known. */
  unlinked: number
}

/** PRODUCT.md section 12: nothing twice, and a change is marked. `last` is null for a lead that never went out. */
export function outgoingOf(profile: Profile, lead: ExportLead, last: LastExport | null): Outgoing {
  const { columns } = profile.leads
  const row = rowOf(columns, ({ from, which = 0 }) => leadValue(lead, from, which))
  const changed =
    last && columns.map(({ header }) => header).filter((header) => row[header] !== (last.row[header] ?? ''))
  const found = newCalls(profile, lead, last)
  const calls = found.filter(({ row: call }) => call[profile.calls?.link ?? ''])
  const problems = [
    ...(lead.sql === null ? [problem('no-proofs')] : []),
    ...columns.flatMap((column) => problemOf(column, row[column.header] ?? '')),
    ...(changed?.length && profile.match.every((header) => !row[header]) ? [problem('no-match')] : []),
    ...calls.flatMap((call) =>
      (profile.calls?.columns ?? []).flatMap((column) => problemOf(column, call.row[column.header] ?? '')),
    ),
  ]
  return { row, problems, changed, calls, unlinked: found.length - calls.length }
}

function newCalls(profile: Profile, lead: ExportLead, last: LastExport | null): Outgoing['calls'] {
  const columns = profile.calls?.columns
  if (!columns) return []
  const sent = new Set(last?.calls)
  const isNew = ({ id, outcome }: ExportCall) => has(outcome, 'attempt') && !sent.has(id)
  return lead.calls
    .filter(isNew)
    .map((call) => ({ id: call.id, row: rowOf(columns, ({ from }) => callValue({ call, lead }, from)) }))
}

function rowOf<Value extends string>(
  columns: readonly Column<Value>[],
  valueOf: (column: Column<Value>) => string,
): Row {
  const cell = (column: Column<Value>) => {
    const value = valueOf(column)
    return column.options ? (column.options[value] ?? '') : value
  }
  return Object.fromEntries(columns.map((column) => [column.header, cell(column)]))
}

function problemOf({ header, max, required }: Column<string>, value: string): Problem[] {
  if (required && !value.trim()) return [problem('required', header)]
  if (max !== undefined && value.length > max) return [problem('too-long', header, max, value.length)]
  return []
}

const problem = (
  why: HeldReason,
  header: string | null = null,
  max: number | null = null,
  length: number | null = null,
): Problem => ({ why, header, max, length })
