import * as z from 'zod'

import { LEAD_SORTS } from '../domain/leads.ts'
import { STAGES } from '../domain/stage.ts'
import { day, id } from './wire.ts'

const anyOf = <T extends z.ZodType>(one: T) => z.array(one).max(200)
/** Both ends belong to it; null = open. */
const range = z.object({ from: z.int().nullable(), to: z.int().nullable() })
/** Days where this desk stands. */
const days = z.object({ from: day.nullable(), to: day.nullable() })

/** Which leads: every condition that is there must hold; of several values any one does. */
export const leadsFilter = z
  .strictObject({
    /** As `leads.search` reads it. */
    text: z.string().max(200),
    lists: anyOf(id),
    stages: anyOf(z.enum(STAGES)),
    /** By key; '' = no source. */
    sources: anyOf(z.string().max(200)),
    owners: anyOf(z.union([z.enum(['me', 'nobody']), id])),
    reasons: anyOf(z.string().max(60)),
    /** Codes of the outcome of the last call that stands, as it was pressed, and `never`. */
    outcomes: anyOf(z.string().max(40)),
    countries: anyOf(z.string().length(2)),
    importId: id,
    attempts: range,
    dials: range,
    /** Whole points. */
    fit: range,
    bant: range,
    arrived: days,
    lastDial: days,
    /** Nobody dialled in the last so many days, though it was there. */
    untouched: z.int().min(1).max(3650),
    /** In its stage for so many days or more; in nurture, so many past waking. An SQL with a verdict waits for nothing. */
    aged: z.int().min(1).max(3650),
    /** With an open promise; `due`: until the end of today. */
    promised: z.enum(['due', 'any']),
    /** In nurture; `due`: wakes by the end of today. */
    waking: z.enum(['due', 'any']),
    hasNumber: z.boolean(),
    suppressed: z.boolean(),
    extra: z.array(z.object({ header: z.string().max(500), contains: z.string().max(200) })).max(5),
  })
  .partial()
export type LeadsFilter = z.output<typeof leadsFilter>

/** A list of leads: which, and in which order. */
export const leadsOrder = z.object({
  filter: leadsFilter,
  sort: z.enum(LEAD_SORTS),
  descending: z.boolean(),
})
export type LeadsOrder = z.output<typeof leadsOrder>
