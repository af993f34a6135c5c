import { fold } from '../../lib/fold.ts'
import { isCompanyName } from './company-name.ts'
import { evidenceOf } from './evidence.ts'
import type { Field, SuggestionReason } from './field.ts'
import { areNamesOrNothing, fits, share } from './fits.ts'
import { isOfNobody, namedFields } from './synonyms.ts'
import type { WishIs } from './wish.ts'

/** What a column may be; `weight`: how much speaks for it. */
export type Guess = {
  field: Field
  reason: SuggestionReason
  /** Whole percent of the cells that look so, by content. */
  share: number | null
  weight: number
  wishIs?: WishIs
  /** It goes on with what another column begins. */
  isMore?: boolean
}
/** A column, and all that stands in it; `isLeftOut`: nothing is suggested for it. */
export type Seen = { name: string; nameless: boolean; isLeftOut: boolean; values: readonly string[] }
export type Guesses = readonly (Guess | null)[]

const NAMES: ReadonlySet<Field> = new Set(['fullName', 'givenName', 'familyName'])
const REACH: ReadonlySet<Field> = new Set(['email', 'phone', 'mobile'])

/** Who the rows are about is told by all columns together, and not by each alone. */
export function withNames(guesses: Guesses, seen: readonly Seen[], rows: number): Guesses {
  const told = asWhole(
    byContent(besideOthers(besideItsPart(ofCompanies(guesses, seen), seen), seen, rows), seen, rows),
    seen,
  )
  return told.map((_, index) => asName(told, index, seen))
}

/** "Nombre" of companies beside the names of their people is the company, and no part of a name. */
function ofCompanies(guesses: Guesses, seen: readonly Seen[]): Guesses {
  const isOf = guesses.map(
    (guess, at) =>
      guess !== null &&
      NAMES.has(guess.field) &&
      share(seen[at]?.values ?? [], (cell) => isCompanyName(cell, '')) >= 0.5,
  )
  const isNamed = guesses.some((guess, at) => guess && NAMES.has(guess.field) && !isOf[at])
  if (!isNamed) return guesses
  let isFree = guesses.every((guess) => guess?.field !== 'company')
  return guesses.map((guess, at) => {
    if (guess === null || !isOf[at]) return guess
    const company = isFree ? { ...guess, field: 'company' as const } : null
    isFree = false
    return company
  })
}

/** "Nombre" beside "Apellidos" is its part however often the same ones come: first names repeat, and lists are sorted. */
function besideItsPart(guesses: Guesses, seen: readonly Seen[]): Guesses {
  const has = (field: Field) => guesses.some((guess) => guess?.field === field)
  if (has('fullName') || has('givenName') === has('familyName')) return guesses
  const field = has('givenName') ? 'familyName' : 'givenName'
  const at = seen.findIndex(({ name, nameless, isLeftOut, values }, index) => {
    const named = nameless || isLeftOut || guesses[index] ? null : namedFields(name)
    return (
      named?.fields.some((each) => each === field || each === 'fullName') &&
      values.length > 0 &&
      areNamesOrNothing(values)
    )
  })
  return guesses.map((guess, index) =>
    index === at ? { field, reason: 'header', share: null, weight: 1 } : guess,
  )
}

/** Where nothing else says who a number is of, what is "title" of each is what it is called: places as maps list them. */
function asWhole(guesses: Guesses, seen: readonly Seen[]): Guesses {
  const has = (fields: ReadonlySet<Field>) => guesses.some((guess) => guess && fields.has(guess.field))
  if (has(NAMES) || has(COMPANY) || has(EMAIL) || !has(REACH)) return guesses
  return guesses.map((guess, at) => {
    const values = seen[at]?.values ?? []
    const isUnlike = values.length > 1 && new Set(values).size >= values.length * 0.9
    return guess?.field === 'title' && isUnlike ? { ...guess, field: 'company', reason: 'content' } : guess
  })
}
const COMPANY: ReadonlySet<Field> = new Set(['company'])
const EMAIL: ReadonlySet<Field> = new Set(['email'])

