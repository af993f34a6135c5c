import { when } from '../lib/when.ts'
import type { Label } from './bant.ts'

/** One of a set that ships with us and that a team renames, switches off and adds its own to: outcomes, reasons. */
export type Labelled = {
  /** Ours, or one of the team's own. A fact names it for ever. */
  code: string
  /** Null = as shipped. */
  label: Label | null
  /** Offered; what was logged with it stays. */
  on: boolean
}

/** Why a version of a set can't be saved. */
export type Refusal<Reason extends string, Field extends string> = {
  reason: Reason
  /** What it is about; null when it is about all of them. */
  subject: string | null
  /** The field that mends it. */
  field: Field
  /** Who has it already. */
  by: string | null
}

/** What any set is refused for. */
export const SET_REFUSALS = [
  'ours-missing',
  'code-twice',
  'code-unusable',
  'label-missing',
  'label-twice',
  'must-stay',
  'too-many',
] as const
type SetRefusal = Refusal<(typeof SET_REFUSALS)[number], 'code' | 'label'>

type Bounds = { ours: readonly string[]; most: number; isOwn: (code: string) => boolean }

/** Everything that is wrong with a version of a set; empty = it can be saved. `problemsOf`: with one entry alone. */
export function setProblems<E extends Labelled, P>(
  set: readonly E[],
  { ours, most, isOwn }: Bounds,
  problemsOf: (entry: E) => readonly P[],
): (P | SetRefusal)[] {
  const codes = set.map(({ code }) => code)
  return [
    ...ours.flatMap((id) => when(!codes.includes(id), no('ours-missing', id, 'code'))),
    ...when(set.length > most, no('too-many', null, 'code')),
    ...set.flatMap((entry, at) => [
      ...when(codes.indexOf(entry.code) !== at, no('code-twice', entry.code, 'code')),
      ...labelProblems(entry, set, isOwn(entry.code)),
      ...problemsOf(entry),
    ]),
  ]
}

/** `isOwn`: it was shipped under no name. */
function labelProblems({ code, label }: Labelled, set: readonly Labelled[], isOwn: boolean): SetRefusal[] {
  if (!label) return when(isOwn, no('label-missing', code, 'label'))
  if (label.es.trim() === '' || label.en.trim() === '') return [no('label-missing', code, 'label')]
  const twin = set.find(
    (other) =>
      other.code !== code &&
      other.label !== null &&
      (same(other.label.es, label.es) || same(other.label.en, label.en)),
  )
  return when(twin !== undefined, no('label-twice', code, 'label', twin?.code))
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

export const no = <Reason extends string, Field extends string>(
  reason: Reason,
  subject: string | null,
  field: Field,
  by: string | null = null,
): Refusal<Reason, Field> => ({ reason, subject, field, by })
