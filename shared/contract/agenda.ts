import * as z from 'zod'

import { STEP_KINDS } from '../domain/promise.ts'

import { id, instant } from './wire.ts'

const agendaItem = z.object({
  promiseId: id,
  leadId: id,
  listId: id,
  listName: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  /** `call` is a promise to ring; the others are next steps that somebody agreed to. */
  kind: z.enum(STEP_KINDS),
  dueAt: instant,
  /** Where the person is; null when nobody knows. */
  zone: z.string().nullable(),
  /** Who gave it, and whose it is to keep. */
  by: z.string(),
  owner: z.object({ id, name: z.string() }),
})

export const agenda = {
  /** What people agreed to and nobody has settled, by time; at most 500. `mine`: what the rep at the desk must keep. */
  'promises.list': {
    input: z.object({ scope: z.enum(['mine', 'team']) }),
    output: z.array(agendaItem),
  },
  /** Promised calls of the rep at the desk from 2 h ago to half an hour ahead; none that is being made right now. */
  'promises.check': {
    input: z.object({}),
    output: z.array(agendaItem.extend({ snoozedUntil: instant.nullable() })),
  },
  /** Puts a reminder off for the rep at the desk: in every window, and after a restart. */
  'promises.snooze': {
    input: z.object({ promiseId: id, minutes: z.int().min(1).max(60) }),
    output: z.object({ promiseId: id, until: instant }),
  },
  /** Another time for the same promise: a new fact in its place. A rep moves their own, a team lead any ('not-allowed'). */
  'promises.move': {
    input: z.object({ promiseId: id, leadId: id, at: instant, agreed: z.boolean() }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('moved'), promiseId: id, dueAt: instant }),
      z.object({ kind: z.literal('refused'), reason: z.enum(['past', 'gone']) }),
    ]),
  },
  /** Is the person called, and is this rep at work, at a time that might be promised? What is not may be promised all the same. */
  'promises.fits': {
    input: z.object({ leadId: id, repId: id, at: instant }),
    output: z.object({
      /** Inside the calling hours where the person is; `opensAt` says when they begin next, null when that never comes. */
      open: z.boolean(),
      opensAt: instant.nullable(),
      away: z.boolean(),
    }),
  },
  /** The lead, and with it the promise, becomes somebody else's. Team leads and admins only ('not-allowed'). */
  'promises.give': {
    input: z.object({ leadId: id, repId: id }),
    output: z.object({ leadId: id, owner: z.object({ id, name: z.string() }) }),
  },
} as const
