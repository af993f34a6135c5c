import { countryOfCode } from '../phone-fast.ts'
import { asMeant, emptyBy } from './cell.ts'
import { isCompanyName } from './company-name.ts'
import { dateOrderOf, type DecidedOrder } from './date-order.ts'
import { evidenceOf } from './evidence.ts'
import { fits, isKey, share } from './fits.ts'
import { looksLikeDate } from './looks.ts'
import { withNames, type Guess } from './name-columns.ts'
import { withoutAreas } from './prefix-columns.ts'
import { sensitiveOf } from './sensitive.ts'
import { headerWords, isOfNobody, namedFields, saysPrefix, type Named } from './synonyms.ts'
import type { Field, SensitiveReason, SuggestionReason } from './field.ts'
import { EMPTY_WORDS } from './text.ts'
import { ofOthers, withoutTeam } from './whose-columns.ts'
import { saysCallWish, WISH_FIELDS, wishAsked, wishOf, type WishIs } from './wish.ts'

/** `share`: whole percent of the cells that look so, by content; null when the header says it. */
type Suggestion = {
  field: Field
  reason: SuggestionReason
  share: number | null
  /** Of a column of wishes. */
  wishIs: WishIs | null
}
export type Column = {
  index: number
  header: string
  nameless: boolean
  empty: boolean
  samples: string[]
  suggestion: Suggestion | null
  /** What stands in it, commonest first; null where it is too much to be a set of options. */
  values: { cell: string; times: number }[] | null
  sensitive: SensitiveReason | null
  /** About somebody else in the row than whom the row is about. */
  isOfAnother: boolean
  dates: DecidedOrder | null
}
type Heading = { name: string; nameless: boolean }

/** Fields that several columns may fill. */
const MANY: ReadonlySet<Field> = new Set([
  'email',
  'phone',
  'mobile',
  'notes',
  'familyName',
  'stage',
  ...WISH_FIELDS,
])
const WEIGHTS: Readonly<Record<Named['says'], number>> = {
  exact: 3,
  generic: 2.5,
  part: 2,
  second: 1.9,
  more: 1.9,
  vague: 1.8,
}
const SAMPLES = 5
const isNoAnswer = emptyBy(EMPTY_WORDS)
const MOST_OPTIONS = 40
const LONGEST_OPTION = 60

/**
 * What each column is probably about, by its name and by what stands in the first rows; each field at most once, save
 * for those of which a person has several. `country` (ISO) settles the order of dates that nothing else does.
 */
export function suggestColumns(
  header: readonly Heading[],
  rows: readonly (readonly string[])[],
  country: string,
): Column[] {
  const cells = header.map((_, index) =>
    rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== ''),
  )
  const said = cells.map((values) => values.filter((cell) => !isNoAnswer(cell)).map(asMeant))
  const sensitive = header.map(({ name }, index) => sensitiveOf(name, said[index] ?? []))
  const guesses = header.map((named, index) =>
    sensitive[index] ? null : guess(named, said[index] ?? [], rows.length, country),
  )
  const seen = header.map((named, index) => ({
    ...named,
    isLeftOut: sensitive[index] != null,
    values: said[index] ?? [],
  }))
  const placed = withoutAreas(distribute(guesses), seen, rows, country)
  const named = withNames(placed, seen, rows.length)
  const others = ofOthers(named, seen)
  const given = withoutTeam(
    named.map((guess, index) => (others.has(index) ? null : guess)),
    seen,
  )
  return header.map(({ name, nameless }, index) => {
    const values = cells[index] ?? []
    const found = given[index] ?? null
    return {
      index,
      header: name,
      nameless,
      empty: values.length === 0,
      samples: [...new Set(values)].slice(0, SAMPLES),
      suggestion: found && {
        field: found.field,
        reason: found.reason,
        share: found.share,
        wishIs: found.wishIs ?? (isWishField(found.field) ? 'yes' : null),
      },
      values: optionsOf(values),
      sensitive: sensitive[index] ?? null,
      isOfAnother: others.has(index),
      dates: share(values, looksLikeDate) > 0.5 ? dateOrderOf(values, country) : null,
    }
  })
}

