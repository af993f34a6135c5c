import { memo } from './memo.ts'

/** Nothing in it that folding would change but capitals. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

const folded = memo((text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim(),
)

/** Text as it is compared: no case, no accents, single spaces. What is stored and shown stays as it came. */
export const fold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : folded(text))
