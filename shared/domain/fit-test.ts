import { fold } from '../lib/fold.ts'
import { parseDecimal } from './import/decimal.ts'

/** What a rule may ask of a value. Without one, a field is asked in its own way (`OWN` in fit.ts). */
export const FIT_TESTS = ['equals', 'in', 'between', 'contains', 'matches', 'known'] as const
export type FitTest = (typeof FIT_TESTS)[number]
/** Ways of single fields: a size lies in a band, a title has whole words. */
export type OwnTest = 'in' | 'band' | 'words'

type Holds = (value: string) => boolean
type Test = {
  /** Targets are read once, then asked of many values. */
  of: (targets: readonly string[]) => Holds
  /** False for a target that could never be met as it is written. */
  reads: (target: string) => boolean
}

const any = (target: string) => target.trim() !== ''

export const TESTS: Readonly<Record<FitTest | OwnTest, Test>> = {
  equals: { of: ([target = '']) => sameAs([target]), reads: any },
  in: { of: (targets) => sameAs(targets), reads: any },
  between: { of: (targets) => someOf(targets.map((target) => inRange(rangeOf(target)))), reads: isRange },
  contains: {
    of: (targets) => folded(targets, (value, target) => value.includes(target)),
    reads: any,
  },
  matches: { of: (targets) => folded(targets, hasShape), reads: isPattern },
  known: { of: () => () => true, reads: any },
  band: { of: (targets) => someOf(targets.map((target) => inRange(bandOf(target)))), reads: any },
  words: {
    of: (targets) => {
      const wanted = targets.map((target) => ` ${wordsOf(target)} `)
      return (value) => {
        const words = ` ${wordsOf(value)} `
        return wanted.some((target) => words.includes(target))
      }
    },
    reads: any,
  },
}

const someOf =
  (holds: readonly Holds[]): Holds =>
  (value) =>
    holds.some((one) => one(value))

function sameAs(targets: readonly string[]): Holds {
  const wanted = new Set(targets.map(fold))
  return (value) => wanted.has(fold(value))
}

function folded(targets: readonly string[], test: (value: string, target: string) => boolean): Holds {
  const wanted = targets.map(fold)
  return (value) => {
    const seen = fold(value)
    return wanted.some((target) => test(seen, target))
  }
}

/** Whole words, so that "director" is found in "Director de operaciones" and "ti" is not in "Martín". */
const wordsOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Both ends count; null is open. */
type Range = { from: string | null; to: string | null }

/** `10..49`, `10..`, `..49`, of numbers or of days (`2026-01-31`); null when it is none. */
function rangeOf(target: string): Range | null {
  const [from, to, more] = target.split('..').map((end) => end.trim() || null)
  return to === undefined || more !== undefined || (from === null && to === null)
    ? null
    : { from: from ?? null, to }
}

function isRange(target: string): boolean {
  const range = rangeOf(target)
  const ends = [range?.from, range?.to].filter((end) => end != null)
  const known = ends.map(keyOf)
  const [from, to] = known
  if (ends.length === 0 || known.includes(null)) return false
  return from == null || to == null || (typeof from === typeof to && from <= to)
}

/** A band is `10-49`, `250+` or one number. */
function bandOf(target: string): Range | null {
  const [, from, plus, to] = /^(\d+)(\+)?(?:-(\d+))?$/.exec(target.replace(/\s/g, '')) ?? []
  return from === undefined ? null : { from, to: plus === undefined ? (to ?? from) : null }
}

function inRange(range: Range | null): Holds {
  if (range === null) return () => false
  const [from, to] = [range.from, range.to].map((end) => end && keyOf(end))
  return (value) => {
    const key = keyOf(value)
    if (key === null) return false
    const isKind = [from, to].every((end) => end === null || typeof end === typeof key)
    return isKind && (from == null || key >= from) && (to == null || key <= to)
  }
}

/** What is compared: a day as text, which sorts by time, or a number. */
const keyOf = (value: string): string | number | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(value.trim())?.[0] ?? parseDecimal(value)

const LONGEST_PATTERN = 100
function isPattern(target: string): boolean {
  return target.length <= LONGEST_PATTERN && /[^*?\s]/.test(target)
}

/**
 * The whole value has the pattern's shape: `*` is anything, `?` one character. Two marks walk along the texts and the
 * last star takes one character more when they differ, so that no pattern takes longer than the product of the lengths.
 */
export function hasShape(value: string, pattern: string): boolean {
  let [at, mark, star, resumed] = [0, 0, -1, 0]
  while (at < value.length) {
    if (pattern[mark] === '*') {
      star = mark++
      resumed = at
    } else if (mark < pattern.length && (pattern[mark] === '?' || pattern[mark] === value[at])) {
      at++
      mark++
    } else if (star >= 0) {
      mark = star + 1
      at = ++resumed
    } else return false
  }
  while (pattern[mark] === '*') mark++
  return mark === pattern.length
}
