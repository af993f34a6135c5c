import type { Which } from '#shared/contract/batch'
import type { LeadsFilter } from '#shared/contract/leads-filter'

/** Which leads were picked: some by their ids, or all that fit but some. */
export type Picked = {
  all: boolean
  ids: ReadonlySet<string>
  /** The row that was picked last, where a stretch starts from. */
  from: number
}
export const NOTHING_PICKED: Picked = { all: false, ids: new Set(), from: 0 }

export const isPicked = ({ all, ids }: Picked, leadId: string): boolean => all !== ids.has(leadId)

export const countOf = ({ all, ids }: Picked, total: number): number =>
  all ? Math.max(0, total - ids.size) : ids.size

/** One on or off. */
export function turned({ all, ids }: Picked, leadId: string, index: number): Picked {
  const after = new Set(ids)
  if (!after.delete(leadId)) after.add(leadId)
  return { all, ids: after, from: index }
}

/** All of a stretch are in, whatever they were. */
export function reached({ all, ids, from }: Picked, leadIds: readonly string[]): Picked {
  const after = new Set(ids)
  for (const id of leadIds)
    if (all) after.delete(id)
    else after.add(id)
  return { all, ids: after, from }
}

export const whichOf = ({ all, ids }: Picked, filter: LeadsFilter): Which =>
  all ? { filter, except: [...ids] } : { ids: [...ids] }