/** "Cliente" is a company where somebody's name stands beside it. */
function besideOthers(guesses: Guesses, seen: readonly Seen[], rows: number): Guesses {
  const isVague = seen.map(({ name, nameless }) => !nameless && namedFields(name)?.says === 'vague')
  const isNamed = guesses.some((guess, index) => guess && NAMES.has(guess.field) && !isVague[index])
  let isFree = guesses.every((guess) => guess?.field !== 'company')
  return guesses.map((guess, index) => {
    const isOpen = guess === null || guess.field === 'fullName'
    if (!isVague[index] || !isNamed || !isOpen || seen[index]?.isLeftOut) return guess
    if (!isFree) return null
    const values = seen[index]?.values ?? []
    // A name that is shown is their own.
    const names = wordsIn(guesses, seen, NAMES, index)
    if (!fits('company', values, rows) || share(values, (cell) => isOf(names, cell)) >= 0.5) return null
    isFree = false
    return { field: 'company', reason: 'header', share: null, weight: 1 }
  })
}

/** No header is understood as a name, in whatever language it is: where rows can be reached, what looks like names is. */
function byContent(guesses: Guesses, seen: readonly Seen[], rows: number): Guesses {
  const has = (fields: ReadonlySet<Field>) => guesses.some((guess) => guess && fields.has(guess.field))
  if (has(NAMES) || !has(REACH)) return guesses
  const isTaken = new Set(guesses.flatMap((guess) => (guess ? [guess.field] : [])))
  return guesses.map((guess, index) => {
    const { name = '', nameless = true, isLeftOut = true, values = [] } = seen[index] ?? {}
    if (guess || isLeftOut || (!nameless && (isOfNobody(name) || namedFields(name)))) return guess
    const found = evidenceOf(values, rows, { nameless: true })
    if (found === null || !BY_CONTENT.has(found.field) || isTaken.has(found.field)) return null
    isTaken.add(found.field)
    return { ...found, reason: 'content', weight: 1 }
  })
}
const BY_CONTENT: ReadonlySet<Field> = new Set(['fullName', 'company'])

const hasWords = (cell: string) => /\S\s+\S/.test(cell)
const wordsOf = (cell: string) => fold(cell).split(' ')

/** All words of the columns of some fields, folded. */
function wordsIn(guesses: Guesses, seen: readonly Seen[], fields: ReadonlySet<Field>, but: number) {
  const others = seen.filter((_, at) => at !== but && fields.has(guesses[at]?.field ?? 'notes'))
  return new Set(others.flatMap(({ values }) => values.flatMap(wordsOf)))
}
const isOf = (words: ReadonlySet<string>, cell: string) => wordsOf(cell).every((word) => words.has(word))
const hasOf = (words: ReadonlySet<string>, cell: string) => wordsOf(cell).some((word) => words.has(word))

/** "Nombre" alone, of several words, is the whole name; "Name" beside "Surname" is the first one. */
function asName(given: Guesses, index: number, seen: readonly Seen[]): Guess | null {
  const mine = given[index] ?? null
  const values = seen[index]?.values ?? []
  const has = (field: Field) => given.some((guess) => guess?.field === field)
  if (mine?.field === 'givenName' && !has('familyName') && !has('fullName'))
    return share(values, hasWords) >= 0.5 ? { ...mine, field: 'fullName' } : mine
  // "Name" beside "Surname" is the first one, "NOM" beside "Prénom" the last: unless it has both in it.
  const isPart = mine?.field === 'fullName' && has('givenName') !== has('familyName')
  if (!isPart) return mine
  const parts = wordsIn(given, seen, PARTS, index)
  if (share(values, (cell) => hasOf(parts, cell)) >= 0.5) return mine
  return { ...mine, field: has('givenName') ? 'familyName' : 'givenName' }
}
const PARTS: ReadonlySet<Field> = new Set(['givenName', 'familyName'])
