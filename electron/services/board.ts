import type * as z from 'zod'

import type { board } from '#shared/contract/card'
import { isDraft } from '#shared/domain/bant'
import { questionFor } from '#shared/domain/script'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import type { Case } from './facts.ts'
import { currentRules, frameworks } from './rules.ts'
import { scriptFor } from './script.ts'

type Board = z.output<typeof board>

/** The board as the call screen shows it: points and grades as of now, words and names beside them. */
export function boardView(tx: Db, { rules, board, given, row, leadId }: Case): Board {
  const { script, language } = scriptFor(tx, row)
  const { framework, criteria, weights, threshold, agreed, quarterStart = 1 } = rules.definition
  const inForce = currentRules(tx, row.list.id).definition.framework
  const names = new Map(allReps(tx).map(({ id, name }) => [id, name]))
  return {
    framework,
    frameworks: frameworks(tx),
    inForce,
    version: rules.definitionVersion,
    draft: isDraft({ agreed }),
    threshold,
    quarterStart,
    criteria: criteria.map(({ id, key, grades, gate, label }) => ({
      id,
      key,
      gate: gate && [...gate],
      weight: weights[id] ?? 0,
      grades: grades.map(({ id, worth }) => ({ id, worth })),
      question: askedBy(questionFor(script, language, id), id, label?.[language]),
    })),
    answers: board.lines.flatMap(({ criterion, standing, grade }) => {
      const fact = given.get(criterion.id)
      if (!fact) return []
      const { state, at, date, amountMinor, currency, evidence } = fact
      return [
        {
          criterion: criterion.id,
          state,
          grade,
          at,
          by: names.get(fact.repId) ?? '',
          stale: standing === 'stale',
          date,
          amountMinor,
          currency,
          evidence,
          from: fact.leadId === leadId ? null : fact.name,
        },
      ]
    }),
    now: board.now,
    possible: board.possible,
    failedGates: [...board.failedGates],
    nextBest: board.nextBest,
  }
}

/** One of the team's own that the script does not ask is asked by its name. */
const askedBy = (question: string, id: string, name: string | undefined): string =>
  question === id && name ? name : question
