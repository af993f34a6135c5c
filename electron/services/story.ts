import type { Handlers, Input, Output } from '#shared/contract/api'
import type { StoryItem } from '#shared/contract/story'
import { dayStart } from '#shared/domain/calendar'
import { STORY_KINDS, type StoryKind } from '#shared/domain/story'
import { insteadOf } from '#electron/db/alternative'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { giverOf } from '#electron/db/stage'
import { storyOf, type Asked, type StoryRow } from '#electron/db/story'
import type { Deps } from './deps.ts'
import { mustExist } from './facts.ts'
import { importsOf } from './story-imports.ts'

export const storyHandlers = (deps: Deps) =>
  ({ 'lead.timeline': (input) => tell(deps, input) }) satisfies Partial<Handlers>

/** Items of one answer; more are asked for. */
const MOST = 60

function tell({ db, zone }: Deps, input: Input<'lead.timeline'>): Output<'lead.timeline'> {
  const { leadId, kinds, repId, since, before } = input
  mustExist(db, leadId)
  const personId = findLead(db, leadId)?.person.id ?? ''
  const asked = {
    leadId,
    personId,
    repId,
    since: since === null ? Number.MIN_SAFE_INTEGER : dayStart(zone, since),
    before: before ?? Number.MAX_SAFE_INTEGER,
    limit: MOST + 1,
  }
  const wanted = kinds.length > 0 ? kinds : STORY_KINDS
  const touched = wanted.includes('import') ? importsOf(db, asked) : []
  const found = wanted
    .flatMap((kind) =>
      [...storyOf(db, kind, asked), ...(kind === 'import' ? given(db, asked) : [])].map((row) =>
        toItem(kind, row),
      ),
    )
    .concat(touched.map((row) => ({ ...NOTHING, ...row, ruleVersion: null, undone: false, kind: 'import' })))
    // Ids sort in the order they were made.
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return { items: atOnce(found), more: found.length > MOST }
}

/** Somebody named them in a call: where the lead came from, as a file would be. */
function given(db: Db, asked: Asked): StoryRow[] {
  const { leadId, personId, since, before, repId } = asked
  const instead = repId === null ? insteadOf(db, { id: leadId, personId }) : null
  if (instead && instead.at >= since && instead.at < before)
    return [{ ...instead, by: null, ruleVersion: null, reason: 'alternative' }]
  const giver = giverOf(db, { id: leadId, personId })
  if (!giver || repId !== null || giver.at < since || giver.at >= before) return []
  const name = findLead(db, giver.leadId)?.person.name ?? null
  return [{ id: giver.callId, at: giver.at, by: null, ruleVersion: null, reason: 'referral', text: name }]
}

/** What happened in the same moment stays together, so that going on from it leaves nothing out. */
function atOnce(items: readonly StoryItem[]): StoryItem[] {
  const last = items[MOST - 1]?.at
  return items.filter(({ at }, index) => index < MOST || at === last)
}

function toItem(kind: StoryKind, { why, undone, talkAtLeast, text, ...row }: StoryRow): StoryItem {
  const words = [why, text].filter(Boolean).join('\n') || null
  const item = { ...NOTHING, ...row, talkAtLeast: talkAtLeast === 1, undone: undone === 1, text: words }
  // Columns are text and numbers; their words are those that were written.
  return { ...item, kind } as StoryItem
}

const NOTHING = {
  changes: [],
  outcome: null,
  talk: null,
  talkAtLeast: false,
  from: null,
  to: null,
  reason: null,
  dueAt: null,
  criterion: null,
  state: null,
  grade: null,
  field: null,
  before: null,
  after: null,
}
