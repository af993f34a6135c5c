import { distance } from 'fastest-levenshtein'

/** Letters that may differ, by the length of the longer text: a slip of the hand, not another word. */
const slips = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0)

/** The same but for a slip or two; letters that changed places are one slip. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const most = slips(Math.max(a.length, b.length))
  if (Math.abs(a.length - b.length) > most) return false
  return distance(a, b) <= most || isSwapped(a, b)
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b
}
