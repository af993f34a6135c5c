import type { Definition, Label } from '#shared/domain/bant'
import type { Objection } from '#shared/domain/objection'
import type { OutcomeId } from '#shared/domain/outcome'
import type { OutcomeSet } from '#shared/domain/outcome-set'
import type { Narrowings } from '#shared/domain/policy/narrowing'
import type { ScoreProfile } from '#shared/domain/profile'
import type { ReasonSet } from '#shared/domain/reason-set'
import type { Retention } from '#shared/domain/retention'
import type { Scripts } from '#shared/domain/script'
import type { Territory } from '#shared/domain/territory'
import type { allLists } from './people.ts'

export type Side = 'marketing' | 'sales'
/** Which framework a list qualifies by; those not named have the standard one. */
export type Choice = { standard: string; lists: Readonly<Record<string, string>> }
export type ListState = Omit<ReturnType<typeof allLists>[number], 'id'>

/** What a row of `rules` says, by its kind: whoever reads one has it typed, whoever writes one is held to it. */
export type RuleData = {
  score: ScoreProfile
  definition: Definition
  /** A row of its own: a new version of the definition has none. */
  agreement: { framework: string; version: number; side: Side; name: string }
  framework: Choice
  /** Those before outcomes were data hold names only. */
  outcomes: { from: number; outcomes: OutcomeSet } | Readonly<Partial<Record<OutcomeId, Label>>>
  reasons: { from: number; reasons: ReasonSet }
  objections: readonly Objection[]
  policy: Narrowings
  /** The month (1-12) in which the workspace's year of quarters begins. */
  quarters: { start: number }
  territories: readonly Territory[]
  /** Those before leads were closed too hold the months to erase after, by list. */
  retention: Retention | Readonly<Record<string, { months: number }>>
  /** Written after the versions that an import or a return made: they are one change. */
  config: { why: 'import' | 'restore'; first: number; of: string }
  /** By the list's id. */
  [script: `script ${string}`]: Scripts
  /** A list's settings stand in its own row; this is what they were before and after a change. */
  [list: `list ${string}`]: { before: ListState | null; after: ListState }
}
export type RuleKind = keyof RuleData

type Stamp = { at: number; repId: string | null }
/** What a row says, without when and by whom. */
export type Saying = { [K in RuleKind]: { kind: K; data: RuleData[K] } }[RuleKind]
export type NewRule = Saying & Stamp
/** A rule as it was in force from `version` on. */
export type RuleRow = NewRule & { version: number }
export type RuleOf<K extends RuleKind> = RuleRow & { kind: K; data: RuleData[K] }

export const isOf =
  <K extends RuleKind>(kind: K) =>
  (row: RuleRow): row is RuleOf<K> =>
    row.kind === kind

export const scriptKind = (listId: string) => `script ${listId}` as const
export const listKind = (listId: string) => `list ${listId}` as const
export const isOfList = (row: RuleRow): row is RuleOf<`list ${string}`> => row.kind.startsWith('list ')
export const isOfScript = (row: RuleRow): row is RuleOf<`script ${string}`> => row.kind.startsWith('script ')
/** The list that a kind is about, of those that are about one. */
export const listIdOf = (kind: `${'list' | 'script'} ${string}`): string => kind.slice(kind.indexOf(' ') + 1)
