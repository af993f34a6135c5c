import * as z from 'zod'

import { definition, quarters } from './definition.ts'
import { outcomeSet } from './outcome.ts'
import { list } from './people.ts'
import { narrowing } from './policy.ts'
import { reasonSet } from './reason.ts'
import { keeping } from './retention.ts'
import { scoreProfile } from './rules.ts'
import { objection, scripts } from './script.ts'
import { day, instant, none, outgoing, shortText } from './wire.ts'

/** What is set once for the whole team, as one file: PRODUCT.md, "its numbers are defaults that an admin can change". */
export const CONFIG_FORMAT = 'callwright.configuration'
export const CONFIG_FORMAT_VERSION = 1

const byList = <Part extends z.ZodType>(part: Part) => z.record(shortText.min(1), part)

/** What the file holds. Lists go by their names; nobody's name, number or key is in it. A part that is not there stays. */
export const configSections = z
  .object({
    score: scoreProfile.extend({ lists: byList(scoreProfile.shape.lists.valueType) }),
    qualification: z.object({
      standard: shortText.min(1),
      frameworks: z.record(shortText.min(1), definition.omit({ framework: true, agreed: true })),
    }),
    quarters,
    outcomes: outcomeSet,
    reasons: reasonSet,
    /** What is to hold from a day on. */
    planned: z.object({ outcomes: z.record(day, outcomeSet), reasons: z.record(day, reasonSet) }),
    objections: z
      .array(objection.omit({ retired: true }))
      .min(1)
      .max(200),
    /** Of the lists that have words of their own. */
    scripts: byList(scripts),
    /** What was taken off a pack or a state. */
    calling: z.record(z.string().max(10), narrowing),
    /** After how many months leads are closed and people erased; a list without a line is kept as the standard says. */
    retention: z.object({ standard: keeping.nullable(), lists: byList(keeping) }),
    lists: byList(
      list.omit({ id: true, name: true }).extend({
        /** What it qualifies by; null = by the standard one. */
        framework: shortText.min(1).nullable(),
      }),
    ),
  })
  .partial()

export const configFile = z.object({
  format: z.literal(CONFIG_FORMAT),
  formatVersion: z.literal(CONFIG_FORMAT_VERSION),
  sections: configSections,
})

export const SECTION_IDS = [
  'score',
  'qualification',
  'quarters',
  'outcomes',
  'reasons',
  'planned',
  'objections',
  'scripts',
  'calling',
  'retention',
  'lists',
] as const satisfies readonly (keyof z.output<typeof configSections>)[]
export type SectionId = (typeof SECTION_IDS)[number]
const section = z.enum(SECTION_IDS)

/** `rule`: one of the rules that the editors keep too; `code` is its name there, in the section that `path` begins with. */
const CONFIG_REFUSALS = [
  'too-large',
  'not-json',
  'not-ours',
  'newer',
  'missing',
  'stray',
  'shape',
  'one-of',
  'too-many',
  'list-unknown',
  'list-twice',
  'framework-unknown',
  'pack-unknown',
  'hours-reversed',
  'rule',
] as const
const refused = z.object({
  kind: z.literal('refused'),
  problems: z.array(
    z.object({
      path: z.array(z.string()),
      reason: z.enum(CONFIG_REFUSALS),
      /** What was expected, or whom it is about. */
      detail: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ),
})
const changed = z.array(
  z.object({
    section,
    changes: z.array(
      z.object({ path: z.array(z.string()), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  }),
)
const saved = z.discriminatedUnion('kind', [
  /** `version` null: nothing was otherwise, so nothing was written. `before`: to go back to what was. */
  z.object({ kind: z.literal('saved'), version: z.int().nullable(), before: z.int() }),
  refused,
])
/** Characters. */
export const LARGEST_CONFIG = 500_000
const text = z.string()
const sections = z.array(section).min(1)
const version = z.int().min(0)

/** All of it for admins only ('not-allowed'). */
export const config = {
  /** As a file to take away: the same configuration gives the same bytes. */
  'config.export': { input: none, output: outgoing },
  /** What a file would change, section by section; a section that it says nothing of is not there. Nothing is written. */
  'config.preview': {
    input: z.object({ text }),
    output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('read'), changed }), refused]),
  },
  /** Writes the chosen sections as new versions, all or none. Lists that are not here are made, without leads. */
  'config.import': { input: z.object({ text, name: shortText, sections }), output: saved },
  /** Every change of the configuration, newest first; an import or a return is one. Version 0 = as shipped. */
  'config.versions': {
    input: none,
    output: z.array(
      z.object({
        version,
        at: instant.nullable(),
        by: z.string().nullable(),
        why: z.enum(['edit', 'import', 'restore', 'shipped']),
        /** The file it came from; of a return, the version it went back to. */
        of: z.string().nullable(),
        changed: z.array(z.object({ section, subject: z.string().nullable() })),
      }),
    ),
  },
  /** What going back to a version would change. */
  'config.compare': { input: z.object({ version }), output: changed },
  /** New versions that say what held at that version. What was made since, a list or a framework, stays. */
  'config.restore': { input: z.object({ version, sections }), output: saved },
} as const
