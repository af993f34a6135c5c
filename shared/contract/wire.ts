import * as z from 'zod'

import { ALL_LISTS } from '../domain/list.ts'

/** Pieces that many requests share. */
export const id = z.uuid()
/** A list, or all of the rep's lists worked as one queue. */
export const queueId = z.union([id, z.literal(ALL_LISTS)])
/** The window that asks, by a name it gave itself: what is before one is not served to another. */
export const seat = id.optional()
/** Epoch milliseconds. */
export const instant = z.int()
/** `YYYY-MM-DD`. */
export const day = z.iso.date()
/** Whole hundredths of a point. */
export const hundredths = z.int()
export const none = z.object({})
export const shortText = z.string().trim().max(200)
export const longText = z.string().max(20_000)

/** `id` is a file the engine holds: handed in to `inbox/`, or made in `outbox/` to be taken away. */
export const outgoing = z.object({ fileId: id, name: z.string() })
