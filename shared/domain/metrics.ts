/** What the figures count: PRODUCT.md section 10. */
export const UNITS = ['people', 'calls'] as const
export type Unit = (typeof UNITS)[number]

/** Cohort: people first dialled in the period, a step counts whenever it came. Period: what happened in it. */
export const BASES = ['cohort', 'period'] as const
export type Basis = (typeof BASES)[number]

/** From call to contract. */
export const STEPS = ['called', 'interested', 'sql', 'accepted', 'opportunity', 'contract'] as const
export type Step = (typeof STEPS)[number]

export const TABLES = ['rep', 'list', 'source'] as const
export type TableBy = (typeof TABLES)[number]

/** Everything that opens its rows. The steps follow the unit; the others are calls, or leads for the last two. */
export const FIGURES = [
  ...STEPS,
  'dials',
  'connects',
  'conversations',
  'interestedCalls',
  'withPerson',
  'unknownTalk',
  'dialledArrivals',
  'neverDialled',
] as const
export type Figure = (typeof FIGURES)[number]
