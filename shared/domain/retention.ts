import { DAY } from '../lib/time.ts'
import { addMonths, dayOf, dayStart } from './calendar.ts'
import type { Stage } from './stage.ts'

/** Months after the last that happened with a lead; null = never. */
export type Keeping = { close: number | null; erase: number | null }
/** By list; `standard` is for those that say nothing themselves, lists to come among them. */
export type Retention = { standard: Keeping | null; lists: Readonly<Record<string, Keeping>> }
export const NO_RETENTION: Retention = { standard: null, lists: {} }
export const FEWEST_MONTHS = 1
export const MOST_MONTHS = 120
/** Our own practice where nobody chose: no law names it. */
export const SUGGESTED: Readonly<Record<keyof Keeping, number>> = { close: 12, erase: 24 }

/** Of a list; of what belongs to none the standard. */
export const keepingOf = ({ standard, lists }: Retention, listId: string): Keeping =>
  lists[listId] ?? standard ?? { close: null, erase: null }

/** Whoever is erased needs no closing first: it would never come. */
export const isInOrder = ({ close, erase }: Keeping): boolean =>
  close === null || erase === null || close < erase

/** Why a lead was closed whom nothing happened with: no reason of the person's, so it holds against nobody. */
export const TOO_OLD = 'too_old'

/** Why somebody stays although time has passed on one of their leads, the strongest first. */
export const HELD = ['customer', 'opportunity', 'promise', 'other_list'] as const
export type Held = (typeof HELD)[number]

/** One lead of a person; instants in epoch ms. */
export type Lasting = { listId: string; stage: Stage; lastAt: number; promised: boolean }

/** An SQL that was handed over is at work elsewhere. */
const AT_WORK: readonly Stage[] = ['sql', 'opportunity']
/** What is open and nobody else's to go on with. */
export const CLOSABLE = ['inquiry', 'lead', 'mql', 'nurture'] as const satisfies readonly Stage[]

/** The last instant that is still kept, by list: whoever was last active before it is past their time. */
export type Limits = ReadonlyMap<string, number>

export function limitsOf(
  rules: Retention,
  listIds: readonly string[],
  what: keyof Keeping,
  now: number,
): Limits {
  return new Map(
    listIds.flatMap((id) => {
      const months = keepingOf(rules, id)[what]
      return months === null ? [] : [[id, monthsFrom(now, -months)] as const]
    }),
  )
}

/** The same time of day (UTC) so many months later, or earlier; the month's last day where it has none so late. */
export const monthsFrom = (now: number, months: number): number =>
  dayStart('UTC', addMonths(dayOf('UTC', now), months)) + (now % DAY)

const isPast = ({ listId, lastAt }: Lasting, limits: Limits) => lastAt < (limits.get(listId) ?? -Infinity)

/** What becomes of an open lead: closed when nothing happened for so long and nobody promised them anything. */
export function closed(lead: Lasting, limits: Limits): 'kept' | 'due' | 'held' {
  if (!CLOSABLE.some((stage) => stage === lead.stage) || !isPast(lead, limits)) return 'kept'
  return lead.promised ? 'held' : 'due'
}

/**
 * What becomes of a person by all their leads: `due` when each is past the time of its list and nothing holds them,
 * `held` when one is past it and something does, else `kept`.
 */
export function retained(
  leads: readonly Lasting[],
  limits: Limits,
): { kind: 'kept' } | { kind: 'due' } | { kind: 'held'; why: Held } {
  if (!leads.some((lead) => isPast(lead, limits))) return { kind: 'kept' }
  const holds: Readonly<Record<Held, (lead: Lasting) => boolean>> = {
    customer: ({ stage }) => stage === 'customer',
    opportunity: ({ stage }) => AT_WORK.includes(stage),
    promise: ({ promised }) => promised,
    other_list: (lead) => !isPast(lead, limits),
  }
  const why = HELD.find((each) => leads.some(holds[each]))
  return why ? { kind: 'held', why } : { kind: 'due' }
}
