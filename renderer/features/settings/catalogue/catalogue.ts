import type { ComponentType } from 'react'

import type { Call } from '#shared/contract/api'
import type { Labelled } from '#shared/domain/catalogue'
import type { Column } from '#renderer/ui/table'
import type { Terms } from './use-terms.ts'

export type Version<E> = {
  version: number
  at: number | null
  by: string | null
  from: number | null
  set: E[]
}
export type Got<E> = { versions: Version<E>[]; inForce: number }
export type Problem = { subject: string | null; field: string }
type Saved<P> = { kind: 'saved'; version: number } | { kind: 'refused'; reasons: P[] }

/** Everything about a set in words, names as they stand in what is edited. */
export type SetWords<E, P> = {
  title: string
  note: string
  readOnly: string
  /** Head of the column of names. */
  entry: string
  /** Beside the name of the team's own; '' where another column says it. */
  own: string
  add: string
  name: (code: string) => string
  field: (of: keyof E) => string
  refusal: (problem: P) => string
}

export type FieldsProps<E, W> = {
  entry: E
  words: W
  mayChange: boolean
  /** What is wrong with a field, in words. */
  wrong: (field: string) => string | undefined
  onChange: (to: E) => void
}
export type NewProps<E, W> = {
  words: W
  isOpen: boolean
  /** Codes that any version has or had. */
  known: ReadonlySet<string>
  onAdd: (entry: E) => void
  onClose: () => void
}

/** What tells the editor of one set of labelled things from that of another. */
export type Catalogue<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  isOwn: (code: string) => boolean
  /** Of which it is told that a version changed them. */
  fields: readonly (keyof E)[]
  get: (call: Call) => Promise<Got<E>>
  save: (call: Call, version: { set: E[]; from: string | null }) => Promise<Saved<P>>
  restore: (call: Call, version: { version: number; from: null }) => Promise<Saved<P>>
  problemsOf: (set: E[], versions: readonly Version<E>[]) => readonly P[]
  wordsOf: (terms: Terms, entries: readonly E[]) => W
  /** Those after the name. */
  columnsOf: (terms: Terms, words: W) => readonly Column<E>[]
  /** The key of the name that ours has where the team gave none. */
  nameKey: (entry: E) => string
  Fields: ComponentType<FieldsProps<E, W>>
  New: ComponentType<NewProps<E, W>>
  /** What a draft would come to. */
  Preview?: ComponentType<{ call: Call; entries: E[]; words: W }>
}
