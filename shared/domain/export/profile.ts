import type { TaskValue } from './task.ts'
import type { CallValue, LeadValue } from './values.ts'

export const EXPORT_PROFILES = ['hubspot', 'salesforce', 'generic'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

/**
 * `no-proofs`: it stands at SQL or further but never passed the three proofs here.
 * `no-match`: it changed, and the target could not tell which record it is.
 */
export const HELD_REASONS = ['required', 'too-long', 'no-proofs', 'no-match'] as const
export type HeldReason = (typeof HELD_REASONS)[number]

/** A column of a target: its header there, what stands in it, and what the target asks of it. */
export type Column<Value extends string> = {
  header: string
  from: Value
  /** Which one, where a value has several: a criterion, or a place counted from 0. */
  which?: string | number
  /** The target's own words for ours; what is not listed is left blank. */
  options?: Readonly<Record<string, string>>
  /** Characters; more is an error there, so here too. */
  max?: number
  required?: true
}

export type Sheet<Value extends string> = { part: string; columns: readonly Column<Value>[] }

export type Profile = {
  bom: boolean
  /** A last column that names the headers whose value changed since the last export. */
  mark?: string
  leads: Sheet<LeadValue>
  /** Headers by which the target finds a record again; one that is filled in is enough. */
  match: readonly string[]
  /** A second file, and the header by which its rows find their person. */
  calls: (Sheet<CallValue> & { link: string }) | null
  /** For the account managers of those who turned out to be customers. */
  tasks: Sheet<TaskValue>
}
