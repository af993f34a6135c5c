import { sumOf } from '../lib/sum.ts'
import type { Exit } from './reason.ts'
import { ruleIn, SHIPPED_RULES, type ReasonRules } from './reason-set.ts'
import { wilson, type Interval } from './wilson.ts'

/** Leads of one list that stand closed for one reason. */
export type ClosedOnList = {
  listId: string
  reason: string
  /** Closed by a call or by hand, and how often they had been dialled. */
  closed: number
  dials: number
  /** Came back while the reason held, and were closed again without a call. */
  returned: number
  /** Of all of them: wake up, or stop holding, within 30 days. */
  waking: number
}
export type Looked = { reason: string; looked: number; agreed: number }

type ExitFigures = {
  reason: string
  exit: Exit
  closed: number
  /** Dials a lead; null = nobody was closed for it by a call. */
  mean: number | null
  returned: number
  /** PRODUCT.md section 8, an estimate: what came back, times the list's mean of dials a lead closed for that reason. */
  saved: number
  waking: number
  looked: number
  agreed: number
  interval: Interval | null
}

/** One line a reason, those that closed most first. A list in which nobody was dialled for it saves nothing that is known. */
export function exitFigures(
  rows: readonly ClosedOnList[],
  looks: readonly Looked[],
  rules: ReasonRules = SHIPPED_RULES,
): ExitFigures[] {
  return [...Map.groupBy(rows, ({ reason }) => reason)]
    .map(([reason, lists]): ExitFigures => {
      const [closed, dials] = [sumOf(lists, (row) => row.closed), sumOf(lists, (row) => row.dials)]
      const { looked = 0, agreed = 0 } = looks.find((each) => each.reason === reason) ?? {}
      return {
        reason,
        exit: ruleIn(rules, reason).exit,
        closed,
        mean: closed === 0 ? null : dials / closed,
        returned: sumOf(lists, (row) => row.returned),
        saved: sumOf(lists, (row) => (row.closed === 0 ? 0 : (row.returned * row.dials) / row.closed)),
        waking: sumOf(lists, (row) => row.waking),
        looked,
        agreed,
        interval: looked === 0 ? null : wilson(agreed / looked, looked),
      }
    })
    .toSorted((a, b) => b.closed + b.returned - (a.closed + a.returned) || (a.reason < b.reason ? -1 : 1))
}

/** So many of them by lot: the same ones for the same seed, whatever order they come in. */
export function drawn<T>(all: readonly T[], idOf: (one: T) => string, seed: string, most: number): T[] {
  return all
    .map((one) => ({ one, lot: lotOf(`${seed} ${idOf(one)}`), id: idOf(one) }))
    .toSorted((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one)
}

/** FNV-1a, and the avalanche of murmur3: neighbouring ids draw far from each other. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
