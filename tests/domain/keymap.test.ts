import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { COMMANDS } from '#shared/domain/command'
import { firstProblem, give, isSingle, keymapOf, problemOf, tidy } from '#shared/domain/keymap'

const command = fc.constantFrom(...COMMANDS)
const chord = fc.constantFrom(
  '1',
  '3',
  '7',
  'A',
  'B',
  'W',
  'X',
  '?',
  'Space',
  'Escape',
  'F9',
  'Mod+K',
  'Mod+J',
  'Mod+Enter',
)

describe('the keys as shipped', () => {
  it('mean one thing each', () => {
    const usual = Object.fromEntries(COMMANDS.map(({ id, keys }) => [id, keys]))
    expect(firstProblem(usual)).toBeNull()
  })

  it('are those of the table', () => {
    const keys = keymapOf({})
    for (const { id, when, keys: usual } of COMMANDS)
      for (const each of usual) expect(keys.find(when, [each])).toBe(id)
  })

  it('that are single are letters, digits and signs', () => {
    expect(['1', 'X', '?', 'Shift+3', 'Ñ'].every(isSingle)).toBe(true)
    expect(['Space', 'Mod+K', 'Escape', 'F9', 'Shift+F9'].some(isSingle)).toBe(false)
  })
})

describe('a chord for a command', () => {
  it('names who has it', () => {
    expect(problemOf({}, 'note', 'D')).toEqual({ kind: 'taken', chord: 'D', by: 'outcome.dead_number' })
    expect(problemOf({ 'outcome.dead_number': ['G'] }, 'note', 'D')).toBeNull()
    expect(problemOf({}, 'note', '?')).toEqual({ kind: 'taken', chord: '?', by: 'help' })
    expect(problemOf({}, 'go.leads', 'Mod+K')).toEqual({ kind: 'taken', chord: 'Mod+K', by: 'find' })
  })

  it('may be both of the desk and of an open row, which wins there', () => {
    expect(problemOf({}, 'stillValid', 'D')).toBeNull()
  })

  it('is not one of the browser’s, no grade in a row, and no text in a field', () => {
    expect(problemOf({}, 'note', 'Mod+C')).toMatchObject({ kind: 'reserved' })
    expect(problemOf({}, 'note', 'Tab')).toMatchObject({ kind: 'reserved' })
    expect(problemOf({}, 'unknown', '3')).toMatchObject({ kind: 'grade' })
    expect(problemOf({}, 'save', 'G')).toMatchObject({ kind: 'text' })
    expect(problemOf({}, 'save', 'F9')).toBeNull()
  })
})

describe('giving a chord', () => {
  it('takes it from whoever had it, and never leaves two with one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, chord), { maxLength: 8 }), (gifts) => {
        let own = {}
        for (const [to, key] of gifts) {
          const problem = problemOf(own, to.id, key)
          if (problem && problem.kind !== 'taken') continue
          own = give(own, to, [key])
          expect(keymapOf(own).keysOf(to.id)).toEqual([key])
        }
        expect(firstProblem(own)).toBeNull()
      }),
    )
  })

  it('gives usual keys back, to whoever has them now or not', () => {
    const [note] = COMMANDS.filter(({ id }) => id === 'note')
    const dead = COMMANDS.find(({ id }) => id === 'outcome.dead_number')
    if (!note || !dead) throw new Error('the table has both')
    const moved = give({}, note, ['D'])
    expect(moved).toEqual({ note: ['D'], 'outcome.dead_number': [] })
    expect(give(moved, dead, dead.keys)).toEqual({ note: [] })
    expect(give(give(moved, dead, dead.keys), note, note.keys)).toEqual({})
  })

  it('back again leaves nothing of one’s own', () => {
    const moved = give({}, { id: 'find', when: 'anywhere', keys: ['Mod+K'] }, ['Mod+J'])
    expect(moved).toEqual({ find: ['Mod+J'] })
    expect(give(moved, { id: 'find', when: 'anywhere', keys: ['Mod+K'] }, ['Mod+K'])).toEqual({})
    expect(tidy({ find: ['Mod+K'], unheard: ['Q'] })).toEqual({})
  })
})
