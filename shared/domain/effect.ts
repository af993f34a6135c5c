/** How a lead would stand under other rules: fit before and after, and whether it passes the MQL gate. */
export type Moved = { before: number; after: number; wasMql: boolean; isMql: boolean }

/** What another profile would come to; effects of parts of the leads add up. */
export type Effect = {
  up: number
  down: number
  same: number
  /** MQL by the gate under the present rules, and under the others. */
  mqlBefore: number
  mqlAfter: number
}
export const NO_EFFECT: Effect = { up: 0, down: 0, same: 0, mqlBefore: 0, mqlAfter: 0 }

export function effectOf(moves: readonly Moved[]): Effect {
  const count = (test: (move: Moved) => boolean) => moves.filter(test).length
  return {
    up: count(({ before, after }) => after > before),
    down: count(({ before, after }) => after < before),
    same: count(({ before, after }) => after === before),
    mqlBefore: count(({ wasMql }) => wasMql),
    mqlAfter: count(({ isMql }) => isMql),
  }
}

export const addEffects = (a: Effect, b: Effect): Effect => ({
  up: a.up + b.up,
  down: a.down + b.down,
  same: a.same + b.same,
  mqlBefore: a.mqlBefore + b.mqlBefore,
  mqlAfter: a.mqlAfter + b.mqlAfter,
})
