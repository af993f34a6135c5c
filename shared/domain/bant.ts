/** Qualification by phone: PRODUCT.md section 5. A framework is data; BANT is the one that ships first. */
export const ANSWER_STATES = ['not_asked', 'unknown', 'declined', 'answered'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

/** Words of a definition's own; those that ship are in the catalogues. */
export type Label = { es: string; en: string }
export type Grade = {
  id: string
  label?: Label
  /** Whole percent of the criterion's weight, 0-100. */
  worth: number
}
export type Criterion = {
  id: string
  label?: Label
  /** The key that opens its row on the desk. */
  key: string
  grades: readonly Grade[]
  /** Months after which an answer is stale; null = by its date (timeline). */
  staleMonths: number | null
  /** Grades that pass the gate; null when the criterion is no gate. */
  gate: readonly string[] | null
  /** The answer also shows, as stale, on later leads of the person and on colleagues. */
  shared?: true
}
/** Both agree to a definition by name; until then it is a draft (PRODUCT.md section 2). */
export const AGREEING_SIDES = ['marketing', 'sales'] as const
export type AgreeingSide = (typeof AGREEING_SIDES)[number]
/** Who agreed to it, and when, epoch ms. */
type Agreement = { name: string; at: number }
export type Definition = {
  framework: string
  /** Of one that does not ship. */
  name?: string
  criteria: readonly Criterion[]
  /** Whole, summing to 100, by criterion id. */
  weights: Readonly<Record<string, number>>
  /** 0-100. */
  threshold: number
  /** Until both did it is a draft. Kept beside the version, so that a changed one starts anew. */
  agreed: { marketing: Agreement | null; sales: Agreement | null }
  /** The month (1-12) in which the workspace's year of quarters begins, laid over it when it is read; absent = January. */
  quarterStart?: number
}

/** Until marketing and sales both agreed to it by name (PRODUCT.md section 2). */
export const isDraft = ({ agreed }: Pick<Definition, 'agreed'>): boolean =>
  agreed.marketing === null || agreed.sales === null

/** An answer as it stands on a lead. */
export type Answer = {
  criterion: string
  state: AnswerState
  grade: string | null
  /** When it was given or last confirmed as still valid, epoch ms. */
  at: number
  /** Timeline only: the day it is about, `YYYY-MM-DD`. */
  date: string | null
  /** Given on another lead, by a colleague, or in a job they no longer have: counts as stale until confirmed here. */
  borrowed: boolean
}

export const BANT: Definition = {
  framework: 'bant',
  criteria: [
    {
      id: 'budget',
      key: 'B',
      shared: true,
      staleMonths: 6,
      gate: null,
      grades: [
        { id: 'will_buy', worth: 100 },
        { id: 'can_buy', worth: 70 },
        { id: 'may_buy', worth: 35 },
        { id: 'none_committed', worth: 0 },
      ],
    },
    {
      id: 'authority',
      key: 'A',
      staleMonths: 12,
      gate: ['decides', 'names_who_decides'],
      grades: [
        { id: 'decides', worth: 100 },
        { id: 'names_who_decides', worth: 60 },
        { id: 'influences', worth: 40 },
        { id: 'user', worth: 20 },
        { id: 'gatekeeper', worth: 0 },
      ],
    },
    {
      id: 'need',
      key: 'N',
      shared: true,
      staleMonths: 6,
      gate: ['must_have', 'should_have', 'nice_to_have'],
      grades: [
        { id: 'must_have', worth: 100 },
        { id: 'should_have', worth: 70 },
        { id: 'nice_to_have', worth: 35 },
        { id: 'none', worth: 0 },
      ],
    },
    {
      id: 'timeline',
      key: 'T',
      shared: true,
      staleMonths: null,
      gate: null,
      grades: [
        { id: 'now', worth: 100 },
        { id: 'this_quarter', worth: 80 },
        { id: 'next_quarter', worth: 50 },
        { id: 'within_a_year', worth: 25 },
        { id: 'no_date', worth: 0 },
      ],
    },
  ],
  weights: { budget: 25, authority: 25, need: 25, timeline: 25 },
  threshold: 75,
  agreed: { marketing: null, sales: null },
}

/** The weights that ship: even, and the one for sales where the timeline says least. */
export const PRESETS = [
  { budget: 25, authority: 25, need: 25, timeline: 25 },
  { budget: 30, authority: 25, need: 30, timeline: 15 },
] as const satisfies readonly Definition['weights'][]
