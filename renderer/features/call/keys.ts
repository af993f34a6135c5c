import type { OutcomeId } from '#shared/domain/outcome'
import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'

/** Deeds of the desk that need no more than their name. */
export type Deed =
  | 'dial'
  | 'answered'
  | 'hungUp'
  | 'next'
  | 'previous'
  | 'objection'
  | 'note'
  | 'evidence'
  | 'help'
  | 'save'
  | 'undo'
  | 'leave'
/** Deeds on the criterion whose row is open. */
export type RowDeed = 'stillValid' | 'unknown' | 'declined' | 'notAsked' | 'close'

export type Command =
  | { do: Deed | RowDeed }
  | { do: 'open'; criterion: string }
  | { do: 'grade'; place: number }
  | { do: 'outcome'; outcome: OutcomeId; leftMessage: boolean }
  /** Ours, but not now: the browser must not act on it either. */
  | { do: 'nothing' }

type KeyLine<D> = {
  keys: readonly string[]
  do: D
  /** A letter, digit or sign alone: can be switched off (WCAG 2.1.4). */
  single: boolean
}

/** PRODUCT.md section 13, as one table: the desk acts by it and the `?` sheet shows it. */
export const DESK_KEYS: readonly KeyLine<Deed>[] = [
  { keys: ['Space'], do: 'dial', single: false },
  { keys: ['Enter'], do: 'answered', single: false },
  { keys: ['Escape'], do: 'hungUp', single: false },
  { keys: ['ArrowDown', 'ArrowRight', 'J'], do: 'next', single: true },
  { keys: ['ArrowUp', 'ArrowLeft', 'K'], do: 'previous', single: true },
  { keys: ['E'], do: 'evidence', single: true },
  { keys: ['M'], do: 'note', single: true },
  { keys: ['O'], do: 'objection', single: true },
  { keys: ['?'], do: 'help', single: true },
]
export const ROW_KEYS: readonly KeyLine<RowDeed>[] = [
  { keys: ['7'], do: 'stillValid', single: true },
  { keys: ['8'], do: 'unknown', single: true },
  { keys: ['9'], do: 'declined', single: true },
  { keys: ['Backspace'], do: 'notAsked', single: false },
  { keys: ['Escape'], do: 'close', single: false },
]
/** With Ctrl or Cmd. */
export const MOD_KEYS: readonly KeyLine<Deed>[] = [
  { keys: ['Enter'], do: 'save', single: false },
  { keys: ['Z'], do: 'undo', single: false },
]

/** Milliseconds in which a new lead hears no key: they were meant for the one before. */
export const DEAF = 400

/**
 * `desk`: nothing that takes keys has the focus. `button`: Space and Enter press it. `field`: keys are text.
 * `elsewhere`: a list, a dialog, another part of the frame.
 */
export type Place = 'desk' | 'button' | 'field' | 'elsewhere'
export type Press = {
  /** Letters upper case; `Space`; otherwise the name the browser gives. */
  key: string
  mod: boolean
  shift: boolean
  repeat: boolean
  place: Place
}
export type DeskNow = {
  /** The criterion whose row is open, with how many grades it has. */
  row: { grades: number } | null
  criteria: readonly { id: string; key: string }[]
  /** Milliseconds since the lead came. */
  shownFor: number
  singleKeys: boolean
}

/** What a key means on this desk now; null when it is not ours. */
export function commandFor(press: Press, desk: DeskNow): Command | null {
  if (press.place === 'elsewhere') return null
  const command = meaningOf(press, desk)
  if (!command) return null
  return press.repeat || desk.shownFor < DEAF ? { do: 'nothing' } : command
}

function meaningOf(
  { key, mod, shift, place }: Press,
  { row, criteria, singleKeys }: DeskNow,
): Command | null {
  if (mod) {
    const line = find(MOD_KEYS, key)
    // Typing undo belongs to the field.
    return line && !(place === 'field' && line.do === 'undo') ? { do: line.do } : null
  }
  if (place === 'field') return key === 'Escape' ? { do: 'leave' } : null
  if (place === 'button' && (key === 'Enter' || key === 'Space')) return null
  const isSingle = key.length === 1
  if (isSingle && !singleKeys) return null
  if (shift && isSingle && key !== '?' && key !== '3') return null

  if (row) {
    const line = find(ROW_KEYS, key)
    if (line && !shift) return { do: line.do }
    const grade = Number(key)
    if (grade >= 1 && grade <= row.grades && !shift) return { do: 'grade', place: grade - 1 }
    // A digit that is no grade of this row must not become an outcome by surprise.
    if (/^\d$/.test(key)) return { do: 'nothing' }
  }
  const criterion = criteria.find((one) => one.key === key)
  if (criterion && !shift) return { do: 'open', criterion: criterion.id }
  const outcome = OUTCOME_IDS.find((id) => OUTCOMES[id].key === key)
  if (outcome) return { do: 'outcome', outcome, leftMessage: shift && outcome === 'voicemail' }
  const line = find(DESK_KEYS, key)
  return line ? { do: line.do } : null
}

const find = <D>(lines: readonly KeyLine<D>[], key: string) => lines.find(({ keys }) => keys.includes(key))
