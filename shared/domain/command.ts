import { BANT } from './bant.ts'
import { MEDDIC } from './meddic.ts'
import { OUTCOME_IDS, OUTCOMES } from './outcome.ts'

/**
 * Every command, once: the desk acts by this table, the palette offers it, the `?` sheet shows it, Settings give it
 * other keys. PRODUCT.md section 13.
 */
export const WHENS = ['desk', 'row', 'review', 'screen', 'anywhere'] as const
/**
 * `desk`: the focus is on the person's name. `row`: there too, while a criterion's row is open; it wins over `desk`.
 * `review`: where two who look alike are compared. `screen`: on every screen, not in a field. `anywhere`: in a field too.
 */
export type When = (typeof WHENS)[number]

export const DESK_DEEDS = [
  'dial',
  'answered',
  'hungUp',
  'next',
  'previous',
  'evidence',
  'note',
  'objection',
  'skip',
] as const
/** Deeds on the criterion whose row is open. */
export const ROW_DEEDS = ['stillValid', 'unknown', 'declined', 'notAsked', 'close'] as const
/** Deeds on the pair that is compared. */
export const REVIEW_DEEDS = ['merge', 'apart', 'swap', 'next', 'previous'] as const
export type ReviewDeed = (typeof REVIEW_DEEDS)[number]
const SCREENS = ['queue', 'day', 'agenda', 'leads', 'import', 'numbers', 'export', 'settings'] as const
export type Screen = (typeof SCREENS)[number]
type Deed = (typeof DESK_DEEDS)[number] | (typeof ROW_DEEDS)[number] | 'save' | 'undo' | 'find' | 'help'

export type CommandId =
  Deed | `open.${string}` | `review.${ReviewDeed}` | `outcome.${string}` | `go.${Screen}`

export type Command = {
  id: CommandId
  when: When
  /** Chords as `chordOf` writes them: `Space`, `J`, `Shift+3`, `Mod+Enter`. */
  keys: readonly string[]
}

const keysOfDeed: Readonly<Record<Deed, readonly string[]>> = {
  dial: ['Space'],
  answered: ['Enter'],
  hungUp: ['Escape'],
  next: ['ArrowDown', 'ArrowRight', 'J'],
  previous: ['ArrowUp', 'ArrowLeft', 'K'],
  evidence: ['E'],
  note: ['M'],
  objection: ['O'],
  skip: ['L'],
  stillValid: ['7'],
  unknown: ['8'],
  declined: ['9'],
  notAsked: ['Backspace'],
  close: ['Escape'],
  save: ['Mod+Enter'],
  undo: ['Mod+Z'],
  find: ['Mod+K'],
  help: ['?'],
}
const keysOfReview: Readonly<Record<ReviewDeed, readonly string[]>> = {
  merge: ['M'],
  apart: ['K'],
  swap: ['S'],
  next: ['J', 'ArrowDown'],
  previous: ['ArrowUp'],
}
/** Of every framework that ships, each criterion once. */
const CRITERIA = [...new Map([...BANT.criteria, ...MEDDIC.criteria].map((each) => [each.id, each])).values()]
const deed = (when: When) => (id: Deed) => ({ id, when, keys: keysOfDeed[id] })

/** Of an outcome what its key needs: ours, or as the team's version has it. */
type OutcomeKey = { code: string; key: string | null; on: boolean }

/** The whole table with the outcomes of a version of the team's. */
export const commandsOf = (outcomes: readonly OutcomeKey[]): readonly Command[] => [
  ...DESK_DEEDS.map(deed('desk')),
  ...CRITERIA.map(({ id, key }) => ({ id: `open.${id}` as const, when: 'desk' as const, keys: [key] })),
  ...outcomes.filter(({ on }) => on).flatMap(ofOutcome),
  ...ROW_DEEDS.map(deed('row')),
  ...REVIEW_DEEDS.map((id) => ({
    id: `review.${id}` as const,
    when: 'review' as const,
    keys: keysOfReview[id],
  })),
  ...(['save', 'undo', 'find'] as const).map(deed('anywhere')),
  deed('screen')('help'),
  // Back to the desk in one press, from wherever one looked something up.
  ...SCREENS.map((id) => ({
    id: `go.${id}` as const,
    when: 'anywhere' as const,
    keys: id === 'queue' ? ['F2'] : [],
  })),
]

function ofOutcome({ code, key }: OutcomeKey): Command[] {
  const command: Command = { id: `outcome.${code}`, when: 'desk', keys: key === null ? [] : [key] }
  if (code !== 'voicemail') return [command]
  const left = key === null ? [] : [`Shift+${key}`]
  return [command, { id: 'outcome.voicemail.left', when: 'desk', keys: left }]
}

/** As they ship. */
export const COMMANDS = commandsOf(OUTCOME_IDS.map((code) => ({ code, key: OUTCOMES[code].key, on: true })))

/** The usual keys of all that the desk does beside outcomes. */
export const deskKeys = (): [string, CommandId][] =>
  COMMANDS.filter(
    ({ id, when }) => when !== 'row' && when !== 'review' && groupOf({ id, when }) !== 'outcomes',
  ).flatMap(({ id, keys }) => keys.map((key): [string, CommandId] => [key, id]))

/** How commands are shown together. */
export const KEY_GROUPS = ['desk', 'outcomes', 'row', 'review', 'anywhere'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

export function groupOf({ id, when }: Pick<Command, 'id' | 'when'>): KeyGroup {
  if (id.startsWith('outcome.')) return 'outcomes'
  return when === 'screen' ? 'anywhere' : when
}
