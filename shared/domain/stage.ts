import { err, ok, type Result } from '../lib/result.ts'
import { when } from '../lib/when.ts'

export const STAGES = [
  'inquiry',
  'lead',
  'mql',
  'sql',
  'opportunity',
  'customer',
  'nurture',
  'disqualified',
  'lost',
] as const
export type Stage = (typeof STAGES)[number]

/** Where a lead may go from each stage (PRODUCT.md section 3). Moving back is allowed with a reason. */
const MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  inquiry: ['lead', 'mql', 'sql', 'nurture', 'disqualified'],
  lead: ['inquiry', 'mql', 'sql', 'nurture', 'disqualified'],
  mql: ['lead', 'sql', 'nurture', 'disqualified'],
  sql: ['mql', 'opportunity', 'customer', 'nurture', 'disqualified', 'lost'],
  opportunity: ['sql', 'customer', 'nurture', 'disqualified', 'lost'],
  customer: ['opportunity', 'lost'],
  nurture: ['lead', 'mql', 'sql', 'disqualified'],
  disqualified: ['lead', 'mql', 'nurture'],
  lost: ['lead', 'mql', 'nurture', 'disqualified'],
}

/** How far along the pipeline; what stands beside it counts as before the start. */
const PLACE: Readonly<Record<Stage, number>> = {
  inquiry: 1,
  lead: 2,
  mql: 3,
  sql: 4,
  opportunity: 5,
  customer: 6,
  nurture: 0,
  disqualified: 0,
  lost: 0,
}
/** Moving back is allowed with a reason and is counted (PRODUCT.md section 3). */
export const isBack = (from: Stage, to: Stage): boolean => PLACE[to] > 0 && PLACE[to] < PLACE[from]

/** Stages whose leads wait for a call. Nurture and disqualified come back through review. */
export const IN_QUEUE: readonly Stage[] = ['inquiry', 'lead', 'mql']

/** Stages that nobody is in without proofs; whoever is lost was an SQL. Of a file, only a team lead answers for them. */
export const PROVEN: readonly Stage[] = ['mql', 'sql', 'opportunity', 'customer', 'lost']

export const STAGE_REFUSALS = [
  'move-not-allowed',
  'reason-missing',
  'proof-call',
  'proof-bant',
  'proof-next-step',
  'fit-too-low',
  'no-intent',
  'problem-missing',
  'size-missing',
  'consent-missing',
  'contract-reference-missing',
  'contract-date-missing',
  'override-needs-team-lead',
  'given-up-early',
  'reason-elsewhere',
] as const
/** A gate is data of the definition: any criterion may be one. */
export type GateRefusal = `gate-${string}`
export type StageRefusal = (typeof STAGE_REFUSALS)[number] | GateRefusal

/** Everything a move may need, gathered by the service; what does not apply is null or false. */
export type Proofs = {
  /** A call with the person, in this lead, in the last 90 days. */
  callWithPerson: boolean
  /** BANT now at or over the threshold; hundredths are compared, never the shown decimal. */
  bantAtThreshold: boolean
  /** The gates that fresh answers have not passed, by criterion. */
  failedGates: readonly string[]
  /** A next step they agreed to: kind, date, who. */
  nextStep: boolean
  /** A team lead's reason for passing proof 2; null when none. */
  override: { byTeamLead: boolean; reason: string } | null
  /** Fit in whole hundredths, 0-10000. */
  fit: number
  /** An intent action in the last 90 days, or behaviour at or over 50. */
  intent: boolean
  reason: string | null
  problem: boolean
  size: boolean
  consent: boolean
  contractReference: boolean
  contractDate: boolean
  /** A file put it at SQL or beyond when it came, and nothing here ever proved it: the three proofs are owed. */
  owesSql: boolean
}

/** In what the size of a problem is told; an opportunity has one (PRODUCT.md section 3). */
export const SIZE_UNITS = ['money', 'percent', 'hours', 'units'] as const

/** Where a lead ends: nothing of it is open any more. */
export const CLOSED_STAGES: readonly Stage[] = ['customer', 'disqualified', 'lost']

/** Only a team lead brings a lead back from these (PRODUCT.md section 2). */
export const REOPENED_BY_LEAD: readonly Stage[] = ['disqualified', 'lost']

/** Fit and behaviour, in whole hundredths, from which somebody may be an MQL (PRODUCT.md section 3). */
export const MQL_POINTS = 50_00

function threeProofs(p: Proofs): StageRefusal[] {
  const isPassed = p.override?.byTeamLead && p.override.reason.trim()
  const proof2 = [
    ...when(p.override !== null, 'override-needs-team-lead'),
    ...when(!p.bantAtThreshold, 'proof-bant'),
    ...p.failedGates.map((gate) => `gate-${gate}` as const),
  ]
  return [
    ...when(!p.callWithPerson, 'proof-call'),
    ...(isPassed ? [] : proof2),
    ...when(!p.nextStep, 'proof-next-step'),
  ]
}

const NEEDED: Readonly<Record<Stage, (p: Proofs) => StageRefusal[]>> = {
  inquiry: () => [],
  lead: () => [],
  mql: (p) => [...when(p.fit < MQL_POINTS, 'fit-too-low'), ...when(!p.intent, 'no-intent')],
  sql: threeProofs,
  opportunity: (p) => [
    ...(p.owesSql ? threeProofs(p) : []),
    ...when(!p.problem, 'problem-missing'),
    ...when(!p.size, 'size-missing'),
    ...when(!p.consent, 'consent-missing'),
  ],
  customer: (p) => [
    ...(p.owesSql ? threeProofs(p) : []),
    ...when(!p.contractReference, 'contract-reference-missing'),
    ...when(!p.contractDate, 'contract-date-missing'),
  ],
  nurture: (p) => when(!p.reason?.trim(), 'reason-missing'),
  disqualified: (p) => when(!p.reason?.trim(), 'reason-missing'),
  lost: (p) => when(!p.reason?.trim(), 'reason-missing'),
}

/**
 * May a lead move? Lists every proof or gate that is missing, so that the screen can name them all
 * (PRODUCT.md section 3). Moving back asks for a reason and for nothing it had to prove before.
 */
export function move(from: Stage, to: Stage, proofs: Proofs): Result<Stage, readonly StageRefusal[]> {
  if (from === to) return ok(to)
  if (!MOVES[from].includes(to)) return err(['move-not-allowed'])
  const missing = isBack(from, to) ? when(!proofs.reason?.trim(), 'reason-missing') : NEEDED[to](proofs)
  return missing.length ? err(missing) : ok(to)
}

/** Is there a way from one stage to the other at all, whatever the move may still lack? */
export const mayGo = (from: Stage, to: Stage): boolean => MOVES[from].includes(to)
