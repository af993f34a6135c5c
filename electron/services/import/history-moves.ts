import type { HistoryRow } from '#shared/domain/import/history'
import { stageAfter } from '#shared/domain/import/verdict-words'
import type { OutcomeId } from '#shared/domain/outcome'
import type { ReasonId } from '#shared/domain/reason'
import { ruleIn, type ReasonRule, type ReasonRules } from '#shared/domain/reason-set'
import { CLOSED_STAGES, isBack, PROVEN, type Stage } from '#shared/domain/stage'
import { DAY } from '#shared/lib/time'
import type { CalledLead } from '#electron/db/import-history'

const TIMING_DAYS = 90
/** The reason was given in words. */
export const IN_WORDS = 'other'

export type Moved = {
  from: Stage
  to: Stage
  /** A reason's code, or that it was given in words. */
  reason: string | null
  /** What the file says of it; blank where it says nothing. */
  words: string
  wakesAt: number | null
  /** It asks for proofs that only calls made here could give. */
  isClaim: boolean
}
type Told = { row: HistoryRow; lead: CalledLead; at: number; outcome: OutcomeId | null }

const HANDED_OVER: readonly Stage[] = ['sql', 'opportunity', 'customer']
const BESIDE: readonly Stage[] = ['nurture', 'disqualified', 'lost']
const CLOSED: readonly Stage[] = [...BESIDE, 'customer']

/** Why another system's outcome would have closed the lead, where the file gives no reason. */
const CLOSES: Partial<Record<OutcomeId, ReasonId>> = {
  not_interested: 'refused',
  nurture: 'timing',
  disqualified: 'outside_profile',
}

/** Where a lead's last call left it: by the CRM's verdict, as the file says, else, with `closes`, as its outcome does. */
export function movesOf(told: Told, closes: ReasonRules | null): Moved[] {
  const { row, lead, at, outcome } = told
  if (row.verdict !== null) return byVerdict(told)
  if (row.result !== null) return row.result === lead.stage ? [] : [bySaying(told, row.result)]
  const reason = outcome !== null ? CLOSES[outcome] : undefined
  return closes && reason && !CLOSED.includes(lead.stage)
    ? [because(lead.stage, ruleIn(closes, reason), at)]
    : []
}

/** Whoever has a verdict was an SQL, whatever stood here: the move there counts, and the one from there. */
function byVerdict({ row, lead, at }: Told): Moved[] {
  if (row.verdict === null) return []
  const isClaim = !lead.wasSql
  const plain = { reason: null, words: row.reason, wakesAt: null, isClaim }
  const moves: Moved[] = HANDED_OVER.includes(lead.stage) ? [] : [{ ...plain, from: lead.stage, to: 'sql' }]
  const from = moves[0]?.to ?? lead.stage
  const { because: reason } = row
  const to = stageAfter(row.verdict, reason)
  if (to === from || (row.verdict === 'accepted' && HANDED_OVER.includes(from))) return moves
  if (row.verdict === 'rejected' && reason !== null) return [...moves, because(from, reason, at)]
  return [...moves, { ...plain, from, to, reason: BESIDE.includes(to) || isBack(from, to) ? IN_WORDS : null }]
}

function bySaying({ row, lead, at }: Told, to: Stage): Moved {
  const { stage: from } = lead
  if (row.because?.stage === to) return because(from, row.because, at)
  return {
    from,
    to,
    reason: BESIDE.includes(to) || isBack(from, to) ? IN_WORDS : null,
    words: row.reason,
    wakesAt: to === 'nurture' ? at + TIMING_DAYS * DAY : null,
    isClaim: PROVEN.includes(to),
  }
}

function because(from: Stage, { code, kind, stage: to, days: own }: ReasonRule, at: number): Moved {
  const days = own ?? (kind === 'timing' ? TIMING_DAYS : null)
  return {
    from,
    to,
    reason: code,
    words: '',
    wakesAt: days === null ? null : at + days * DAY,
    isClaim: false,
  }
}

/**
 * What comes in of them: only a team lead answers for a claim of elsewhere. Without one the lead stays where it stands, or
 * is closed for the reason the file gives; whom it has as a customer nobody calls, as with a file of people.
 */
export function movesIn(
  moves: readonly Moved[],
  { row, lead, at }: Told,
  isLeader: boolean,
  reasons: ReasonRules,
): Moved[] {
  if (isLeader) return [...moves]
  const { stage } = lead
  const own = moves.filter(({ isClaim }) => !isClaim).map((move) => ({ ...move, from: stage }))
  const isCustomer = row.verdict === 'won' || row.result === 'customer'
  const isClosedNow = own.length === 0 && moves.length > 0 && isCustomer && !CLOSED_STAGES.includes(stage)
  return isClosedNow ? [because(stage, ruleIn(reasons, 'already_customer'), at)] : own
}

/** Of each lead its last call, the one that says where it stands. */
export const lastOfEach = <T extends { at: number; lead: CalledLead }>(calls: readonly T[]): Map<string, T> =>
  new Map(calls.toSorted((a, b) => a.at - b.at).map((each) => [each.lead.id, each]))

/** Leads that a file puts where only proofs could. */
export const claimsIn = (calls: readonly Told[], closes: ReasonRules | null): number =>
  [...lastOfEach(calls).values()].filter((told) => movesOf(told, closes).some(({ isClaim }) => isClaim))
    .length
