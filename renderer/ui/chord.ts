/** What of a key event says which key it was. */
export type KeyLike = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'getModifierState'
>

/** They say nothing by themselves, or begin a letter (dead keys, input methods). */
const MUTE = /^(Dead|Process|Unidentified|Compose|AltGraph|Alt|Control|Meta|Shift|CapsLock|Fn|NumLock|OS)$/

/**
 * The names of the chord that was pressed, the likeliest first; null for what writes or belongs to the system (Alt,
 * dead keys, input methods). By what is printed on the key, so it holds on every layout: a digit is where the digit is
 * printed (Shift+3 is a 3, and so is the 3 of a French keyboard), letters of other scripts are those of their place.
 */
export function chordsOf(event: KeyLike): readonly string[] | null {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  if (altKey || event.getModifierState('AltGraph') || event.isComposing || MUTE.test(key)) return null
  const mod = ctrlKey || metaKey ? 'Mod+' : ''
  const shift = shiftKey ? 'Shift+' : ''
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit) return isSign(key) ? [`${mod}${key}`, `${mod}${shift}${digit}`] : [`${mod}${shift}${digit}`]
  if (key === ' ') return [`${mod}${shift}Space`]
  if (Array.from(key).length > 1) return [`${mod}${shift}${key}`]
  const letter = latinOf(key, code)
  return letter ? [`${mod}${shift}${letter}`] : [`${mod}${key}`]
}

/** Not a letter of any script, not a digit: Shift only chose it. */
const isSign = (key: string) => Array.from(key).length === 1 && !/[\p{L}\p{N}\s]/u.test(key)

/** Null when it is no letter. */
function latinOf(key: string, code: string): string | null {
  if (/^\p{Script=Latin}$/u.test(key) || /^\d$/.test(key)) return key.toUpperCase()
  if (!/^\p{L}/u.test(key)) return null
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key.toUpperCase()
}
