import type { Goals } from '#shared/domain/settings'

export const AIMS = ['conversations', 'sqls', 'dials'] as const satisfies readonly (keyof Goals)[]

const MOST = 500
/** What was typed as a goal; nothing and zero are none. */
export const within = (value: number | null): number | null =>
  value === null || value < 1 ? null : Math.min(MOST, Math.round(value))
