import * as z from 'zod'

import { ANSWER_STATES } from '../domain/bant.ts'
import { LOG_REFUSALS, SCOPES } from '../domain/logged.ts'
import { OUTCOME_IDS, WHO_SPOKE } from '../domain/outcome.ts'
import { STEP_KINDS } from '../domain/promise.ts'
import { DIAL_WAYS } from '../domain/settings.ts'
import { STAGES } from '../domain/stage.ts'
import { board, card, draft, gateRefusal, opportunity, phone, stageRefusal } from './card.ts'
import { reasonCode } from './reason.ts'
import { day, id, instant, longText, none, queueId, seat, shortText } from './wire.ts'

/** A dated next step; `agreed` and kind `call` is a promise. */
const step = z.object({
  kind: z.enum(STEP_KINDS),
  at: instant,
  agreed: z.boolean(),
  withWhom: shortText,
})

const dated = { kind: step.shape.kind, agreed: z.boolean(), dueAt: instant }
/** One thing that an undo took back, as it stands again. */
const takenBack = z.discriminatedUnion('what', [
  z.object({ what: z.literal('suppression'), scope: z.enum(SCOPES) }),
  z.object({ what: z.literal('stage'), from: z.enum(STAGES), to: z.enum(STAGES) }),
  z.object({ what: z.literal('dateGone'), ...dated }),
  z.object({ what: z.literal('dateAgain'), ...dated }),
  z.object({ what: z.literal('counters'), dials: z.int(), attempts: z.int() }),
  /** Whose it is again; null = nobody's. */
  z.object({ what: z.literal('owner'), name: z.string().nullable() }),
  /** `stays`: somebody worked on their lead since, or it was there before. */
  z.object({ what: z.literal('referral'), name: z.string(), stays: z.boolean() }),
  /** Their lead on the list of another product. */
  z.object({ what: z.literal('alternative'), list: z.string(), stays: z.boolean() }),
  /** `number` as people read it. */
  z.object({ what: z.literal('number'), number: z.string(), status: phone.shape.status }),
  z.object({ what: z.literal('note') }),
])

