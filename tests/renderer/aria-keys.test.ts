import { expect, it } from 'vitest'

import { ariaKeys } from '../../renderer/ui/keys.tsx'
import { common as en } from '../../renderer/i18n/en/common.ts'
import { common as es } from '../../renderer/i18n/es/common.ts'

it.each([
  ['Ctrl ⏎', 'Control+Enter'],
  ['⌘ ⏎', 'Meta+Enter'],
  ['Ctrl K', 'Control+K'],
  ['⇧ 3', 'Shift+3'],
  ['Esc', 'Escape'],
  ['⌫', 'Backspace'],
  ['↓', 'ArrowDown'],
  ['F9', 'F9'],
  [en.space, 'Space'],
  [es.space, 'Space'],
])('what a key prints as %s is told to readers as %s', (printed, spelt) => {
  expect(ariaKeys(printed)).toBe(spelt)
})
