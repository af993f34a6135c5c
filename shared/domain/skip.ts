/** Why a rep passes somebody over: a word for it, never a person's own. */
export const SKIP_REASONS = ['not_now', 'prepare', 'ask_first', 'someone_else', 'other'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]
