import type { Place, Press } from './keys.ts'

/** Reads a browser's key event. Null for keys with Alt, which belong to the system and to writing. */
export function pressOf(event: KeyboardEvent, desk: Element | null): Press | null {
  if (event.altKey || event.getModifierState('AltGraph') || event.isComposing) return null
  return {
    key: keyOf(event),
    mod: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    repeat: event.repeat,
    place: placeOf(event.target, desk),
  }
}

/** A digit is where the digit is printed, so that Shift+3 and a French keyboard give 3. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key === '?') return key
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit) return digit
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toUpperCase() : key
}

const TYPED =
  'input:not([type=radio], [type=checkbox], [type=button], [type=file]), textarea, select, [contenteditable]'
const OWN_KEYS = '[role=listbox], [role=menu], [role=dialog], [role=alertdialog], [role=radiogroup], input'

function placeOf(target: EventTarget | null, desk: Element | null): Place {
  if (!(target instanceof Element) || target === document.body) {
    return document.querySelector('[role=dialog], [role=listbox]') ? 'elsewhere' : 'desk'
  }
  if (!desk?.contains(target)) return 'elsewhere'
  if (target.matches(TYPED)) return 'field'
  if (target.closest(OWN_KEYS)) return 'elsewhere'
  return target.closest('button, a, [role=button]') ? 'button' : 'desk'
}