export const call = {
  /** Puts a lead on the desk. `leadId` null takes the next one; `after` is skipped. Null when the queue is empty. */
  'desk.open': {
    input: z.object({ listId: queueId, leadId: id.nullable(), after: id.nullable(), seat }),
    output: card.nullable(),
  },
  /** Notes and the number chosen, saved as typed. */
  'desk.note': { input: z.object({ leadId: id, note: longText }), output: draft },
  /** The draft as it stands: how long it has lasted, after a sleep or a change of the clock. */
  'desk.check': { input: z.object({ leadId: id }), output: draft.nullable() },
  /** Looks at the board through another framework, from now on; what was answered in one is there in the others. */
  'desk.framework': { input: z.object({ leadId: id, framework: shortText }), output: board },
  /** Whether the opening line was said: who, why, where the number came from, the right to object. */
  'desk.opening': { input: z.object({ leadId: id, said: z.boolean() }), output: draft },
  /** Hands the number to the rep's phone. Every press is one dial at most. */
  'call.dial': {
    input: z.object({ leadId: id, phoneId: id, override: shortText.nullable() }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('dialled'),
        draft,
        uri: z.string(),
        way: z.enum(DIAL_WAYS),
        opened: z.boolean(),
      }),
      z.object({ kind: z.literal('refused'), rule: z.string(), canOverride: z.boolean() }),
    ]),
  },
  /** Enter: talk runs from here (PRODUCT.md section 10). The first press counts. */
  'call.answered': { input: z.object({ leadId: id }), output: draft },
  /** Esc: talk ends. The first press counts, and none where nothing was dialled or answered. */
  'call.hungUp': { input: z.object({ leadId: id }), output: draft },
  /** One answer on the board; `stillValid` repeats the standing one with today's date. */
  'call.answer': {
    input: z.object({
      leadId: id,
      criterion: z.string().max(40),
      state: z.enum(ANSWER_STATES),
      grade: z.string().max(40).nullable(),
      amountMinor: z.int().nullable(),
      currency: z.string().length(3).nullable(),
      date: day.nullable(),
      evidence: z.string().max(2000).nullable(),
      stillValid: z.boolean(),
      /** Whom they named as the one who decides: a lead of their own, given by this one. */
      decider: z.object({ name: shortText.min(1), phone: shortText.nullable() }).exactOptional(),
    }),
    output: card.pick({ board: true, missing: true, named: true }),
  },
  /**
   * An outcome with all that follows from it, whole or not at all (PRODUCT.md section 4). The same `callId`
   * again changes nothing and answers the same. Throws 'conflict' (`draft-stale`) when another window had the
   * lead since.
   */
  'call.log': {
    input: z.object({
      leadId: id,
      /** The draft's id: a retry logs the call once. */
      callId: id,
      outcome: z.enum(OUTCOME_IDS),
      /** The team's own outcome of that kind that was pressed, by its code; without it, ours. */
      own: z.string().max(40).nullable().optional(),
      spoke: z.enum(WHO_SPOKE).nullable(),
      reason: reasonCode.nullable(),
      reasonText: z.string().max(2000).nullable(),
      /** The list on which they get a lead instead, where the reason's exit is that; without it, none. */
      alternative: id.nullable().optional(),
      step: step.nullable(),
      /** The day the reason asks for: a contract's end, else when it wakes. Null takes the reason's own. */
      wakesOn: day.nullable(),
      referral: z
        .object({ name: shortText.min(1), phone: shortText.nullable(), email: shortText.nullable() })
        .nullable(),
      scope: z.enum(SCOPES).nullable(),
      leftMessage: z.boolean(),
      /** A team lead's reason for passing proof 2. */
      override: shortText.nullable(),
      /** Where the next card is taken from. */
      listId: queueId,
      seat,
    }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('logged'),
        callId: id,
        stage: z.enum(STAGES),
        undoUntil: instant,
        savedAt: instant,
        next: card.nullable(),
      }),
      z.object({
        kind: z.literal('refused'),
        reasons: z.array(z.union([z.enum(LOG_REFUSALS), gateRefusal])),
      }),
    ]),
  },
  /**
   * Takes back the last outcome of the rep at the desk, with all that it brought. A do-not-call only with why it was a
   * slip (PRODUCT.md section 4).
   */
  'call.undo': {
    input: z.object({ reason: shortText.exactOptional() }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('undone'),
        leadId: id,
        name: z.string(),
        outcome: z.enum(OUTCOME_IDS),
        own: z.string().nullable(),
        /** The weightiest first. */
        back: z.array(takenBack),
      }),
      z.object({
        kind: z.literal('refused'),
        reason: z.enum(['nothing', 'too-late', 'exported', 'do-not-call-stands', 'reason-missing']),
      }),
    ]),
  },
  /**
   * A window that slept, or lost its stream, asks for what it has before it: it is kept from the others again, or somebody
   * else has it by now (`by` null: another window of the same rep).
   */
  'desk.keep': {
    input: z.object({ leadId: id, seat }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('kept') }),
      z.object({ kind: z.literal('taken'), name: z.string(), by: z.string().nullable() }),
    ]),
  },
  /** A window is gone, or all (null): what it had before it is anybody's again, but for a call that is on. */
  'desk.leave': { input: z.object({ seat: id.nullable() }), output: none },
  /** The same card to read, without putting it on the desk. */
  'lead.card': { input: z.object({ leadId: id }), output: card },
  /**
   * By hand, from the lead's page; a refusal names every proof that is missing. Throws 'not-allowed'
   * (`needs-team-lead`) where only a team lead reopens.
   */
  'lead.move': {
    input: z.object({
      leadId: id,
      to: z.enum(STAGES),
      reason: z.string().max(2000).nullable(),
      /** Beside a reason's code; who gives somebody up before the ladder does says why in them. */
      words: z.string().max(2000).nullable().optional(),
      override: shortText.nullable(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('moved'), stage: z.enum(STAGES) }),
      z.object({ kind: z.literal('refused'), reasons: z.array(stageRefusal) }),
    ]),
  },
  /**
   * Problem, size, amount in minor units, close and contract: what the later stages ask for. Saving the same
   * again is no new fact.
   */
  'lead.opportunity': { input: opportunity.extend({ leadId: id }), output: opportunity },
} as const
