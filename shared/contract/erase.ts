import * as z from 'zod'

import { day, id, instant, longText, none, outgoing } from './wire.ts'

/** Why somebody cannot be erased at this moment. */
export const ERASE_BLOCKS = ['erased', 'call-is-open', 'import-running'] as const
/** What goes, as counted in the preview. */
export const GOES = ['names', 'phones', 'emails', 'words', 'columns', 'rows', 'handed'] as const
export const STAYS = ['leads', 'calls', 'answers', 'hashes'] as const

const counted = <T extends readonly [string, ...string[]]>(of: T) =>
  z.array(z.object({ what: z.enum(of), count: z.int() }))

const request = z.object({
  id,
  leadId: id.nullable(),
  /** '—' once they are erased. */
  name: z.string(),
  askedOn: day,
  dueOn: day,
  by: z.string().nullable(),
  /** Epoch ms; null = it is still to be done. */
  doneAt: instant.nullable(),
})
const erased = z.object({
  id,
  leadId: id.nullable(),
  at: instant,
  by: z.string().nullable(),
  cause: z.enum(['request', 'retention']),
  askedOn: day.nullable(),
  /** When the sealed copy is destroyed; null = none was kept. */
  until: instant.nullable(),
  destroyedAt: instant.nullable(),
  opened: z.array(z.object({ at: instant, by: z.string().nullable(), reason: z.string() })),
  /** False as long as pages of the store may hold what was erased. */
  clean: z.boolean(),
})

export const erasing = {
  /** What would go and what would stay. For admins only, as all below unless it says otherwise ('not-allowed', `needs-admin`). */
  'erase.preview': {
    input: z.object({ leadId: id }),
    output: z.object({
      name: z.string(),
      /** Records that were found to be the same person. */
      parts: z.int(),
      block: z.enum(ERASE_BLOCKS).nullable(),
      goes: counted(GOES),
      stays: counted(STAYS),
      sealedUntil: instant.nullable(),
      /** When the last copy made before now is thinned out, epoch ms; null = there is none. */
      backupsUntil: instant.nullable(),
      /** A company that goes as well, since nobody else of it is known. */
      company: z.string().nullable(),
    }),
  },
  /** Erases the person of a lead, with all their leads. Throws 'conflict' with one of ERASE_BLOCKS. */
  'erase.person': {
    input: z.object({ leadId: id, askedOn: day.nullable() }),
    output: z.object({ erasureId: id }),
  },
  /** Anybody notes that somebody asked. Throws 'conflict' `day-ahead`, `erased`. */
  'erase.ask': { input: z.object({ leadId: id, askedOn: day }), output: z.object({ dueOn: day }) },
  /** Whether the person of a lead was erased, or asked to be. For everybody. */
  'erase.state': {
    input: z.object({ leadId: id }),
    output: z.object({
      erasedAt: instant.nullable(),
      asked: z.object({ on: day, dueOn: day, by: z.string().nullable() }).nullable(),
    }),
  },
  /** Nobody is to be erased after all. Throws 'not-found' (`request-settled`). */
  'erase.withdraw': { input: z.object({ requestId: id }), output: none },
  /** What is due, what was erased, and how many numbers and addresses are kept as hashes. */
  'erase.log': {
    input: none,
    output: z.object({ requests: z.array(request), erased: z.array(erased), hashes: z.int() }),
  },
  /** A sealed copy as a file. Throws 'not-found' `seal-gone`. */
  'erase.open': {
    input: z.object({ erasureId: id, reason: longText.trim().min(3) }),
    output: outgoing,
  },
  /** Who of a list of e-mails and numbers, one a line, is here; with `erase` they are erased. */
  'erase.many': {
    input: z.object({
      text: z.string().max(200_000),
      country: z.string().length(2),
      askedOn: day,
      erase: z.boolean(),
    }),
    output: z.object({
      lines: z.int(),
      found: z.array(z.object({ leadId: id, name: z.string(), line: z.string() })),
      /** Lines that are nobody's here, and those that are no e-mail and no number. */
      unknown: z.array(z.string()),
      unreadable: z.array(z.string()),
      /** Of several people, so that nobody knows which. */
      several: z.array(z.string()),
      erased: z.int(),
    }),
  },
} as const
