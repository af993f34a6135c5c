import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { ANSWER_STATES } from '#shared/domain/bant'
import { CHANNELS } from '#shared/domain/basis'
import { CRM_VERDICTS } from '#shared/domain/import/verdict-words'
import { SCOPES } from '#shared/domain/logged'
import { OUTCOME_IDS, WHO_SPOKE } from '#shared/domain/outcome'
import { STEP_KINDS } from '#shared/domain/promise'
import { SKIP_REASONS } from '#shared/domain/skip'
import { SIZE_UNITS, STAGES } from '#shared/domain/stage'
import { stamp } from './stamp.ts'

/** Append-only. A trigger refuses to change or delete any of these; a correction is a new row. */
export const calls = sqliteTable(
  'calls',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    personId: text('person_id').notNull(),
    companyId: text('company_id'),
    listId: text('list_id').notNull(),
    phoneId: text('phone_id'),
    outcome: text({ enum: OUTCOME_IDS }).notNull(),
    /** The team's own outcome that was pressed, which is of that kind; null = ours. */
    ownOutcome: text('own_outcome'),
    spoke: text({ enum: WHO_SPOKE }),
    /** By its code, ours or the team's own. */
    reason: text(),
    dialledAt: integer('dialled_at').notNull(),
    /** No Space before the outcome: dialled by hand, at the time of the outcome. */
    byHand: integer('by_hand', { mode: 'boolean' }).notNull(),
    answeredAt: integer('answered_at'),
    endedAt: integer('ended_at'),
    /** Talk in seconds; null is unknown and never 0. */
    talk: integer(),
    talkAtLeast: integer('talk_at_least', { mode: 'boolean' }).notNull(),
    /** From hanging up to the outcome, seconds. */
    wrap: integer().notNull(),
    leftMessage: integer('left_message', { mode: 'boolean' }).notNull(),
    answers: integer().notNull(),
    /** Who, why, where the number came from and the right to object were said; null = not known, which a boolean would read as no. */
    openingSaid: integer('opening_said').$type<0 | 1>(),
    /** The file it came in with: made elsewhere, never at this desk; null = made here. */
    importId: text('import_id'),
  },
  (t) => [
    index('calls_by_lead').on(t.leadId, t.dialledAt),
    index('calls_by_time').on(t.dialledAt),
    index('calls_by_person').on(t.personId, t.dialledAt),
    index('calls_by_company').on(t.companyId, t.dialledAt),
    index('calls_by_phone').on(t.phoneId, t.dialledAt),
    index('calls_by_import')
      .on(t.importId)
      .where(sql`${t.importId} is not null`),
  ],
)

/** Evidence in words is in `texts` (field `evidence`). */
export const answers = sqliteTable(
  'answers',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    personId: text('person_id').notNull(),
    /** The call it was given in, by the id the draft holds; null when given on the lead's page. */
    callId: text('call_id'),
    criterion: text().notNull(),
    state: text({ enum: ANSWER_STATES }).notNull(),
    grade: text(),
    amountMinor: integer('amount_minor'),
    currency: text(),
    /** Timeline: the day it is about. */
    date: text(),
  },
  (t) => [index('answers_by_lead').on(t.leadId, t.at), index('answers_by_call').on(t.callId)],
)

export const stageChanges = sqliteTable(
  'stage_changes',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    callId: text('call_id'),
    from: text('from_stage', { enum: STAGES }).notNull(),
    to: text('to_stage', { enum: STAGES }).notNull(),
    reason: text(),
    wakesAt: integer('wakes_at'),
    /** Answers, weights, threshold and score as they stood (PRODUCT.md section 5). */
    frozen: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** Proof 2 was passed by this team lead. */
    overrideBy: text('override_by'),
  },
  (t) => [
    index('stage_changes_by_lead').on(t.leadId, t.at),
    // The time first: beginning with the stage it would be taken for one lead's changes, and read through whole.
    index('stage_changes_by_time').on(t.at, t.to),
  ],
)

/** A dated next step. With `agreed` and kind `call` it is a promise; a call without it is a follow-up. */
export const promises = sqliteTable(
  'promises',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    personId: text('person_id').notNull(),
    callId: text('call_id'),
    kind: text({ enum: STEP_KINDS }).notNull(),
    dueAt: integer('due_at').notNull(),
    agreed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [index('promises_by_lead').on(t.leadId, t.at), index('promises_by_due').on(t.dueAt)],
)

/** Passed over by a rep until an instant; with `until` null the newest one is taken back. */
export const skips = sqliteTable(
  'skips',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    reason: text({ enum: SKIP_REASONS }).notNull(),
    until: integer(),
  },
  (t) => [index('skips_by_lead').on(t.leadId, t.at)],
)

/** Something they said against it, by its code in the library of its rule version. */
export const objections = sqliteTable(
  'objections',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    personId: text('person_id').notNull(),
    /** The call it was raised in, by the id the draft holds. */
    callId: text('call_id').notNull(),
    code: text().notNull(),
  },
  (t) => [
    index('objections_by_person').on(t.personId, t.at),
    index('objections_by_lead').on(t.leadId, t.at),
    index('objections_by_call').on(t.callId),
  ],
)

export const assignments = sqliteTable(
  'assignments',
  { ...stamp, leadId: text('lead_id').notNull(), callId: text('call_id'), toRepId: text('to_rep_id') },
  (t) => [index('assignments_by_lead').on(t.leadId)],
)

export const suppressions = sqliteTable(
  'suppressions',
  {
    ...stamp,
    scope: text({ enum: SCOPES }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    personId: text('person_id'),
    companyId: text('company_id'),
    phoneId: text('phone_id'),
    leadId: text('lead_id'),
    callId: text('call_id'),
    /** `call`, `import` or `hand`. */
    source: text().notNull(),
    /** True when this fact ends the one it refers to. */
    lifted: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('suppressions_by_person').on(t.personId),
    index('suppressions_by_company').on(t.companyId),
    index('suppressions_by_phone').on(t.phoneId),
    index('suppressions_by_call').on(t.callId),
  ],
)

/** The CRM's word on a lead that was handed over. */
export const verdicts = sqliteTable(
  'verdicts',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    verdict: text({ enum: CRM_VERDICTS }).notNull(),
    reason: text(),
    amountMinor: integer('amount_minor'),
    currency: text(),
  },
  (t) => [index('verdicts_by_lead').on(t.leadId)],
)

/** A field set by hand; values before and after are in `texts`. */
export const edits = sqliteTable(
  'edits',
  {
    ...stamp,
    leadId: text('lead_id'),
    personId: text('person_id'),
    field: text().notNull(),
  },
  (t) => [index('edits_by_lead').on(t.leadId), index('edits_by_person').on(t.personId)],
)

/** Takes back a call with all that it brought: stage, promise, suppression, assignment. */
export const undos = sqliteTable('undos', { ...stamp, callId: text('call_id').notNull().unique() })

/** The whole state of a lead's opportunity at each save; the newest stands. */
export const opportunities = sqliteTable(
  'opportunities',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    /** The problem in their words is in `texts` (field `problem`). */
    sizeValue: integer('size_value'),
    sizeUnit: text('size_unit', { enum: SIZE_UNITS }),
    consent: integer({ mode: 'boolean' }).notNull(),
    amountMinor: integer('amount_minor'),
    currency: text(),
    expectedClose: text('expected_close'),
    contractReference: text('contract_reference'),
    contractDate: text('contract_date'),
  },
  (t) => [index('opportunities_by_lead').on(t.leadId, t.at)],
)
