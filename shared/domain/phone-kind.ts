/** Kinds of numbers; the numbering plan says which, where it knows. */
export const PHONE_TYPES = ['mobile', 'fixed', 'other'] as const
export type PhoneType = (typeof PHONE_TYPES)[number]

/** What is known of a person's number, the best first (PRODUCT.md section 2). */
export const PHONE_STATUSES = ['ok', 'switchboard', 'invalid', 'wrong_person', 'opted_out'] as const
export type PhoneStatus = (typeof PHONE_STATUSES)[number]
