import type { Stage } from './stage.ts'

/** Months after the last that happened with a lead, by list; a list without a line keeps everything. */
export type Retention = Readonly<Record<string, { months: number }>>
export const FEWEST_MONTHS = 1
export const MOST_MONTHS = 120
/** Our own practice where nobody chose: no law names it. */
export const SUGGESTED_MONTHS = 24

/** Why somebody stays although time has passed on one of their leads, the strongest first. */
export const HELD = ['customer', 'opportunity', 'promise', 'other_list'] as const
export type Held = (typeof HELD)[number]

/** One lead of a person; instants in epoch ms. */
export type Lasting = { listId: string; stage: Stage; lastAt: number; promised: boolean }

/** An SQL that was handed over is at work elsewhere. */
const AT_WORK: readonly Stage[] = ['sql', 'opportunity']

/** The last instant that is still kept, by list: whoever was last active before it is past their time. */
export type Limits = ReadonlyMap<string, number>

export function limitsOf(rules: Retention, now: number): Limits {
  const before = (months: number) => {
    const at = new Date(now)
    const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1)
    const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate()
    return first + (Math.min(at.getUTCDate(), days) - 1) * DAY + (now % DAY)
  }
  return new Map(Object.entries(rules).map(([listId, { months }]) => [listId, before(months)]))
}
const DAY = 86_400_000

/**
 * What becomes of a person by all their leads: `due` when each is past the time of its list and nothing holds them,
 * `held` when one is past it and something does, else `kept`.
 */
export function retained(
  leads: readonly Lasting[],
  limits: Limits,
): { kind: 'kept' } | { kind: 'due' } | { kind: 'held'; why: Held } {
  const isPast = ({ listId, lastAt }: Lasting) => lastAt < (limits.get(listId) ?? -Infinity)
  if (!leads.some(isPast)) return { kind: 'kept' }
  const holds: Readonly<Record<Held, (lead: Lasting) => boolean>> = {
    customer: ({ stage }) => stage === 'customer',
    opportunity: ({ stage }) => AT_WORK.includes(stage),
    promise: ({ promised }) => promised,
    other_list: (lead) => !isPast(lead),
  }
  const why = HELD.find((each) => leads.some(holds[each]))
  return why ? { kind: 'held', why } : { kind: 'due' }
}
