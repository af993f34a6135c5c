import type { BasisKind } from '../basis.ts'
import type { Phone } from '../phone.ts'
import type { SignalKind } from '../profile.ts'
import type { ReasonId } from '../reason.ts'
import type { Stage } from '../stage.ts'
import type { RowBasis } from './basis-words.ts'
import type { CellProblem, ColumnRule, DateOrder, Field } from './field.ts'
import type { WishIs } from './wish.ts'

export type RowName = { name: string; givenName: string | null; familyName: string | null }

/** What a row says, read and normalised; null = it says nothing, or nothing that could be read. */
export type Values = {
  externalId: string | null
  name: RowName | null
  title: string | null
  company: string | null
  industry: string | null
  employees: number | null
  domain: string | null
  /** The first is the one to write to. */
  emails: string[]
  /** The first is the one to call. */
  phones: Phone[]
  country: string | null
  province: string | null
  city: string | null
  postalCode: string | null
  language: string | null
  source: string | null
  campaign: string | null
  /** Where another system had the lead; null = it is born here. */
  stage: Stage | null
  /** The file alone says why nobody is to be called. */
  closed?: ReasonId
  /** Whose the lead is. */
  ownerId: string | null
  /** Epoch ms. */
  arrivedAt: number | null
  /** When the row was last written where it comes from, epoch ms: `newest` goes by it. */
  updatedAt: number | null
  doNotCall: boolean
  doNotEmail: boolean
  /** Why they may be called, or that they took it back; null = the row brings none. */
  basis: RowBasis | null
  /** `at` null: the file gives no date. */
  signals: { kind: SignalKind; at: number | null }[]
  /** Columns that are kept as they stand, by header; null when there are none. */
  extra: Record<string, string> | null
}

export type Row = { line: number; cells: string[]; problems: CellProblem[]; values: Values }

/** A column of the plan as rows are read by it. */
export type ReadColumn = {
  index: number
  header: string
  /** Null keeps it beside the lead. Columns that are left out are not here. */
  field: Field | null
  rule: ColumnRule
  /** For dates. */
  order: DateOrder
  /** Of an option set: what the folded cell stands for; '' = no answer. */
  values?: Readonly<Record<string, string>>
  /** Of wishes: which answer is one; absent = a yes. */
  wishIs?: WishIs
  /** From 0: the column that says of what kind its cells are (`Phone 1 - Type`: "Work Fax"). */
  kindIn?: number
  /** From 0: the column that says which of its numbers must not be called (`Phone 1 DNC`). */
  wishIn?: number
  /** From 0: the columns with the digits that go before its numbers (`DDD`) and behind them (`Ext.`). */
  areaIn?: number
  extensionIn?: number
  /** From 0: the column that says when on its day it was. */
  timeIn?: number
  /** IANA, where its header says in which zone its times are. */
  zone?: string
}

export type RowPlan = {
  columns: readonly ReadColumn[]
  /** Cells a row should have. */
  width: number
  /** Rows of the header as the file has them; absent = it has none. */
  header?: readonly (readonly string[])[]
  /** ISO 3166-1, for numbers without a country. */
  country: string
  source: string | null
  /** Of rows that name nobody on the team. */
  ownerId?: string | null
  /** A rep brings it: stages that only proofs give are not taken over. */
  capsStage?: boolean | undefined
  /** Why those may be called of whom the row does not say; `on` null = the day of the import. */
  ground?: { kind: BasisKind; on: string | null; proof: string | null } | null | undefined
  /** `YYYY-MM-DD` where the desk stands. */
  today: string
  emptyWords: readonly string[]
  /** IANA: where the dates of the file were lived. */
  zone: string
}
