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

/** They have keys of their own: letters, arrows, Space. */
const FIELDS = 'input, textarea, select, [contenteditable], [aria-haspopup=listbox]'
const APART = '[role=listbox], [role=menu], [role=dialog], [data-keys=off]'

function placeOf(target: EventTarget | null, desk: Element | null): Place {
  if (!(target instanceof Element) || target === document.body) {
    return document.querySelector('[role=dialog], [role=listbox]') ? 'elsewhere' : 'desk'
  }
  if (!desk?.contains(target)) return 'elsewhere'
  if (target.closest(APART)) return 'elsewhere'
  if (target.matches(FIELDS)) return 'field'
  return target.closest('button, a, [role=button]') ? 'button' : 'desk'
}
