import { sumOf } from '../lib/sum.ts'
import { THIN } from './metrics.ts'
import { wilson, type Interval } from './wilson.ts'

/** Leads that ended well, out of so many that ended. */
export type Tally = { good: number; n: number }
type Lift = Tally & {
  /** Wilson, 95 %, of the share that ended well. */
  interval: Interval | null
  /** Observed over expected; null when nothing is to be expected. */
  lift: number | null
  /** Byar, 95 %, of the lift. */
  liftInterval: Interval | null
  /** Too few to say anything. */
  thin: boolean
  /** Clearly better or worse than the rest; null when the interval holds 1 or there are too few. */
  verdict: 'above' | 'below' | null
}

const Z = 1.959963984540054

/** Byar's interval of observed over expected, 95 %. Null when nothing is expected. */
export function byar(observed: number, expected: number): Interval | null {
  if (expected <= 0) return null
  const end = (count: number, sign: 1 | -1) =>
    (count * (1 - 1 / (9 * count) + (sign * Z) / (3 * Math.sqrt(count))) ** 3) / expected
  return { low: observed === 0 ? 0 : Math.max(0, end(observed, -1)), high: end(observed + 1, 1) }
}

/** How leads with a value ended beside all of them. */
export function liftOf({ good, n }: Tally, all: Tally): Lift {
  const expected = all.n === 0 ? 0 : (n * all.good) / all.n
  const liftInterval = byar(good, expected)
  const thin = n < THIN
  const side = liftInterval && (liftInterval.low > 1 ? 'above' : liftInterval.high < 1 ? 'below' : null)
  return {
    good,
    n,
    interval: n === 0 ? null : wilson(good / n, n),
    lift: expected > 0 ? good / expected : null,
    liftInterval,
    thin,
    verdict: thin ? null : side,
  }
}

/** A rule with its points: how those ended whom it matches, and those known to be otherwise. */
export type Judged = { points: number; match: Tally; other: Tally }

/**
 * Points as the ends of leads suggest them, by rule; null = stays as it is: too few on a side, or no clear difference.
 * The others share what they have among them by the logarithm of their odds ratio, so that the sum stays the same.
 */
export function suggestPoints(rules: readonly Judged[]): (number | null)[] {
  const worths = rules.map(worthOf)
  const total = sumOf(worths, (worth) => worth ?? 0)
  if (worths.filter((worth) => worth !== null).length < 2 || total === 0) return rules.map(() => null)
  const pot = rules.reduce((total, { points }, at) => total + (worths[at] === null ? 0 : points), 0)
  const exact = worths.map((worth) => (worth === null ? null : (pot * worth) / total))
  const whole = exact.map((share) => (share === null ? null : Math.floor(share)))
  const left = pot - sumOf(whole, (share) => share ?? 0)
  // What rounding leaves goes to those who lost most by it.
  const losers = [...exact.keys()]
    .filter((at) => exact[at] !== null)
    .toSorted((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1))
    .slice(0, left)
  return whole.map((share, at) => (share === null ? null : share + (losers.includes(at) ? 1 : 0)))
}

/** Logarithm of the odds ratio, at least 0; null when there is nothing clear to say. */
function worthOf({ match, other }: Judged): number | null {
  const all = { good: match.good + other.good, n: match.n + other.n }
  if (match.n < THIN || other.n < THIN || liftOf(match, all).verdict === null) return null
  const odds = ({ good, n }: Tally) => (good + 0.5) / (n - good + 0.5)
  return Math.max(0, Math.log(odds(match) / odds(other)))
}
