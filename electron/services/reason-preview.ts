import type { Handlers, Input, Output } from '#shared/contract/api'
import { addDays, dayStart } from '#shared/domain/calendar'
import type { LeadFacts } from '#shared/domain/facts'
import { isOtherwise, otherwise, tallyOf, type Otherwise } from '#shared/domain/reason-replay'
import { reasonKind } from '#shared/domain/reason'
import { rulesOf } from '#shared/domain/reason-set'
import { clockOfKey } from '#shared/domain/window'
import { factsOfLead, findLead, phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { countMovesOut, movesOut, type LeftMove } from '#electron/db/reason-preview'
import type { Deps } from './deps.ts'
import { lookOn, type FactPlace } from './dry-run.ts'
import { calendarOf, whereabouts } from './placing.ts'
import { reasonsAt } from './reason-versions.ts'
import { quarterStartAt } from './rules.ts'

/** Only reads, in the thread of the reports. */
type Reading = Pick<Deps, 'db' | 'zone'>

/** Rows shown of a reason in one answer. */
const SAMPLE = 8

export const reasonPreviewHandlers = (deps: Reading) =>
  ({ 'reason.preview': (input) => preview(deps, input) }) satisfies Partial<Handlers>

/** What a draft would have made of those who left in some days, stretch by stretch; nothing is written. */
function preview({ db, zone }: Reading, input: Input<'reason.preview'>): Output<'reason.preview'> {
  const [from, to] = [dayStart(zone, input.from), dayStart(zone, addDays(input.to, 1))]
  // What is edited may be wrong still; a code of no kind is no reason.
  const draft = rulesOf(input.reasons.filter(({ code }) => reasonKind(code) !== null))
  const known = new Map<string, Known>()
  const seen: { move: LeftMove; name: string; found: Otherwise }[] = []
  const next = (after: FactPlace | null, limit: number) => movesOut(db, from, to, after, limit)
  const after = lookOn(input.after, next, (move) => {
    // Given in words: no version says anything of it.
    if (reasonKind(move.reason) === null) return
    const lead = known.get(move.leadId) ?? knownOf(db, zone, move.leadId)
    known.set(move.leadId, lead)
    const stages = lead.stages.filter(({ at }) => at < move.at)
    const then = reasonsAt(db, move.at, move.ruleVersion).rules
    const quarterStart = quarterStartAt(db, move.at)
    seen.push({
      move,
      name: lead.name,
      found: otherwise({ ...lead, move, stages, quarterStart }, then, draft),
    })
  })
  const byReason = Map.groupBy(seen, ({ move }) => move.reason)
  return {
    seen: seen.length,
    total: input.after === null ? countMovesOut(db, from, to) : null,
    reasons: [...byReason].map(([code, left]) =>
      tallyOf(
        code,
        left.map(({ found }) => found),
      ),
    ),
    rows: [...byReason.values()].flatMap((left) =>
      left
        .filter(({ found }) => isOtherwise(found))
        .slice(0, SAMPLE)
        .map(({ move: { id, leadId, at, reason }, name, found }) => ({
          id,
          leadId,
          name,
          at,
          code: reason,
          ...found,
        })),
    ),
    after,
  }
}

type Known = Pick<LeadFacts, 'stages'> & { name: string; zone: string }

function knownOf(db: Db, home: string, leadId: string): Known {
  const row = findLead(db, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  const calendar = calendarOf(whereabouts(row, phonesOf(db, row.person.id)), row.list, home)
  return { name: row.person.name, stages: factsOfLead(db, row.lead).stages, zone: clockOfKey(calendar) }
}