function guess(
  { name, nameless }: Heading,
  values: readonly string[],
  rows: number,
  country: string,
): Guess | null {
  const named = nameless ? null : namedFields(name)
  const field = named?.fields.find(
    (each) => fits(each, values, rows) || (each === 'country' && arePrefixes(name, values)),
  )
  const wish = wishIn({ name, nameless }, values, field ?? null)
  if (wish) return wish
  if (named && field) {
    // A column that holds nothing gives way to any other.
    const isTeams = field === 'fullName' && values.length > 1 && new Set(values).size === 1
    const weight = WEIGHTS[named.says] / (values.length === 0 ? 100 : isTeams ? 2 : 1)
    return { field, reason: 'header', share: null, weight, isMore: named.says === 'more' }
  }
  // `Título` of accounts: what has the names of companies in it is no job.
  if (named?.fields.includes('title') && share(values, isCompany) >= 0.5)
    return {
      field: 'company',
      reason: 'content',
      share: Math.round(share(values, isCompany) * 100),
      weight: 1,
    }
  const isOther = !nameless && isOfNobody(name)
  if (!nameless && !isOther && /(?:^| )id$/.test(headerWords(name)) && isKey(values, rows))
    return { field: 'externalId', reason: 'header', share: null, weight: 1.5 }
  const seen = evidenceOf(values, rows, { nameless, country })
  if (seen === null || (isOther && NEEDS_A_NAME.has(seen.field))) return null
  return { ...seen, reason: 'content', weight: 1 }
}

const isCompany = (cell: string): boolean => isCompanyName(cell, '')

const arePrefixes = (name: string, values: readonly string[]): boolean =>
  saysPrefix(name) && share(values, (cell) => countryOfCode(cell, true) !== null) >= 0.5

const LIKE_ANSWERS = 0.5
/** What other fields a column may be about and still have it said in its cells that somebody must not be called. */
const BESIDE: ReadonlySet<Field | null> = new Set([null, 'notes', ...WISH_FIELDS])

/** The most dangerous thing to overlook: a header that asks for it, or any cell that says it. */
function wishIn({ name, nameless }: Heading, values: readonly string[], field: Field | null): Guess | null {
  if (!BESIDE.has(field)) return null
  const asked = nameless ? null : wishAsked(name)
  const answers = share(values, (cell) => wishOf(cell, 'yes') !== null)
  // A question without answers may ask anything.
  if (asked && (asked.wishIs === 'yes' || (values.length > 0 && answers >= LIKE_ANSWERS)))
    return { ...asked, reason: 'header', share: null, weight: WEIGHTS.exact }
  const said = share(values, saysCallWish)
  if (said === 0 || isWishField(field)) return null
  return {
    field: 'doNotCall',
    reason: 'content',
    share: Math.max(1, Math.round(said * 100)),
    weight: 1,
    wishIs: 'words',
  }
}

const isWishField = (field: Field | null): boolean => WISH_FIELDS.some((wish) => wish === field)

/** What is in the cells of a column that is said to be about something else is not told by them alone. */
const NEEDS_A_NAME: ReadonlySet<Field> = new Set(['externalId', 'country', 'website', 'phone', 'email'])

/** Each field to the column that says it best; the first of equals. */
function distribute(guesses: readonly (Guess | null)[]): (Guess | null)[] {
  return guesses.map((mine, index) => {
    if (!mine || mine.isMore || MANY.has(mine.field)) return mine
    const better = guesses.some(
      (other, at) =>
        other?.field === mine.field &&
        (other.weight > mine.weight || (other.weight === mine.weight && at < index)),
    )
    return better ? null : mine
  })
}

function optionsOf(values: readonly string[]): Column['values'] {
  const times = new Map<string, number>()
  for (const cell of values) {
    times.set(cell, (times.get(cell) ?? 0) + 1)
    if (times.size > MOST_OPTIONS || cell.length > LONGEST_OPTION) return null
  }
  return [...times].map(([cell, count]) => ({ cell, times: count })).toSorted((a, b) => b.times - a.times)
}
