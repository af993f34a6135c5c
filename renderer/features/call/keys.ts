import { DESK_DEEDS, ROW_DEEDS, type CommandId } from '#shared/domain/command'
import { isSingle, type Keymap } from '#shared/domain/keymap'

/** Deeds of the desk that need no more than their name. */
type Deed = (typeof DESK_DEEDS)[number] | (typeof ROW_DEEDS)[number] | 'save' | 'undo' | 'help'

export type Command =
  | { do: Deed | 'leave' }
  | { do: 'open'; criterion: string }
  | { do: 'grade'; place: number }
  /** By its code. */
  | { do: 'outcome'; outcome: string; leftMessage: boolean }
  /** Ours, but not now: the browser must not act on it either. */
  | { do: 'nothing' }

/** Milliseconds in which a new lead hears no key: they were meant for the one before. */
export const DEAF = 400

/**
 * `desk`: nothing that takes keys has the focus. `button`: Space and Enter press it. `field`: keys are text.
 * `around`: the queue's column, the frame. `elsewhere`: a list, a menu, a dialog.
 */
export type Place = 'desk' | 'button' | 'field' | 'around' | 'elsewhere'
/** `chords` as `chordsOf` reads them, the likeliest first. */
export type Press = { chords: readonly string[]; repeat: boolean; place: Place }
export type DeskNow = {
  /** The criterion whose row is open, with how many grades it has. */
  row: { grades: number } | null
  criteria: readonly { id: string; key: string }[]
  /** Milliseconds since the lead came. */
  shownFor: number
  singleKeys: boolean
  keymap: Keymap
}

/** What a key means on this desk now; null when it is not ours. */
export function commandFor(press: Press, desk: DeskNow): Command | null {
  if (press.place === 'elsewhere') return null
  const isDeaf = press.repeat || desk.shownFor < DEAF
  const chords = press.chords.filter((chord) => desk.singleKeys || !isSingle(chord))
  const anywhere = desk.keymap.find('anywhere', chords)
  // The frame's own (find, another screen): not ours, but a new lead is deaf to them too.
  if (anywhere && anywhere !== 'save' && anywhere !== 'undo') return isDeaf ? { do: 'nothing' } : null
  const command = anywhere ? everywhere(anywhere, press.place) : here(chords, press.place, desk)
  return command && isDeaf ? { do: 'nothing' } : command
}

/** Typing undo belongs to the field. */
const everywhere = (id: 'save' | 'undo', place: Place): Command | null =>
  id === 'undo' && place === 'field' ? null : { do: id }

function here(chords: readonly string[], place: Place, desk: DeskNow): Command | null {
  if (place === 'around') return null
  if (place === 'field') return chords.includes('Escape') ? { do: 'leave' } : null
  if (place === 'button' && chords.some((chord) => chord === 'Enter' || chord === 'Space')) return null
  const { row, keymap } = desk
  const inRow = row && rowCommand(chords, row.grades, keymap)
  if (inRow) return inRow
  const criterion = desk.criteria.find((one) =>
    keymap.keysOf(`open.${one.id}`, [one.key]).some((key) => chords.includes(key)),
  )
  if (criterion) return { do: 'open', criterion: criterion.id }
  const id = keymap.find('desk', chords) ?? keymap.find('screen', chords)
  // A criterion of a framework that this board is not looked at through.
  return id && !id.startsWith('open.') ? commandOf(id) : null
}

function rowCommand(chords: readonly string[], grades: number, keymap: Keymap): Command | null {
  const id = keymap.find('row', chords)
  if (id) return commandOf(id)
  const digit = chords.find((chord) => /^\d$/.test(chord))
  if (!digit) return null
  const place = Number(digit) - 1
  // A digit that is no grade of this row must not become an outcome by surprise.
  return place >= 0 && place < grades ? { do: 'grade', place } : { do: 'nothing' }
}

/** A command of the table as the desk does it; null when it is none of the desk's. */
export function commandOf(id: CommandId): Command | null {
  const [kind, name = ''] = id.split('.')
  if (kind === 'go' || kind === 'review' || id === 'find') return null
  if (kind === 'open') return { do: 'open', criterion: name }
  if (kind === 'outcome')
    return { do: 'outcome', outcome: name, leftMessage: id === 'outcome.voicemail.left' }
  return { do: id as Deed }
}
