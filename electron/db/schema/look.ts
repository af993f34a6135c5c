import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { stamp } from './stamp.ts'

/** What a team lead thinks of a lead that was disqualified; `refersTo` is the change that did it. The newest stands. */
export const secondLooks = sqliteTable(
  'second_looks',
  { ...stamp, leadId: text('lead_id').notNull(), agrees: integer({ mode: 'boolean' }).notNull() },
  (t) => [index('second_looks_by_lead').on(t.leadId), index('second_looks_by_change').on(t.refersTo)],
)
