import type { Label } from './bant.ts'
import { FLAGS, has, OUTCOME_IDS, type Flag, type OutcomeId } from './outcome.ts'

/** What a team calls its outcomes. Version 0 has none: the words that ship. Flags stay, so reports survive a rename. */
export type OutcomeNames = Readonly<Partial<Record<OutcomeId, Label>>>

export const OUTCOME_NAME_REFUSALS = ['name-missing', 'name-twice'] as const
export type OutcomeNameRefusal = { reason: (typeof OUTCOME_NAME_REFUSALS)[number]; subject: OutcomeId }

/** Two buttons of one name would be two keys for who knows what. Compared within each language. */
export function outcomeNameProblems(names: OutcomeNames): OutcomeNameRefusal[] {
  const named = OUTCOME_IDS.flatMap((id) => (names[id] ? [{ id, label: names[id] }] : []))
  const isTwice = (id: OutcomeId, label: Label) =>
    named.some(
      (other) => other.id !== id && (['es', 'en'] as const).some((of) => same(other.label[of], label[of])),
    )
  return named.flatMap(({ id, label }) => [
    ...(label.es.trim() === '' || label.en.trim() === ''
      ? [{ reason: 'name-missing', subject: id } as const]
      : []),
    ...(isTwice(id, label) ? [{ reason: 'name-twice', subject: id } as const] : []),
  ])
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** What an outcome means, which nobody changes: by it reports count. */
export const flagsOf = (id: OutcomeId): readonly Flag[] => FLAGS.filter((flag) => has(id, flag))
