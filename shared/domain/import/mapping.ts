import { dateOrderOf, type DecidedOrder } from './date-order.ts'
import { looksLikeDate, looksLikeEmail, looksLikePhone, looksLikeWebsite } from './looks.ts'
import { sensitiveOf } from './sensitive.ts'
import { fieldOfHeader, headerWords } from './synonyms.ts'
import type { Field, SensitiveReason, SuggestionReason } from './field.ts'

export type Column = {
  index: number
  header: string
  nameless: boolean
  empty: boolean
  samples: string[]
  suggestion: { field: Field; reason: SuggestionReason } | null
  sensitive: SensitiveReason | null
  dates: DecidedOrder | null
}
type Guess = { field: Field; reason: SuggestionReason; weight: number }

/** Fields that several columns may fill. */
const MANY: ReadonlySet<Field> = new Set(['email', 'phone', 'mobile', 'notes'])
const SAMPLES = 5

/**
 * What each column is probably about, by its name and by what stands in the first rows; each field at most once, save
 * for those of which a person has several. `country` (ISO) settles the order of dates that nothing else does.
 */
export function suggestColumns(
  header: readonly { name: string; nameless: boolean }[],
  rows: readonly (readonly string[])[],
  country: string,
): Column[] {
  const cells = header.map((_, index) =>
    rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== ''),
  )
  const guesses = header.map(({ name, nameless }, index) =>
    guess(name, nameless, cells[index] ?? [], rows.length),
  )
  const given = distribute(guesses)
  return header.map(({ name, nameless }, index) => {
    const values = cells[index] ?? []
    const sensitive = sensitiveOf(name, values)
    const field = sensitive ? null : wholeName(given, guesses, index, values)
    return {
      index,
      header: name,
      nameless,
      empty: values.length === 0,
      samples: [...new Set(values)].slice(0, SAMPLES),
      suggestion: field && { field: field.field, reason: field.reason },
      sensitive,
      dates: share(values, looksLikeDate) > 0.5 ? dateOrderOf(values, country) : null,
    }
  })
}

function guess(name: string, nameless: boolean, values: readonly string[], rows: number): Guess | null {
  const named = nameless ? null : fieldOfHeader(name)
  if (named && FITS[named.field]?.(values, rows) !== false)
    return { field: named.field, reason: 'header', weight: named.exact ? 3 : 2 }
  if (!nameless && headerWords(name).endsWith(' id') && isKey(values, rows))
    return { field: 'externalId', reason: 'header', weight: 1.5 }
  const seen = BY_CONTENT.find(({ looks }) => share(values, looks) >= 0.8)
  return seen ? { field: seen.field, reason: 'content', weight: 1 } : null
}

const BY_CONTENT: readonly { field: Field; looks: (cell: string) => boolean }[] = [
  { field: 'email', looks: looksLikeEmail },
  { field: 'website', looks: looksLikeWebsite },
  { field: 'phone', looks: looksLikePhone },
]

const share = (values: readonly string[], looks: (cell: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(looks).length / values.length

/** There on nearly every row and never twice. */
const isKey = (values: readonly string[], rows: number): boolean =>
  values.length >= rows * 0.95 && new Set(values).size >= values.length * 0.98

/** What must not be against it in the cells, whatever the header says. An empty column contradicts nothing. */
const FITS: Partial<Record<Field, (values: readonly string[], rows: number) => boolean>> = {
  externalId: isKey,
  email: (values) => values.length === 0 || share(values, (cell) => cell.includes('@')) >= 0.3,
  phone: (values) => values.length === 0 || share(values, hasDigits) >= 0.3,
  mobile: (values) => values.length === 0 || share(values, hasDigits) >= 0.3,
  arrivedAt: (values) => values.length === 0 || share(values, (cell) => /\d/.test(cell)) >= 0.5,
}
const hasDigits = (cell: string) => cell.replace(/\D/g, '').length >= 6

/** Each field to the column that says it best; the first of equals. */
function distribute(guesses: readonly (Guess | null)[]): (Guess | null)[] {
  return guesses.map((mine, index) => {
    if (!mine || MANY.has(mine.field)) return mine
    const better = guesses.some(
      (other, at) =>
        other?.field === mine.field &&
        (other.weight > mine.weight || (other.weight === mine.weight && at < index)),
    )
    return better ? null : mine
  })
}

/** "Nombre" without a column of surnames, and with several words in its cells, is the whole name. */
function wholeName(
  given: readonly (Guess | null)[],
  guesses: readonly (Guess | null)[],
  index: number,
  values: readonly string[],
): Guess | null {
  const mine = given[index] ?? null
  if (mine?.field !== 'givenName' || guesses.some((guess) => guess?.field === 'familyName')) return mine
  if (given.some((guess) => guess?.field === 'fullName')) return mine
  return share(values, (cell) => /\S\s+\S/.test(cell)) >= 0.5 ? { ...mine, field: 'fullName' } : mine
}
