import type * as z from 'zod'

import { agenda } from './agenda.ts'
import { alternatives } from './alternative.ts'
import { backups } from './backup.ts'
import { batches } from './batch.ts'
import { call } from './call.ts'
import { config } from './config.ts'
import { dayView } from './day.ts'
import { company } from './company.ts'
import { definitions } from './definition.ts'
import { edits } from './edit.ts'
import type { ApiError } from './errors.ts'
import { exits } from './exits.ts'
import { exporting } from './export.ts'
import { find } from './find.ts'
import { erasing } from './erase.ts'
import { retaining } from './retention.ts'
import { giving } from './give.ts'
import { importing } from './import.ts'
import { workingHours } from './hours.ts'
import { leads } from './leads.ts'
import { metrics } from './metrics.ts'
import { override } from './override.ts'
import { outcomes } from './outcome.ts'
import { reasons } from './reason.ts'
import { people } from './people.ts'
import { policy } from './policy.ts'
import { queue } from './queue.ts'
import { review } from './review.ts'
import { rules } from './rules.ts'
import { script } from './script.ts'
import { setting } from './settings.ts'
import { skip } from './skip.ts'
import { story } from './story.ts'
import { territories } from './territory.ts'
import { views } from './views.ts'
import { wishes } from './wish.ts'

/**
 * Every request the renderer can make, over Electron IPC or loopback HTTP alike.
 * All of it is plain JSON: instants are epoch milliseconds, days `YYYY-MM-DD`, money integer minor units.
 */
export const api = {
  ...people,
  ...setting,
  ...find,
  ...queue,
  ...skip,
  ...workingHours,
  ...territories,
  ...rules,
  ...override,
  ...config,
  ...definitions,
  ...outcomes,
  ...reasons,
  ...script,
  ...agenda,
  ...call,
  ...leads,
  ...views,
  ...batches,
  ...backups,
  ...edits,
  ...story,
  ...giving,
  ...erasing,
  ...retaining,
  ...policy,
  ...metrics,
  ...dayView,
  ...exporting,
  ...importing,
  ...review,
  ...company,
  ...wishes,
  ...exits,
  ...alternatives,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

type Api = typeof api
export type Method = keyof Api
export type Input<M extends Method> = z.output<Api[M]['input']>
export type Output<M extends Method> = z.output<Api[M]['output']>

/** What the engine must supply: one function for each method, no more and no fewer. */
export type Handlers = { [M in Method]: (input: Input<M>) => Output<M> | Promise<Output<M>> }

/** What crosses the wire. Errors travel as data, since IPC keeps only their message. */
export type Reply<M extends Method = Method> = { ok: true; value: Output<M> } | { ok: false; error: ApiError }

/** What the renderer holds. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>
