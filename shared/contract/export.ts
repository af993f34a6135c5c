import * as z from 'zod'

import { EXPORT_PROFILES, HELD_REASONS } from '../domain/export/profile.ts'
import { id, instant, none, outgoing } from './wire.ts'

const profile = z.enum(EXPORT_PROFILES)

/** Why a lead that should go out does not. */
const heldBack = z.object({
  leadId: id,
  name: z.string(),
  company: z.string().nullable(),
  problems: z.array(
    z.object({
      why: z.enum(HELD_REASONS),
      /** The target's header; null when it is about the whole lead. */
      header: z.string().nullable(),
      /** Too long: the most characters the target takes, and how many there are. */
      max: z.int().nullable(),
      length: z.int().nullable(),
    }),
  ),
})

/** One file that went out; a run that wrote calls too made two. */
const exported = z.object({
  id,
  at: instant,
  by: z.string(),
  profile,
  fileName: z.string(),
  rows: z.int(),
  /** Null once the file is gone from the outbox. */
  file: outgoing.nullable(),
})

export const exporting = {
  /** What `export.run` would write now. Nothing goes out twice: a lead comes back only when something changed. */
  'export.ready': {
    input: z.object({ profile }),
    output: z.object({
      new: z.int(),
      changed: z.int(),
      held: z.array(heldBack),
      headers: z.array(z.string()),
      /** The first 50 rows as they would be written, without the guard. */
      rows: z.array(
        z.object({
          leadId: id,
          name: z.string(),
          cells: z.array(z.string()),
          /** Headers whose value is not what went out last; null = never exported. */
          changed: z.array(z.string()).nullable(),
          /** A team lead passed it under the threshold. */
          override: z.boolean(),
        }),
      ),
      /** Calls that go out in the second file; 0 for a profile without one. */
      calls: z.int(),
      /** Calls that wait until the target can tell whose they are: by e-mail (HubSpot), by its id (Salesforce). */
      unlinked: z.int(),
      /** Tasks for the account managers of those who turned out to be customers: a file of their own. */
      tasks: z.int(),
      /** The first 50 of them. */
      customers: z.array(
        z.object({
          leadId: id,
          name: z.string(),
          company: z.string().nullable(),
          foundAt: instant,
          foundBy: z.string(),
        }),
      ),
    }),
  },
  /** Writes the files to the outbox and notes what went out. Refused with 'conflict' when nothing is ready. */
  'export.run': {
    input: z.object({ profile }),
    output: z.object({ files: z.array(outgoing), rows: z.int(), changed: z.int(), tasks: z.int() }),
  },
  /** Newest first. */
  'exports.list': { input: none, output: z.array(exported) },
} as const
