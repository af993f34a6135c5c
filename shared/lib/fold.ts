import { memo } from './memo.ts'

/** Nothing in it that folding would change but capitals. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
const foldedWord = memo(folded)

/** Whole names are seldom said twice, but their words are; on both sides of a space a text folds on its own. */
function byWords(text: string): string {
  if (!text.includes(' ')) return foldedWord(text)
  let whole = ''
  for (const word of text.split(' ')) {
    const found = foldedWord(word)
    if (found !== '') whole = whole === '' ? found : `${whole} ${found}`
  }
  return whole
}
/** Characters; what is longer is a story that nobody tells twice. */
const LONGEST = 200

/** Text as it is compared: no case, no accents, single spaces. What is stored and shown stays as it came. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.length > LONGEST ? folded(text) : byWords(text)
}

/** The words of a text as they are compared: letters and digits, whatever stands between them. */
export const foldedWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
