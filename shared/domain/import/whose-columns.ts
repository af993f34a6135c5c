import type { Field } from './field.ts'
import type { Guesses, Seen } from './name-columns.ts'
import { headerWords, namedFields } from './synonyms.ts'

/** `Contacto 2`, whose name is not taken: what is numbered like it is theirs, and reaches nobody else. */
export function withoutOthers(given: Guesses, seen: readonly Seen[]): Guesses {
  const numbers = seen.map(({ name }) => /(?<!\d)[2-9](?!\d)/.exec(headerWords(name))?.[0])
  const others = new Set(
    seen.flatMap(({ name, nameless, values }, index) => {
      const isName = !nameless && (namedFields(name)?.fields.some((field) => FIRST.has(field)) ?? false)
      const number = numbers[index]
      return isName && given[index] === null && values.length > 0 && number ? [number] : []
    }),
  )
  return given.map((guess, index) => (guess && others.has(numbers[index] ?? '') ? null : guess))
}
const FIRST: ReadonlySet<Field> = new Set(['fullName', 'givenName'])

/** The mailbox of whoever works the rows: the same on most of them, where another column of addresses is not. */
export function withoutTeam(given: Guesses, seen: readonly Seen[]): Guesses {
  const isSame = seen.map(({ values }) => values.length > 1 && new Set(values).size <= values.length * SAME)
  return given.map((guess, index) => {
    if (guess?.field !== 'email' || !isSame[index]) return guess
    const isOther = given.some(
      (other, at) => other?.field === 'email' && !isSame[at] && seen[at]?.values.length,
    )
    return isOther ? null : guess
  })
}
const SAME = 0.5
