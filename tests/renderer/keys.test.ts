import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { COMMANDS } from '#shared/domain/command'
import { keymapOf } from '#shared/domain/keymap'
import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import { commandFor, commandOf, DEAF, type DeskNow, type Press } from '../../renderer/features/call/keys.ts'

const DESK: DeskNow = {
  row: null,
  criteria: BANT.criteria,
  shownFor: 10_000,
  singleKeys: true,
  keymap: keymapOf({}),
}
const IN_ROW: DeskNow = { ...DESK, row: { grades: 5 } }
const press = (chord: string, more: Partial<Press> = {}): Press => ({
  chords: [chord],
  repeat: false,
  place: 'desk',
  ...more,
})

describe('on the desk', () => {
  it.each(OUTCOME_IDS)('%s is on its key', (outcome) => {
    expect(commandFor(press(OUTCOMES[outcome].key), DESK)).toEqual({
      do: 'outcome',
      outcome,
      leftMessage: false,
    })
  })

  it('Shift+3 leaves a message, and no other outcome is on Shift', () => {
    expect(commandFor(press('Shift+3', { chords: ['#', 'Shift+3'] }), DESK)).toEqual({
      do: 'outcome',
      outcome: 'voicemail',
      leftMessage: true,
    })
    expect(commandFor(press('Shift+1'), DESK)).toBeNull()
    expect(commandFor(press('Shift+X'), DESK)).toBeNull()
  })

  it.each([
    ['Space', 'dial'],
    ['Enter', 'answered'],
    ['Escape', 'hungUp'],
    ['J', 'next'],
    ['ArrowUp', 'previous'],
    ['O', 'objection'],
    ['?', 'help'],
  ])('%s: %s', (key, deed) => {
    expect(commandFor(press(key), DESK)).toEqual({ do: deed })
  })

  it.each(BANT.criteria.map(({ id, key }) => [key, id]))('%s opens %s', (key, criterion) => {
    expect(commandFor(press(key), DESK)).toEqual({ do: 'open', criterion })
  })

  it('every command of the table is a deed of the desk, or one of the frame’s', () => {
    const frames = COMMANDS.filter(({ id }) => commandOf(id) === null).map(({ id }) => id)
    expect(frames.every((id) => id === 'find' || /^(go|review)\./.test(id))).toBe(true)
    expect(commandOf('outcome.voicemail.left')).toEqual({
      do: 'outcome',
      outcome: 'voicemail',
      leftMessage: true,
    })
  })
})

it('a criterion of a framework that the board is not looked at through is nobody’s key', () => {
  expect(commandFor(press('Q'), DESK)).toBeNull()
  const metrics = { id: 'metrics', key: 'Q' }
  expect(commandFor(press('Q'), { ...DESK, criteria: [metrics] })).toEqual({
    do: 'open',
    criterion: 'metrics',
  })
  const keymap = keymapOf({ 'open.metrics': ['G'] })
  const other = { ...DESK, criteria: [metrics], keymap }
  expect(commandFor(press('G'), other)).toEqual({ do: 'open', criterion: 'metrics' })
  expect(commandFor(press('Q'), other)).toBeNull()
})

describe('in a row', () => {
  it('digits are grades, and those beyond its grades are nothing', () => {
    expect(commandFor(press('1'), IN_ROW)).toEqual({ do: 'grade', place: 0 })
    expect(commandFor(press('5'), IN_ROW)).toEqual({ do: 'grade', place: 4 })
    expect(commandFor(press('5'), { ...DESK, row: { grades: 4 } })).toEqual({ do: 'nothing' })
    expect(commandFor(press('6'), IN_ROW)).toEqual({ do: 'nothing' })
    expect(commandFor(press('0'), IN_ROW)).toEqual({ do: 'nothing' })
  })

  it.each([
    ['7', 'stillValid'],
    ['8', 'unknown'],
    ['9', 'declined'],
    ['Backspace', 'notAsked'],
    ['Escape', 'close'],
  ])('%s: %s', (key, deed) => {
    expect(commandFor(press(key), IN_ROW)).toEqual({ do: deed })
  })

  it('another letter opens another row', () => {
    expect(commandFor(press('T'), IN_ROW)).toEqual({ do: 'open', criterion: 'timeline' })
  })
})

