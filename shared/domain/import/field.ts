import { SIGNAL_KINDS } from '../profile.ts'

/** What a column of a file can be about. The last ones are what a lead did: a date, a yes or a count. */
export const FIELDS = [
  'externalId',
  'fullName',
  'givenName',
  'familyName',
  'title',
  'company',
  'industry',
  'employees',
  'website',
  'email',
  'phone',
  'mobile',
  'country',
  'province',
  'city',
  'postalCode',
  'source',
  'campaign',
  'stage',
  'owner',
  'arrivedAt',
  'updatedAt',
  'doNotCall',
  'doNotEmail',
  'basis',
  'basisOn',
  'basisProof',
  'language',
  'notes',
  ...SIGNAL_KINDS,
] as const
export type Field = (typeof FIELDS)[number]

/** Why a field was suggested: its header says so, or what stands in its cells. */
export const SUGGESTION_REASONS = ['header', 'content'] as const
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number]

/** What is left out unless somebody ticks it (PRODUCT.md section 11). */
export const SENSITIVE_REASONS = ['national_id', 'bank_account', 'birth_date', 'own_column'] as const
export type SensitiveReason = (typeof SENSITIVE_REASONS)[number]

/** What an update does where the person already has a value; `newest`: whichever was written later. */
export const COLUMN_RULES = ['fill', 'overwrite', 'never', 'append', 'newest'] as const
export type ColumnRule = (typeof COLUMN_RULES)[number]

/** Texts that may stand one after the other; of anything else a person has one. */
const APPENDED: readonly (Field | null)[] = [null, 'notes', 'title', 'source', 'campaign']

/** The rules that mean something for a column; no file takes a wish away, where a lead that is here stands, and whose it is, no file moves. Numbers, addresses and ids are added to the others by all but `never`. */
export const rulesFor = (field: Field | null): readonly ColumnRule[] => {
  if (field === 'stage' || field === 'owner' || field === 'doNotCall' || field === 'doNotEmail') return []
  if (isAdded(field)) return ['fill', 'never']
  return APPENDED.includes(field) ? COLUMN_RULES : COLUMN_RULES.filter((rule) => rule !== 'append')
}
/** Of these a person may have several: what a file brings stands beside what is there. */
export const isAdded = (field: Field | null): boolean => field !== null && ADDED.has(field)
const ADDED: ReadonlySet<Field> = new Set([
  'externalId',
  'email',
  'phone',
  'mobile',
  'basis',
  'basisOn',
  'basisProof',
  ...SIGNAL_KINDS,
])

/** Which part of a date comes first; one order for a whole column. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export const IMPORT_MODES = ['create', 'create_update', 'update'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** What is wrong with a cell; the screen words them. */
export const PROBLEMS = [
  'nobody',
  /** A line of totals, or one that a report prints under its rows. */
  'footer',
  /** The header once more, where files were put one under the other. */
  'header_again',
  'phone_letters',
  'phone_invalid',
  'phone_no_country',
  /** A spreadsheet showed it as 3,46E+10, and the digits are gone. */
  'phone_rounded',
  /** The number was read; what stands behind it is kept. */
  'phone_words',
  'email_invalid',
  'date_unreadable',
  'yes_no_unreadable',
  'number_unreadable',
  'country_unknown',
  'stage_unknown',
  'stage_unproven',
  'customer_unproven',
  'owner_unknown',
  'basis_unknown',
  'day_ahead',
  'cell_too_long',
  'cells_missing',
  'cells_extra',
  'quote_open',
  'quote_stray',
  'phones_several',
  'postcode_short',
  'undecodable',
  /** A cell that is kept says that they must not be called, and its column is not read so. */
  'wish_unheeded',
  'id_of_another',
  'nobody_to_update',
] as const
export type Problem = (typeof PROBLEMS)[number]

/** What to do about it. */
export const MENDS = [
  'add_identity',
  'write_digits',
  'check_number',
  'add_country_code',
  'as_text',
  'check_email',
  'write_date',
  'write_yes_or_no',
  'write_number',
  'write_country',
  'choose_value',
  /** Done already: it came in as any other lead, what the file says is kept beside it. */
  'ask_team_lead',
  /** Done already: a customer by the word of the file alone is called by nobody. */
  'closed_as_customer',
  'add_rep',
  'shorten',
  'check_columns',
  'close_quote',
  /** Done already: several numbers in one cell, the mobile first. */
  'both_kept',
  /** Done already: the number and the words beside it. */
  'words_kept',
  /** Nothing to do: the row is none. */
  'leave_out',
  /** Done already: the zero that a spreadsheet took. */
  'zero_added',
  'choose_encoding',
  'map_wish',
  'check_identity',
  'choose_mode',
] as const
export type Mend = (typeof MENDS)[number]

export const MEND_OF: Readonly<Record<Problem, Mend>> = {
  nobody: 'add_identity',
  footer: 'add_identity',
  header_again: 'leave_out',
  phone_letters: 'write_digits',
  phone_invalid: 'check_number',
  phone_no_country: 'add_country_code',
  phone_rounded: 'as_text',
  phone_words: 'words_kept',
  email_invalid: 'check_email',
  date_unreadable: 'write_date',
  yes_no_unreadable: 'write_yes_or_no',
  number_unreadable: 'write_number',
  country_unknown: 'write_country',
  stage_unknown: 'choose_value',
  stage_unproven: 'ask_team_lead',
  customer_unproven: 'closed_as_customer',
  owner_unknown: 'add_rep',
  basis_unknown: 'choose_value',
  day_ahead: 'write_date',
  cell_too_long: 'shorten',
  cells_missing: 'check_columns',
  cells_extra: 'check_columns',
  quote_open: 'close_quote',
  quote_stray: 'close_quote',
  phones_several: 'both_kept',
  postcode_short: 'zero_added',
  undecodable: 'choose_encoding',
  wish_unheeded: 'map_wish',
  id_of_another: 'check_identity',
  nobody_to_update: 'choose_mode',
}

/** A cell that was marked. `field` and `column` (from 0) are null when it is about the whole row. */
export type CellProblem = {
  field: Field | null
  column: number | null
  /** At most 200 characters of it. */
  cell: string
  problem: Problem
}

/** The name of a column that the file gives none: `column_3`. `index` from 0. */
export const namelessHeader = (index: number): string => `column_${index + 1}`
