import { COMMANDS, WHENS, type Command, type CommandId, type When } from './command.ts'

/** Keys of a rep's own, by command. What is not here has its usual ones; an empty list takes them away. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>

/** A letter, digit or sign without Ctrl or Cmd: what WCAG 2.1.4 lets people switch off. */
export const isSingle = (chord: string): boolean => Array.from(chord.replace(/^Shift\+/, '')).length === 1

/** What a chord would do to writing if it were taken from a field. */
const isText = (chord: string) => !chord.startsWith('Mod+') && !/^(Shift\+)?F\d{1,2}$/.test(chord)

/** They belong to the browser, the system, or moving about by keyboard. */
const RESERVED = new Set(
  ['A', 'C', 'F', 'L', 'N', 'P', 'Q', 'R', 'T', 'V', 'W', 'X', '+', '-', '0']
    .map((key) => `Mod+${key}`)
    .concat(['Tab', 'Shift+Tab', 'F1', 'F5', 'F11', 'F12', 'Shift+F10', 'Shift+Space', 'Mod+Shift+Z']),
)
/** In an open row they are its grades. */
const GRADES = new Set(['1', '2', '3', '4', '5'])

/** A chord is looked for in these at once: two commands there may not share it. A row covers the desk on purpose. */
const OVERLAP: Readonly<Record<When, readonly When[]>> = {
  desk: ['desk', 'screen', 'anywhere'],
  row: ['row', 'screen', 'anywhere'],
  review: ['review', 'screen', 'anywhere'],
  screen: WHENS,
  anywhere: WHENS,
}

export type Keymap = {
  /** `usual` serves a command that the table does not have: a criterion of another framework. */
  keysOf: (id: string, usual?: readonly string[]) => readonly string[]
  /** The command of `when` on one of these chords; the first chord that has one wins. */
  find: (when: When, chords: readonly string[]) => CommandId | undefined
}

/** The keys in force: the rep's own over the usual ones. */
export function keymapOf(own: OwnKeys, commands = COMMANDS): Keymap {
  const keys = new Map<string, readonly string[]>(commands.map(({ id, keys }) => [id, own[id] ?? keys]))
  // Of two on one key, which a later version of the outcomes may bring, the rep's own choice stands.
  const chosenLast = commands.toSorted((a, b) => Number(a.id in own) - Number(b.id in own))
  const byChord = new Map(
    chosenLast.flatMap(({ id, when }) => (keys.get(id) ?? []).map((chord) => [`${when} ${chord}`, id])),
  )
  return {
    keysOf: (id, usual = []) => keys.get(id) ?? own[id] ?? usual,
    find: (when, chords) => chords.map((chord) => byChord.get(`${when} ${chord}`)).find(Boolean),
  }
}

/** Why a chord can't be a command's key. `by` names who has it. */
export type KeyProblem =
  { kind: 'taken'; chord: string; by: CommandId } | { kind: 'reserved' | 'grade' | 'text'; chord: string }

/** Null when `chord` is free for the command. */
export function problemOf(
  own: OwnKeys,
  id: CommandId,
  chord: string,
  commands = COMMANDS,
): KeyProblem | null {
  const command = commands.find((each) => each.id === id)
  if (!command || RESERVED.has(chord)) return { kind: 'reserved', chord }
  if (command.when === 'row' && GRADES.has(chord)) return { kind: 'grade', chord }
  if (command.when === 'anywhere' && isText(chord)) return { kind: 'text', chord }
  const keys = keymapOf(own, commands)
  const other = commands.find(
    (each) =>
      each.id !== id && OVERLAP[command.when].includes(each.when) && keys.keysOf(each.id).includes(chord),
  )
  return other ? { kind: 'taken', chord, by: other.id } : null
}

/** The first thing wrong with a rep's own keys, with the command it is wrong for; null when all is well. */
export function firstProblem(
  own: OwnKeys,
  commands = COMMANDS,
): { id: CommandId; problem: KeyProblem } | null {
  for (const { id } of commands) {
    const problem = (own[id] ?? []).map((chord) => problemOf(own, id, chord, commands)).find(Boolean)
    if (problem) return { id, problem }
  }
  return null
}

/** `chords` become the keys of the command, and whoever had one of them loses it. */
export function give(
  own: OwnKeys,
  { id, when }: Command,
  chords: readonly string[],
  commands = COMMANDS,
): OwnKeys {
  const keys = keymapOf(own, commands)
  const losers = commands.filter((each) => each.id !== id && OVERLAP[when].includes(each.when))
  const without = losers.map((each) => [
    each.id,
    keys.keysOf(each.id).filter((chord) => !chords.includes(chord)),
  ])
  return tidy({ ...own, ...Object.fromEntries(without), [id]: chords }, commands)
}

/** What equals the usual keys is not kept, so that a later change of those arrives. */
export function tidy(own: OwnKeys, commands = COMMANDS): OwnKeys {
  const changed = commands.filter(({ id, keys }) => own[id] && own[id].join() !== keys.join())
  return Object.fromEntries(changed.map(({ id }) => [id, own[id] ?? []]))
}
