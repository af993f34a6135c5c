import { isPersonName } from './evidence.ts'
import type { Field } from './field.ts'
import { share } from './fits.ts'
import type { Guesses, Seen } from './name-columns.ts'
import { headerWords, isOfNobody, namedFields } from './synonyms.ts'

/**
 * Columns (from 0) about somebody else in the row: `Contacto 2` or `Responsable de compras`, whose name is not taken, and
 * what is numbered or called like it. They reach nobody else.
 */
export function ofOthers(given: Guesses, seen: readonly Seen[]): ReadonlySet<number> {
  const words = seen.map(({ name, nameless }) => (nameless ? [] : headerWords(name).split(' ')))
  const isTaken = (at: number) => given[at] != null && NAMES.has(given[at].field)
  const ofTaken = new Set(words.flatMap((each, at) => (isTaken(at) ? each : [])))
  const marks = new Set(
    seen.flatMap((column, at) => {
      if (given[at] !== null || column.isLeftOut || column.values.length === 0) return []
      const own = words[at] ?? []
      if (isNamed(column)) return own.filter(isNumber)
      return areNames(column) && ofTaken.size > 0
        ? own.filter((word) => word.length > 3 && !ofTaken.has(word) && !ANYBODYS.has(word))
        : []
    }),
  )
  const marked = words.map((each) => each.filter((word) => marks.has(word)))
  const isNumbered = (at: number): boolean =>
    (marked[at]?.some(isNumber) ?? false) && (given[at] != null || namedFields(seen[at]?.name ?? '') !== null)
  const kindOf = (at: number) => KINDS.find((each) => each.has(given[at]?.field ?? 'notes'))
  /** Where nobody else has any of its kind, it may be theirs. */
  const isBesideOwn = (at: number): boolean => {
    const kind = kindOf(at)
    const isLike = (other: number) => kind?.has(given[other]?.field ?? 'notes') && marked[other]?.length === 0
    return kind !== undefined && words.some((_, other) => isLike(other))
  }
  const sure = new Set(words.flatMap((_, at) => (isBesideOwn(at) ? (marked[at] ?? []) : [])))
  const isCalledSo = (at: number): boolean =>
    (marked[at]?.some((word) => sure.has(word)) ?? false) &&
    (given[at] === null ? areNames(seen[at]) : kindOf(at) !== undefined)
  const isOther = (at: number): boolean => isNumbered(at) || isCalledSo(at)
  return new Set(seen.flatMap(({ values }, at) => (values.length > 0 && isOther(at) ? [at] : [])))
}

const NAMES: ReadonlySet<Field> = new Set(['fullName', 'givenName', 'familyName'])
const FIRST: ReadonlySet<Field> = new Set(['fullName', 'givenName'])
const KINDS: readonly ReadonlySet<Field>[] = [
  new Set(['phone', 'mobile']),
  new Set(['email']),
  new Set(['title']),
]
const isNumber = (word: string) => /^[2-9]$/.test(word)
const isNamed = ({ name, nameless }: Seen): boolean =>
  !nameless && (namedFields(name)?.fields.some((field) => FIRST.has(field)) ?? false)
const areNames = (column: Seen | undefined): boolean =>
  column !== undefined &&
  !column.nameless &&
  !isOfNobody(column.name) &&
  share(column.values, isPersonName) >= 0.8 &&
  new Set(column.values).size >= column.values.length * 0.8
/** Words of columns about whoever a row is about. */
const ANYBODYS: ReadonlySet<string> = new Set(
  'contacto contact contato persona person nombre name telefono phone movil mobile celular email mail correo principal trabajo work empresa company directo direct comercial cliente personal otro other numero number responsable completo'.split(
    ' ',
  ),
)

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
