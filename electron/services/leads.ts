import type { Handlers, Input, Output } from '#shared/contract/api'
import type { LeadsOrder } from '#shared/contract/leads-filter'
import { idsOfRows, rowOfLead } from '#electron/db/leads'
import { batchHandlers } from './batch.ts'
import type { Deps } from './deps.ts'
import { editHandlers } from './edit.ts'
import { choices } from './leads-choices.ts'
import { keepOrders } from './leads-order.ts'
import type { Ordered } from './leads-shelves.ts'
import { askingOf, show } from './leads-show.ts'
import { storyHandlers } from './story.ts'
import { viewsHandlers } from './views.ts'

type Db = Deps['db']

/** Leads by the list: to look at, to pick from, to change together. One order serves all three. */
export function leadsHandlers(deps: Deps) {
  const { db } = deps
  const orders = keepOrders(db)
  const ordered: Asked = (order) => orders(order, askingOf(deps))
  return {
    ...viewsHandlers(deps),
    ...editHandlers(deps),
    ...storyHandlers(deps),
    ...batchHandlers(deps, orders),
    'leads.page': async (input) => page(deps, await ordered(input), input),
    'leads.ids': async (input) => idsIn(db, await ordered(input), input),
    'leads.around': async (input) => around(db, await ordered(input), input),
    'leads.choices': () => choices(db),
  } satisfies Partial<Handlers>
}

type Asked = (order: LeadsOrder) => Promise<Ordered>

function page(deps: Deps, rows: Ordered, { offset, limit }: Input<'leads.page'>): Output<'leads.page'> {
  return { total: rows.length, rows: show(deps, rows.slice(offset, offset + limit)) }
}

function idsIn(db: Db, rows: Ordered, { offset, limit }: Input<'leads.ids'>): Output<'leads.ids'> {
  const wanted = rows.slice(offset, offset + limit)
  const ids = idsOfRows(db, wanted)
  return { leadIds: wanted.flatMap((n) => ids.get(n) ?? []) }
}

function around(db: Db, rows: Ordered, { leadId, at }: Input<'leads.around'>): Output<'leads.around'> {
  const row = rowOfLead(db, leadId)
  const found = row === null ? -1 : rows.indexOf(row)
  const place = found >= 0 ? found : null
  // One that fits no more has left a gap: the next has moved up to where it was.
  const gap = at ?? 0
  const one = (nth: number) => (nth < 0 ? undefined : rows.slice(nth, nth + 1)[0])
  const [before, after] = place === null ? [one(gap - 1), one(gap)] : [one(place - 1), one(place + 1)]
  const ids = idsOfRows(
    db,
    [before, after].filter((n) => n !== undefined),
  )
  const idOf = (n: number | undefined) => (n === undefined ? null : (ids.get(n) ?? null))
  return { at: place, total: rows.length, before: idOf(before), after: idOf(after) }
}
