import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chordsOf, type KeyLike } from '../../renderer/ui/chord.ts'

const press = (key: string, code: string, more: Partial<KeyLike> = {}) =>
  chordsOf({
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    getModifierState: () => false,
    ...more,
  })
const SHIFT = { shiftKey: true }

describe('a key is what is printed on it', () => {
  it.each([
    ['a US keyboard', press('j', 'KeyJ'), ['J']],
    ['with Caps Lock', press('J', 'KeyJ'), ['J']],
    ['Shift+3, US', press('#', 'Digit3', SHIFT), ['#', 'Shift+3']],
    ['Shift+3, Spanish', press('·', 'Digit3', SHIFT), ['·', 'Shift+3']],
    ['3, French', press('"', 'Digit3'), ['"', '3']],
    ['2, French: a letter there', press('é', 'Digit2'), ['2']],
    ['3 on the number block', press('3', 'Numpad3'), ['3']],
    ['? of a Spanish keyboard', press('?', 'Minus', SHIFT), ['?']],
    ['? of a Hungarian one', press('?', 'Comma', SHIFT), ['?']],
    ['/ of a Spanish keyboard', press('/', 'Digit7', SHIFT), ['/', 'Shift+7']],
    ['ñ', press('ñ', 'Semicolon'), ['Ñ']],
    ['z of a German keyboard, where English has y', press('z', 'KeyY'), ['Z']],
    ['Cyrillic: by its place', press('и', 'KeyB'), ['B']],
    ['Greek with Ctrl', press('κ', 'KeyK', { ctrlKey: true }), ['Mod+K']],
    ['Cmd', press('k', 'KeyK', { metaKey: true }), ['Mod+K']],
    ['Space', press(' ', 'Space'), ['Space']],
    ['a named key', press('ArrowDown', 'ArrowDown'), ['ArrowDown']],
  ])('%s', (_, read, chords) => expect(read).toEqual(chords))
})

describe('what writes is not a command', () => {
  it.each([
    ['a dead key', press('Dead', 'Quote')],
    ['an accent being composed', press('a', 'KeyA', { isComposing: true })],
    ['an input method', press('Process', 'KeyA')],
    ['AltGr', press('@', 'Digit2', { getModifierState: (name) => name === 'AltGraph' })],
    ['Option', press('ø', 'KeyO', { altKey: true })],
    ['Shift alone', press('Shift', 'ShiftLeft', SHIFT)],
  ])('%s', (_, read) => expect(read).toBeNull())

  it('a letter is never a digit, whatever the keyboard', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'z', 'ñ', 'ç', 'ß', 'ø', 'ж', 'λ', 'ש', 'ا'),
        fc.boolean(),
        (letter, shiftKey) => {
          const [chord = ''] = press(letter, 'KeyQ', { shiftKey }) ?? []
          expect(chord).not.toMatch(/\d/)
        },
      ),
    )
  })
})
