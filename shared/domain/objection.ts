import { foldedWords } from '../lib/fold.ts'
import { LANGUAGES, type Language } from './language.ts'

/** Something people say against it, and what we answer. Facts keep only the code, so that words may be mended. */
export type Objection = {
  /** Lower case letters, digits and `_`; never given to anything else. */
  code: string
  label: Readonly<Record<Language, string>>
  answer: Readonly<Record<Language, string>>
  /** No longer offered; what was logged under it still has its name. */
  retired: boolean
}

export const LIBRARY_REFUSALS = ['code-wrong', 'code-twice', 'label-missing', 'answer-missing'] as const
type LibraryRefusal = (typeof LIBRARY_REFUSALS)[number]

const CODE = /^[a-z0-9_]{2,40}$/

/** Why a library can't be saved as it stands; empty when it can. */
export function libraryProblems(library: readonly Objection[]): LibraryRefusal[] {
  const blank = (words: Objection['label']) => LANGUAGES.some((language) => words[language].trim() === '')
  const problems = library.flatMap(({ code, label, answer }, at): LibraryRefusal[] => [
    ...(CODE.test(code) ? [] : (['code-wrong'] as const)),
    ...(library.findIndex((other) => other.code === code) < at ? (['code-twice'] as const) : []),
    ...(blank(label) ? (['label-missing'] as const) : []),
    ...(blank(answer) ? (['answer-missing'] as const) : []),
  ])
  return [...new Set(problems)]
}

/** What was once in the library stays there, retired: a fact must never lose its name. */
export const withRetired = (before: readonly Objection[], after: readonly Objection[]): Objection[] => [
  ...after,
  ...before
    .filter(({ code }) => !after.some((one) => one.code === code))
    .map((gone) => ({ ...gone, retired: true })),
]

/**
 * Those that a few letters find, best first: the label begins so, then a word of it, then its code, then its other
 * language. Every word typed must begin a word. Nothing typed: all of them.
 */
export function findObjections(
  library: readonly Objection[],
  typed: string,
  language: Language,
): readonly Objection[] {
  const wanted = foldedWords(typed)
  const offered = library.filter(({ retired }) => !retired)
  if (wanted.length === 0) return offered
  const ranked = offered.map((one) => ({ one, rank: rankOf(one, wanted, language) }))
  return ranked
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

const NONE = 4

function rankOf({ code, label }: Objection, wanted: readonly string[], language: Language): number {
  const own = foldedWords(label[language])
  const others = LANGUAGES.filter((other) => other !== language).flatMap((other) => foldedWords(label[other]))
  const places = [own.slice(0, 1), own, foldedWords(code), others]
  // Only the first word typed says where it was found; the rest must be somewhere.
  const all = places.flat()
  const isAll = wanted.every((word) => all.some((each) => each.startsWith(word)))
  const at = places.findIndex((words) => words.some((each) => each.startsWith(wanted[0] ?? '')))
  return isAll && at >= 0 ? at : NONE
}