describe('keys of a rep’s own', () => {
  const keymap = keymapOf({ dial: ['F9'], 'outcome.no_answer': ['Z'], 'open.budget': ['P'], unknown: ['U'] })
  it('do what the usual ones did, and those do nothing any more', () => {
    const desk = { ...DESK, keymap }
    expect(commandFor(press('F9'), desk)).toEqual({ do: 'dial' })
    expect(commandFor(press('Space'), desk)).toBeNull()
    expect(commandFor(press('Z'), desk)).toMatchObject({ outcome: 'no_answer' })
    expect(commandFor(press('1'), desk)).toBeNull()
    expect(commandFor(press('P'), desk)).toEqual({ do: 'open', criterion: 'budget' })
    expect(commandFor(press('B'), desk)).toBeNull()
    expect(commandFor(press('U'), { ...IN_ROW, keymap })).toEqual({ do: 'unknown' })
    expect(commandFor(press('8'), { ...IN_ROW, keymap })).toEqual({ do: 'nothing' })
  })

  it('leave criteria of another framework their own', () => {
    const criteria = [{ id: 'their_own', key: 'M' }]
    expect(commandFor(press('M'), { ...DESK, criteria, keymap })).toEqual({
      do: 'open',
      criterion: 'their_own',
    })
  })
})

describe('elsewhere', () => {
  it('around the desk the save still works and single keys do not; in a dialog nothing does', () => {
    expect(commandFor(press('Mod+Enter', { place: 'around' }), DESK)).toEqual({ do: 'save' })
    expect(commandFor(press('Mod+Z', { place: 'around' }), DESK)).toEqual({ do: 'undo' })
    for (const key of ['1', 'Space', 'Escape', 'B'])
      expect(commandFor(press(key, { place: 'around' }), DESK)).toBeNull()
    expect(commandFor(press('Mod+Enter', { place: 'elsewhere' }), DESK)).toBeNull()
  })

  it('finding is the frame’s, but a new lead is deaf to it too', () => {
    expect(commandFor(press('Mod+K'), DESK)).toBeNull()
    expect(commandFor(press('Mod+K'), { ...DESK, shownFor: 100 })).toEqual({ do: 'nothing' })
  })

  it('in a field all keys are text but Esc and Ctrl+Enter; Ctrl+Z undoes typing', () => {
    for (const key of ['1', 'X', 'B', 'Space', 'Enter', 'ArrowDown', '?']) {
      expect(commandFor(press(key, { place: 'field' }), DESK)).toBeNull()
    }
    expect(commandFor(press('Escape', { place: 'field' }), DESK)).toEqual({ do: 'leave' })
    expect(commandFor(press('Mod+Enter', { place: 'field' }), DESK)).toEqual({ do: 'save' })
    expect(commandFor(press('Mod+Z', { place: 'field' }), DESK)).toBeNull()
    expect(commandFor(press('Mod+Z'), DESK)).toEqual({ do: 'undo' })
  })

  it('on a button Space and Enter press it, other keys are the desk’s', () => {
    expect(commandFor(press('Space', { place: 'button' }), DESK)).toBeNull()
    expect(commandFor(press('Enter', { place: 'button' }), DESK)).toBeNull()
    expect(commandFor(press('1', { place: 'button' }), DESK)?.do).toBe('outcome')
    expect(commandFor(press('Mod+Enter', { place: 'button' }), DESK)).toEqual({ do: 'save' })
  })

  it('single keys can be switched off, the others stay', () => {
    const off = { ...DESK, singleKeys: false }
    for (const key of ['1', 'X', 'B', 'J', 'O', '?']) expect(commandFor(press(key), off)).toBeNull()
    expect(commandFor(press('Space'), off)).toEqual({ do: 'dial' })
    expect(commandFor(press('ArrowDown'), off)).toEqual({ do: 'next' })
    expect(commandFor(press('Mod+Enter'), off)).toEqual({ do: 'save' })
  })
})

it('a repeated key, and any key of a new lead’s first moment, does nothing at all', () => {
  const key = fc.constantFrom('1', '2', 'D', 'F', 'X', 'B', 'Space', 'Enter', 'J')
  fc.assert(
    fc.property(key, fc.boolean(), fc.integer({ min: 0, max: 2 * DEAF }), (key, repeat, shownFor) => {
      const command = commandFor(press(key, { repeat }), { ...DESK, shownFor })
      expect(command?.do === 'nothing').toBe(repeat || shownFor < DEAF)
    }),
  )
})
