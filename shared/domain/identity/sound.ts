import { fold } from '../../lib/fold.ts'
import { memo } from '../../lib/memo.ts'

/** Letters and digits alone: "GTX Pro" and "GTXPro" are one. */
export const squeeze = memo((text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, ''))

const SAME: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[sc]h/g, 'x'],
  [/qu|ck|c(?![eiy])|q/g, 'k'],
  [/c|z|ss/g, 's'],
  [/v|w/g, 'b'],
  [/g(?=[ei])|j/g, 'h'],
  [/ll|y/g, 'i'],
  [/ny/g, 'n'],
  [/(?<!^)h/g, ''],
]

/**
 * How a name sounds, roughly and alike in Spanish and English: its first letter and the consonants after it. Only for
 * finding who may be meant; two who sound alike are then compared.
 */
export const sound = memo((name: string): string => {
  let text = squeeze(name)
  for (const [letters, as] of SAME) text = text.replace(letters, as)
  return (text.slice(0, 1) + text.slice(1).replace(/[aeiou]/g, '')).replace(/(.)\1+/g, '$1')
})
