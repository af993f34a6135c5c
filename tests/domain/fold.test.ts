import fc from 'fast-check'
import { expect, it } from 'vitest'

import { fold } from '#shared/lib/fold'

/** A text folded in one go, as it is meant. */
const whole = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

const letters = fc.constantFrom(..."aAñÑ ÁçＡ９ßΣσİﬁ´·.'-\t\u00a0\u0301\u0308\u3000한각e".split(''))
const word = fc.string({ unit: letters, maxLength: 6 })
const text = fc.oneof(
  fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme' }),
  fc.array(word, { minLength: 40, maxLength: 60 }).map((words) => words.join(' ')),
)

it('folds word by word to what the whole text folds to', () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(fold(text)).toBe(whole(text))
    }),
    { numRuns: 2000 },
  )
  for (const text of ['ΟΔΟΣ ΑΒ', ' Ñ  ñ ', '´ a´ b', 'José\u00a0Luis  PEÑA', '\u0301', ''])
    expect(fold(text)).toBe(whole(text))
})
