import * as z from 'zod'

import { ANSWER_STATES } from '../domain/bant.ts'
import { STAGES } from '../domain/stage.ts'
import { STORY_KINDS } from '../domain/story.ts'
import { rowChange } from './import.ts'
import { day, id, instant } from './wire.ts'

const storyItem = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(STORY_KINDS),
  by: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  /** Taken back since; a call keeps its place all the same. */
  undone: z.boolean(),
  /** By its code, ours or the team's own. */
  outcome: z.string().nullable(),
  /** Seconds of talk; null = unknown. */
  talk: z.int().nullable(),
  /** It began before anybody pressed that they answered: the seconds are at least these (PRODUCT.md section 10). */
  talkAtLeast: z.boolean(),
  from: z.enum(STAGES).nullable(),
  to: z.enum(STAGES).nullable(),
  /** Of a call or a move its reason; of a date its kind; of a wish its scope; of a merge its verdict; of a score which; of an edit
   * the deed it is a part of; of an import that it brought calls (`calls`). */
  reason: z.string().nullable(),
  /** A note, evidence, the problem, a file's name, whom it was promised to, whose it became, what became of a wish. */
  text: z.string().nullable(),
  dueAt: instant.nullable(),
  /** An answer: what was asked, how it was answered, with which grade. */
  criterion: z.string().nullable(),
  state: z.enum(ANSWER_STATES).nullable(),
  grade: z.string().nullable(),
  /**
   * An edit: the field and what stood before and after; null = blank. A move past proof 2: by whom, and their reason. A
   * score that was set: its hundredths after, null when that ended; `dueAt` is how long it holds.
   */
  field: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** An import of somebody who was here: what it changed. */
  changes: z.array(rowChange),
})
export type StoryItem = z.output<typeof storyItem>

export const story = {
  /** All that happened to a lead and its person, newest first. `before` is the `at` of the last one that was shown. */
  'lead.timeline': {
    input: z.object({
      leadId: id,
      kinds: z.array(z.enum(STORY_KINDS)).max(STORY_KINDS.length),
      repId: id.nullable(),
      since: day.nullable(),
      before: instant.nullable(),
    }),
    output: z.object({ items: z.array(storyItem), more: z.boolean() }),
  },
} as const
