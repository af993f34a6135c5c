import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import { BANT } from '#shared/domain/bant'
import {
  commandFor,
  DEAF,
  DESK_KEYS,
  ROW_KEYS,
  type DeskNow,
  type Press,
} from '../../renderer/features/call/keys.ts'

const DESK: DeskNow = { row: null, criteria: BANT.criteria, shownFor: 10_000, singleKeys: true }
const IN_ROW: DeskNow = { ...DESK, row: { grades: 5 } }
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  mod: false,
  shift: false,
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
    expect(commandFor(press('3', { shift: true }), DESK)).toEqual({
      do: 'outcome',
      outcome: 'voicemail',
      leftMessage: true,
    })
    expect(commandFor(press('1', { shift: true }), DESK)).toBeNull()
    expect(commandFor(press('X', { shift: true }), DESK)).toBeNull()
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
    expect(commandFor(press(key, { shift: key === '?' }), DESK)).toEqual({ do: deed })
  })

  it.each(BANT.criteria.map(({ id, key }) => [key, id]))('%s opens %s', (key, criterion) => {
    expect(commandFor(press(key), DESK)).toEqual({ do: 'open', criterion })
  })

  it('no key means two things', () => {
    const keys = [
      ...OUTCOME_IDS.map((id) => OUTCOMES[id].key),
      ...BANT.criteria.map(({ key }) => key),
      ...DESK_KEYS.flatMap(({ keys }) => keys),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    const inRow = ROW_KEYS.flatMap(({ keys }) => keys)
    expect(inRow.filter((key) => Number(key) >= 1 && Number(key) <= 5)).toEqual([])
  })
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

describe('elsewhere', () => {
  it('in a field all keys are text but Esc and Ctrl+Enter; Ctrl+Z undoes typing', () => {
    for (const key of ['1', 'X', 'B', 'Space', 'Enter', 'ArrowDown', '?']) {
      expect(commandFor(press(key, { place: 'field' }), DESK)).toBeNull()
    }
    expect(commandFor(press('Escape', { place: 'field' }), DESK)).toEqual({ do: 'leave' })
    expect(commandFor(press('Enter', { place: 'field', mod: true }), DESK)).toEqual({ do: 'save' })
    expect(commandFor(press('Z', { place: 'field', mod: true }), DESK)).toBeNull()
    expect(commandFor(press('Z', { mod: true }), DESK)).toEqual({ do: 'undo' })
  })

  it('on a button Space and Enter press it, other keys are the desk’s', () => {
    expect(commandFor(press('Space', { place: 'button' }), DESK)).toBeNull()
    expect(commandFor(press('Enter', { place: 'button' }), DESK)).toBeNull()
    expect(commandFor(press('1', { place: 'button' }), DESK)?.do).toBe('outcome')
    expect(commandFor(press('Enter', { place: 'button', mod: true }), DESK)).toEqual({ do: 'save' })
  })

  it('single keys can be switched off, the others stay', () => {
    const off = { ...DESK, singleKeys: false }
    for (const key of ['1', 'X', 'B', 'J', 'O', '?']) expect(commandFor(press(key), off)).toBeNull()
    expect(commandFor(press('Space'), off)).toEqual({ do: 'dial' })
    expect(commandFor(press('ArrowDown'), off)).toEqual({ do: 'next' })
    expect(commandFor(press('Enter', { mod: true }), off)).toEqual({ do: 'save' })
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
