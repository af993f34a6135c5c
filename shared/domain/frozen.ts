import type { Answer, Definition } from './bant.ts'
import type { AnswerStanding, BoardNow } from './board.ts'

/** The board as it stood when a lead changed stage, kept with the change: PRODUCT.md section 5. Hundredths. */
export type Frozen = {
  framework: string
  /** Rule version that weights and threshold are of; 0 = as shipped. */
  version: number
  weights: Readonly<Record<string, number>>
  threshold: number
  now: number
  possible: number
  /** 0-10000. */
  fit: number
  answers: readonly (Pick<Answer, 'criterion' | 'state' | 'at' | 'date'> & {
    grade: string | null
    standing: AnswerStanding
  })[]
}

/** Answers that were never asked are left out: blank is never zero. `fit` in whole hundredths. */
export function freeze(definition: Definition, version: number, board: BoardNow, fit: number): Frozen {
  const { framework, weights, threshold } = definition
  return {
    framework,
    version,
    weights,
    threshold,
    now: board.now,
    possible: board.possible,
    fit,
    answers: board.lines.flatMap(({ answer, grade, standing }) => {
      if (!answer) return []
      const { criterion, state, at, date } = answer
      return [{ criterion, state, at, date, grade, standing }]
    }),
  }
}
