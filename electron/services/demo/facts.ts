import type {
  answers,
  assignments,
  calls,
  opportunities,
  promises,
  stageChanges,
  suppressions,
  verdicts,
} from '#electron/db/schema/facts'
import type { texts } from '#electron/db/schema/person'
import type { Answer } from '#shared/domain/bant'
import type { Stage } from '#shared/domain/stage'
import type { Market } from './market.ts'
import type { Random } from './random.ts'

/** What the stamp adds when facts are written, in the order they happened. */
type Stamped = 'device' | 'seq' | 'at' | 'offset' | 'clock' | 'ruleVersion' | 'refersTo'
type Rows = {
  calls: typeof calls.$inferInsert
  answers: typeof answers.$inferInsert
  stageChanges: typeof stageChanges.$inferInsert
  promises: typeof promises.$inferInsert
  assignments: typeof assignments.$inferInsert
  suppressions: typeof suppressions.$inferInsert
  opportunities: typeof opportunities.$inferInsert
  verdicts: typeof verdicts.$inferInsert
}
export type FactTable = keyof Rows
export type FactRow<T extends FactTable> = Omit<Rows[T], Stamped>
export type Fact = { [T in FactTable]: { table: T; at: number; row: FactRow<T> } }[FactTable]
type Text = typeof texts.$inferInsert

/** Who tells, and of what time. */
export type Cast = {
  random: Random
  newId: () => string
  /** Epoch ms; nothing is told that has not happened. */
  now: number
  teamLeadId: string
  market: Market
  currency: string
}

export type Hero = {
  leadId: string
  personId: string
  companyId: string | null
  listId: string
  /** The rep who usually calls them. */
  repId: string
  otherReps: readonly string[]
  phoneIds: readonly string[]
  bornAs: Stage
  /** Where they are. */
  zone: string
}

/** What has been told so far of one lead. */
export type Story = {
  hero: Hero
  stage: Stage
  ownerId: string | null
  answers: Map<string, Answer>
  facts: Fact[]
  texts: Text[]
  phones: Map<string, 'invalid' | 'wrong_person'>
}

export const newStory = (hero: Hero): Story => ({
  hero,
  stage: hero.bornAs,
  ownerId: null,
  answers: new Map(),
  facts: [],
  texts: [],
  phones: new Map(),
})

/** Adds a fact, with what was said in words. */
export function tell<T extends FactTable>(
  story: Story,
  table: T,
  at: number,
  row: FactRow<T>,
  words: Readonly<Record<string, string | null>> = {},
): void {
  // A table goes with its row; the compiler cannot follow that through a union.
  story.facts.push({ table, at, row } as unknown as Fact)
  for (const [field, text] of Object.entries(words))
    if (text) story.texts.push({ factId: row.id, field, personId: story.hero.personId, text })
}
