/** How a list of leads can be ordered. Blank values stand last in either direction. */
export const LEAD_SORTS = [
  'newest',
  'name',
  'company',
  'stage',
  'arrived',
  'lastDial',
  'attempts',
  'dials',
  'fit',
  'bant',
] as const
export type LeadSort = (typeof LEAD_SORTS)[number]

/** The columns that a list can show, in the order they are offered; the name is always there. */
export const LEAD_COLUMNS = [
  'name',
  'company',
  'title',
  'phone',
  'email',
  'stage',
  'reason',
  'list',
  'source',
  'campaign',
  'owner',
  'next',
  'dials',
  'attempts',
  'lastDial',
  'lastOutcome',
  'fit',
  'bant',
  'arrived',
  'wakes',
  'country',
  'city',
] as const
export type LeadColumn = (typeof LEAD_COLUMNS)[number]

/** A column of the file that no field took: its header follows. */
export const EXTRA = 'extra:'

export const FIRST_COLUMNS: readonly LeadColumn[] = [
  'name',
  'company',
  'phone',
  'stage',
  'list',
  'next',
  'dials',
  'lastDial',
  'fit',
]

/** The order one expects at the first press: best, latest and most first; words from A. */
export const startsDescending = (sort: LeadSort): boolean => !['name', 'company', 'stage'].includes(sort)
