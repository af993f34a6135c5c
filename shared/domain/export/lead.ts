import type { AnswerState, Definition } from '../bant.ts'
import type { PromiseFact } from '../facts.ts'
import type { OutcomeId, WhoSpoke } from '../outcome.ts'
import type { PhoneType } from '../phone-kind.ts'
import type { Stage } from '../stage.ts'

/** A lead with all that may leave with it. Undone calls and what they brought are left out. */
export type ExportLead = {
  leadId: string
  externalId: string | null
  name: string
  givenName: string | null
  familyName: string | null
  title: string | null
  company: string | null
  industry: string | null
  employees: number | null
  domain: string | null
  emails: readonly string[]
  /** The one to call first comes first; those that reach nobody of theirs are left out. */
  phones: readonly { e164: string; extension: string | null; type: PhoneType }[]
  city: string | null
  province: string | null
  postalCode: string | null
  country: string | null
  list: string
  /** What the list qualifies by, with its own words. */
  framework: ExportFramework
  /** What the evidence is written in: the list's, so that it does not change with the reader. */
  language: 'es' | 'en'
  /** IANA, of the workspace: what dates are written in. */
  zone: string
  source: string | null
  campaign: string | null
  owner: string | null
  stage: Stage
  doNotCall: boolean
  doNotMail: boolean
  /** The move to SQL that stands; null when there was none here. */
  sql: ExportSql | null
  answers: readonly ExportAnswer[]
  /** The newest next step. */
  step: { kind: PromiseFact['kind']; dueAt: number; withWhom: string | null } | null
  /** The newest that was written. */
  note: string | null
  opportunity: ExportOpportunity | null
  /** Whom an SQL's person named as the one to talk to. */
  decider?: string | null
  /** Oldest first. */
  calls: readonly ExportCall[]
}

export type ExportFramework = Pick<Definition, 'framework' | 'name' | 'criteria'>

export type ExportSql = {
  at: number
  by: string
  /** The call that brought it; null when it was moved on the lead's page. */
  callId: string | null
  /** Hundredths and points, as frozen then. */
  score: number | null
  threshold: number | null
  /** What the score is of: that of the move. */
  framework: string | null
  override: Override | null
}

/** A team lead passed proof 2. */
type Override = { by: string; reason: string | null }

export type ExportAnswer = {
  criterion: string
  state: AnswerState
  grade: string | null
  amountMinor: number | null
  currency: string | null
  date: string | null
  evidence: string | null
}

type ExportOpportunity = {
  problem: string | null
  sizeValue: number | null
  sizeUnit: string | null
  amountMinor: number | null
  currency: string | null
  expectedClose: string | null
  contractReference: string | null
  contractDate: string | null
}

export type ExportCall = {
  id: string
  by: string
  at: number
  outcome: OutcomeId
  /** What the team calls it, in the list's language; null = by our name. */
  named?: string | null
  spoke: WhoSpoke | null
  leftMessage: boolean
  /** Seconds; null = unknown. */
  talk: number | null
  note: string | null
}
