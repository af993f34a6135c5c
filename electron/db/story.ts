import type { StoryKind } from '#shared/domain/story'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** What of a fact its kind knows; what is missing is null. */
export type StoryRow = {
  id: string
  at: number
  by: string | null
  ruleVersion: number | null
} & Partial<
  Record<
    | 'outcome'
    | 'from'
    | 'to'
    | 'reason'
    | 'text'
    | 'why'
    | 'criterion'
    | 'state'
    | 'grade'
    | 'field'
    | 'before'
    | 'after',
    string | null
  >
> &
  Partial<Record<'talk' | 'talkAtLeast' | 'dueAt' | 'undone', number | null>>

export type Asked = {
  leadId: string
  personId: string
  repId: string | null
  since: number
  before: number
  limit: number
}

const live = (fact: string) =>
  `(${fact}.call_id IS NULL OR ${fact}.call_id NOT IN (SELECT call_id FROM undos))`
const textOf = (fact: string, field: string) =>
  `(SELECT text FROM texts WHERE fact_id = ${fact}.id AND field = '${field}')`
const REP = `(SELECT name FROM reps WHERE reps.id = fact.rep_id) AS "by"`

/** The end of every query: whose, since when, up to when, the newest first. */
const tail = (at = 'fact.at') =>
  `${at} >= @since AND ${at} < @before AND (@repId IS NULL OR fact.rep_id = @repId) ORDER BY ${at} DESC LIMIT @limit`

/** One query a kind; calls, wishes, edits and merges are the person's, the rest is this lead's. */
const QUERIES: Readonly<Record<StoryKind, string>> = {
  call: `SELECT fact.id, fact.dialled_at AS at, ${REP}, coalesce(fact.own_outcome, fact.outcome) AS outcome, fact.talk, fact.talk_at_least AS talkAtLeast,
      fact.reason, fact.rule_version AS ruleVersion,
      ${textOf('fact', 'note')} AS text, ${textOf('fact', 'reason')} AS why,
      EXISTS (SELECT 1 FROM undos WHERE undos.call_id = fact.id) AS undone
    FROM calls AS fact WHERE fact.lead_id IN (SELECT id FROM leads WHERE person_id = @personId)
      AND ${tail('fact.dialled_at')}`,
  answer: `SELECT fact.id, fact.at, ${REP}, fact.criterion, fact.state, fact.grade, fact.rule_version AS ruleVersion,
      ${textOf('fact', 'evidence')} AS text
    FROM answers AS fact WHERE fact.lead_id = @leadId AND ${tail()}`,
  stage: `SELECT fact.id, fact.at, ${REP}, fact.from_stage AS "from", fact.to_stage AS "to", fact.reason, fact.wakes_at AS dueAt,
      fact.rule_version AS ruleVersion, ${textOf('fact', 'reason')} AS text,
      (SELECT name FROM reps WHERE reps.id = fact.override_by) AS before, ${textOf('fact', 'override')} AS after
    FROM stage_changes AS fact WHERE fact.lead_id = @leadId AND ${live('fact')} AND ${tail()}`,
  promise: `SELECT fact.id, fact.at, ${REP}, fact.kind AS reason, fact.due_at AS dueAt, fact.rule_version AS ruleVersion,
      ${textOf('fact', 'who')} AS text
    FROM promises AS fact WHERE fact.lead_id = @leadId AND ${live('fact')} AND ${tail()}`,
  owner: `SELECT fact.id, fact.at, ${REP}, fact.rule_version AS ruleVersion,
      (SELECT name FROM reps WHERE reps.id = fact.to_rep_id) AS text
    FROM assignments AS fact WHERE fact.lead_id = @leadId AND ${live('fact')} AND ${tail()}`,
  skip: `SELECT fact.id, fact.at, ${REP}, fact.reason, fact.until AS dueAt, fact.until IS NULL AS undone,
      fact.rule_version AS ruleVersion
    FROM skips AS fact WHERE fact.lead_id = @leadId AND ${tail()}`,
  suppression: `SELECT fact.id, fact.at, ${REP}, fact.scope AS reason, fact.lifted AS undone, fact.rule_version AS ruleVersion,
      CASE WHEN fact.source IN ('confirmed', 'narrowed', 'lapsed', 'consent') THEN fact.source END AS text
    FROM suppressions AS fact WHERE fact.person_id = @personId AND ${live('fact')} AND ${tail()}`,
  score: `SELECT fact.id, fact.at, ${REP}, fact.score AS reason, CAST(fact.points AS TEXT) AS after, fact.until AS dueAt,
      fact.rule_version AS ruleVersion, ${textOf('fact', 'reason')} AS text
    FROM score_overrides AS fact WHERE fact.lead_id = @leadId AND ${tail()}`,
  edit: `SELECT fact.id, fact.at, ${REP}, fact.field, fact.rule_version AS ruleVersion,
      ${textOf('fact', 'before')} AS before, ${textOf('fact', 'after')} AS after,
      coalesce(${textOf('fact', 'of')}, (SELECT e164 FROM phones WHERE phones.id = ${textOf('fact', 'phone')})) AS text,
      ${textOf('fact', 'reason')} AS why, ${textOf('fact', 'deed')} AS reason
    FROM edits AS fact WHERE fact.id IN (SELECT id FROM edits WHERE lead_id = @leadId
      UNION SELECT id FROM edits WHERE person_id = @personId) AND ${tail()}`,
  merge: `SELECT fact.id, fact.at, ${REP}, fact.verdict AS reason, fact.rule_version AS ruleVersion,
      (SELECT name FROM persons WHERE persons.id = fact.other_id) AS text,
      EXISTS (SELECT 1 FROM undos WHERE undos.call_id = fact.id) AS undone
    FROM pairings AS fact WHERE fact.kept_id = @personId AND fact.kind = 'person' AND fact.verdict = 'same' AND ${tail()}`,
  opportunity: `SELECT fact.id, fact.at, ${REP}, fact.rule_version AS ruleVersion, ${textOf('fact', 'problem')} AS text
    FROM opportunities AS fact WHERE fact.lead_id = @leadId AND ${tail()}`,
  import: `SELECT leads.id, leads.created_at AS at, (SELECT name FROM reps WHERE reps.id = fact.rep_id) AS "by", NULL AS ruleVersion,
      fact.file_name AS text
    FROM leads JOIN imports AS fact ON fact.id = leads.import_id
    WHERE leads.person_id = @personId AND ${tail('leads.created_at')}`,
  export: `SELECT fact.id || done.lead_id AS id, done.at, (SELECT name FROM reps WHERE reps.id = fact.rep_id) AS "by",
      NULL AS ruleVersion, fact.file_name AS text
    FROM exported_leads AS done JOIN exports AS fact ON fact.id = done.export_id
    WHERE done.lead_id = @leadId AND ${tail('done.at')}`,
}

/** What happened of one kind, newest first. */
export const storyOf = (db: Db, kind: StoryKind, asked: Asked): StoryRow[] =>
  raw<StoryRow>(db, QUERIES[kind]).all(asked)
