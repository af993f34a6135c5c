import * as z from 'zod'

import { LANGUAGES } from '../domain/language.ts'
import { DENSITIES, DIAL_WAYS, LINES, REGIONS, THEMES } from '../domain/settings.ts'
import { id, none, queueId } from './wire.ts'

const aim = z.int().min(1).max(500).nullable()
/** A day's aims of one rep; null = none. */
export const goals = z.object({ conversations: aim, sqls: aim, dials: aim })

/** Read by the person at the desk: their own, else what was last chosen here, else what it is shipped with. */
export const settings = z.object({
  language: z.enum(LANGUAGES),
  /** How dates, numbers and weeks are written; null: as where the language is at home. */
  region: z.enum(REGIONS).nullable(),
  theme: z.enum(THEMES),
  density: z.enum(DENSITIES),
  dialWith: z.enum(DIAL_WAYS),
  line: z.enum(LINES),
  /** System notifications of what was promised. */
  remind: z.boolean(),
  sound: z.boolean(),
  goals,
  /** Single-key commands on the desk (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** Keys of a rep's own, by command; what is not here has its usual ones. */
  keys: z.record(z.string().max(60), z.array(z.string().min(1).max(20)).max(4)),
  /** The list on the desk, or all; null when none was chosen. */
  listId: queueId.nullable(),
})
export type Settings = z.output<typeof settings>

export const setting = {
  /** A team lead's are those of everybody who is active; a rep's, their own. */
  'goals.list': { input: none, output: z.array(z.object({ repId: id, name: z.string(), goals })) },
  /** Of oneself; of others as a team lead. */
  'goals.save': { input: z.object({ repId: id, goals }), output: goals },
  /**
   * Only what is given changes. Throws 'conflict' (`key-taken`, `key-unusable`), 'not-found'
   * (`list-unknown`).
   */
  'settings.save': { input: settings.partial(), output: settings },
} as const
