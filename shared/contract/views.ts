import * as z from 'zod'

import { leadsOrder, type LeadsOrder } from './leads-filter.ts'
import { id, none, shortText } from './wire.ts'

/** Ids of columns; one that is gone is not shown. */
export const columns = z.array(z.string().max(520)).min(1).max(40)

const view = z.object({
  id,
  name: z.string(),
  shared: z.boolean(),
  /** Whose it is, when it is not the one's at the desk. */
  by: z.string().nullable(),
  order: leadsOrder,
  /** Null = as the rep has them. */
  columns: columns.nullable(),
})
export type View = z.output<typeof view>

const newest = { sort: 'newest', descending: true } as const
const OPEN = ['inquiry', 'lead', 'mql'] as const

/** What everybody has from the start, named by the screen. */
export const FIRST_VIEWS = {
  mine: { filter: { owners: ['me'] }, sort: 'lastDial', descending: true },
  promises: { filter: { promised: 'due' }, ...newest },
  untouched: { filter: { stages: [...OPEN], untouched: 7 }, sort: 'fit', descending: true },
  waking: { filter: { waking: 'due' }, ...newest },
  noNumber: { filter: { hasNumber: false }, ...newest },
} as const satisfies Record<string, unknown>
export const firstView = (id: keyof typeof FIRST_VIEWS): LeadsOrder => leadsOrder.parse(FIRST_VIEWS[id])

export const views = {
  /** Those of the rep at the desk, those that are shared, and the columns this rep has chosen. */
  'views.list': { input: none, output: z.object({ views: z.array(view), columns: columns.nullable() }) },
  /** Anew with `id` null. Sharing, and what is shared, is the team lead's. */
  'views.save': {
    input: view.omit({ by: true }).extend({ id: id.nullable(), name: shortText.min(1) }),
    output: view,
  },
  /** Throws 'not-found' (`view-unknown`); 'not-allowed' (`needs-team-lead`) for one of the team's. */
  'views.remove': { input: z.object({ id }), output: none },
  /** Which columns the list shows, in their order, for whoever sits here. */
  'views.columns': { input: z.object({ columns }), output: none },
} as const
