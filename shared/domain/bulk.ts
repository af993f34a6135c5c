import { isGivenUpEarly } from './change.ts'
import { atLeast, type Role } from './people.ts'
import { CLOSABLE } from './retention.ts'
import { move, type Proofs, REOPENED_BY_LEAD, type Stage } from './stage.ts'

/** Where many leads can be moved at once: what asks for a proof of each one is done one by one. */
export const BULK_STAGES = ['inquiry', 'lead', 'mql', 'nurture', 'disqualified'] as const satisfies Stage[]
export type BulkStage = (typeof BULK_STAGES)[number]

/** What can be done to many leads in one go. */
export type BulkDeed =
  | { kind: 'assign'; repId: string | null }
  | { kind: 'move'; to: BulkStage; reason: string | null; words: string | null }
  | { kind: 'silence' }
  | { kind: 'addToList'; listId: string }
  | { kind: 'moveToList'; listId: string }
  /** Nothing happened with them for as long as their list says; only an admin's retention gives it. */
  | { kind: 'close' }

export const BULK_REFUSALS = [
  'same',
  'needs-team-lead',
  'move-not-allowed',
  'reason-missing',
  'fit-too-low',
  'no-intent',
  'open-there',
  'was-worked',
  'erased',
  'given-up-early',
  'reason-elsewhere',
] as const
export type BulkRefusal = (typeof BULK_REFUSALS)[number]

/** A lead as far as a bulk deed must know it. */
export type BulkLead = {
  stage: Stage
  ownerId: string | null
  listId: string
  /** Whole hundredths. */
  fit: number
  intent: () => boolean
  /** A reason of the table that takes it to another stage. */
  leadsElsewhere: (reason: string | null, to: Stage) => boolean
  /** Since the last call with the person. */
  attempts: number
  silenced: boolean
  erased: boolean
  /** The person has an open lead on the list it would go to. */
  openThere: boolean
  /** Facts of it belong to the list it is on. */
  worked: boolean
}
type Doer = { id: string; role: Role }

const isLead = ({ role }: Doer) => atLeast(role, 'team_lead')

const JUDGES: {
  [K in BulkDeed['kind']]: (
    deed: Extract<BulkDeed, { kind: K }>,
    lead: BulkLead,
    doer: Doer,
  ) => BulkRefusal | null
} = {
  /** Anybody takes what nobody owns and gives back what is theirs; to reassign is the team lead's. */
  assign: ({ repId }, { ownerId }, doer) => {
    if (ownerId === repId) return 'same'
    const isTaking = ownerId === null && repId === doer.id
    const isGivingBack = ownerId === doer.id && repId === null
    return isTaking || isGivingBack || isLead(doer) ? null : 'needs-team-lead'
  },
  move: ({ to, reason, words }, lead, doer) => {
    if (lead.stage === to) return 'same'
    if (REOPENED_BY_LEAD.includes(lead.stage) && !isLead(doer)) return 'needs-team-lead'
    if (isGivenUpEarly(reason, words, lead.attempts)) return 'given-up-early'
    const proofs = { ...NOTHING, fit: lead.fit, reason: reason ?? words }
    const first = move(lead.stage, to, { ...proofs, intent: true })
    // Looked up only where it decides.
    const moved =
      first.ok && to === 'mql' ? move(lead.stage, to, { ...proofs, intent: lead.intent() }) : first
    if (moved.ok) return lead.leadsElsewhere(reason, to) ? 'reason-elsewhere' : null
    return BULK_REFUSALS.find((one) => moved.error.includes(one as 'no-intent')) ?? null
  },
  silence: (_, { silenced }) => (silenced ? 'same' : null),
  addToList: ({ listId }, lead) => (lead.listId === listId ? 'same' : lead.openThere ? 'open-there' : null),
  close: (_, { stage }) => (CLOSABLE.some((each) => each === stage) ? null : 'same'),
  moveToList: ({ listId }, lead) => {
    if (lead.listId === listId) return 'same'
    return lead.worked ? 'was-worked' : lead.openThere ? 'open-there' : null
  },
}

/** Why this lead stays as it is; null when the deed is done to it. Pure: preview and deed ask the same. */
export function judgeBulk(deed: BulkDeed, lead: BulkLead, doer: Doer): BulkRefusal | null {
  if (lead.erased) return 'erased'
  const judge = JUDGES[deed.kind] as (deed: BulkDeed, lead: BulkLead, doer: Doer) => BulkRefusal | null
  return judge(deed, lead, doer)
}

const NOTHING: Proofs = {
  callWithPerson: false,
  bantAtThreshold: false,
  failedGates: [],
  nextStep: false,
  override: null,
  fit: 0,
  intent: false,
  reason: null,
  problem: false,
  size: false,
  consent: false,
  contractReference: false,
  contractDate: false,
  owesSql: false,
}
