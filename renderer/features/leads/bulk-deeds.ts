import type { Input, Output } from '#shared/contract/api'
import { reasonRule } from '#shared/domain/reason-set'
import type { BulkStage } from '#shared/domain/bulk'

export type Deed = Input<'batch.run'>['deed']

/** The buttons of the bar. Some are the same deed with less to choose. */
export const BULK_KEYS = [
  'assign',
  'move',
  'requeue',
  'disqualify',
  'addToList',
  'moveToList',
  'silence',
] as const
export type BulkKey = (typeof BULK_KEYS)[number]

/** What was chosen so far. */
export type Draft = {
  repId: string | null
  listId: string | null
  to: BulkStage | null
  /** By its code. */
  reason: string | null
  words: string
}
export const NO_DRAFT: Draft = { repId: null, listId: null, to: null, reason: null, words: '' }
/** Stands for nobody where somebody could be chosen. */
export const NOBODY = 'nobody'

/** Reasons that lead to a stage, and may be given for many; a wish not to be called is a deed of its own. */
export const reasonsOf = (to: BulkStage | null, known: Output<'app.state'>['reasons']): readonly string[] =>
  known
    .map(reasonRule)
    .flatMap(({ code, on, stage }) => (on && stage === to && code !== 'do_not_call' ? [code] : []))

/** Out of the pipeline nobody goes without a reason of the table. */
const ASKS_REASON: readonly (BulkStage | null)[] = ['nurture', 'disqualified']

const moved = (to: BulkStage | null, { reason, words }: Draft): Deed | null => {
  if (to === null) return null
  const said = words.trim() || null
  // The way back is told in words.
  if (ASKS_REASON.includes(to) && reason === null) return null
  return { kind: 'move', to, reason, words: said }
}

/** The deed as it is chosen; null while something is missing. */
const DEEDS: Readonly<Record<BulkKey, (draft: Draft) => Deed | null>> = {
  assign: ({ repId }) => (repId === null ? null : { kind: 'assign', repId: repId === NOBODY ? null : repId }),
  move: (draft) => moved(draft.to, draft),
  requeue: (draft) => moved('lead', draft),
  disqualify: (draft) => moved('disqualified', draft),
  addToList: ({ listId }) => (listId === null ? null : { kind: 'addToList', listId }),
  moveToList: ({ listId }) => (listId === null ? null : { kind: 'moveToList', listId }),
  silence: () => ({ kind: 'silence' }),
}
export const deedOf = (key: BulkKey, draft: Draft): Deed | null => DEEDS[key](draft)

/** Where it goes, whichever button it was. */
export const stageOf = (key: BulkKey, { to }: Draft): BulkStage | null =>
  key === 'disqualify' ? 'disqualified' : key === 'requeue' ? 'lead' : to
