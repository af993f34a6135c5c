/** The queue's order: PRODUCT.md section 7. */
export const BUCKETS = ['promise', 'hot', 'retry', 'new', 'review'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Why a lead waits. Calling windows are not here: they close for a whole calendar at once. */
export const WAITS = [
  'promise',
  'follow_up',
  'cool_down',
  'cap_person',
  'cap_company',
  'cap_number',
  'nurture',
  'review',
  'other_list',
  'snoozed',
  'no_number',
] as const
export type Wait = (typeof WAITS)[number]
