import { chordsOf } from '#renderer/ui/chord'
import type { Place, Press } from './keys.ts'

/** Reads a browser's key event. Null for keys that belong to the system and to writing. */
export function pressOf(event: KeyboardEvent, desk: Element | null): Press | null {
  const chords = chordsOf(event)
  return chords && { chords, repeat: event.repeat, place: placeOf(event.target, desk) }
}

/** They have keys of their own: letters, arrows, Space. */
const FIELDS = 'input, textarea, select, [contenteditable], [aria-haspopup=listbox]'
const OVER = '[role=listbox], [role=menu], [role=dialog]'

function placeOf(target: EventTarget | null, desk: Element | null): Place {
  if (!(target instanceof Element) || target === document.body)
    return document.querySelector(OVER) ? 'elsewhere' : 'desk'
  if (target.closest(OVER)) return 'elsewhere'
  if (!desk?.contains(target) || target.closest('[data-keys=off]')) return 'around'
  if (target.matches(FIELDS)) return 'field'
  return target.closest('button, a, [role=button]') ? 'button' : 'desk'
}
