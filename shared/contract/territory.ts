import * as z from 'zod'

import { AREA_FIELDS } from '../domain/territory.ts'
import { id, none, shortText } from './wire.ts'

/** All of its fields hold, of a field any value. Countries and regions are ISO codes, lists are ids. */
const area = z.partialRecord(z.enum(AREA_FIELDS), z.array(shortText.min(1)).max(500))
const areas = z.array(area).max(20)

export const territories = {
  /** Whom each rep is served: a team lead reads everybody's, a rep their own. No areas = everybody. */
  'territories.get': {
    input: none,
    output: z.array(z.object({ repId: id, name: z.string(), areas })),
  },
  /** Team leads only ('not-allowed', reason `needs-team-lead`). Leads are told apart anew in the background. */
  'territories.save': { input: z.object({ repId: id, areas }), output: none },
  /** What provinces and industries people here have, as they are written most, to be picked from; the first thousand. */
  'territories.known': {
    input: none,
    output: z.object({ provinces: z.array(z.string()), industries: z.array(z.string()) }),
  },
  /**
   * What these areas would come to, by a dry run of some milliseconds over those in the queue. Begin with `after` 0, add
   * up, and go on from the `after` of each answer until it is null. `total` only comes with the first.
   */
  'territories.preview': {
    input: z.object({ repId: id, areas, after: z.int().min(0) }),
    output: z.object({
      /** Leads in the queue that were looked at. */
      seen: z.int(),
      inside: z.int(),
      /** Of those inside, how many are others' too. */
      shared: z.array(z.object({ repId: id, n: z.int() })),
      /** In nobody's: served only to who has no territory. */
      nobody: z.int(),
      after: z.int().nullable(),
      total: z.int().nullable(),
    }),
  },
} as const
