import type { Input, Output } from '#shared/contract/api'
import { customOrder } from '#shared/domain/import/date-order'
import { decimalMarkOf, type DecimalMark } from '#shared/domain/import/decimal'
import { historyReader, type HistoryProblem, type HistoryRow } from '#shared/domain/import/history'
import { keysOf } from '#shared/domain/import/same-person'
import { isSameName } from '#shared/domain/name'
import type { OutcomeId } from '#shared/domain/outcome'
import { atLeast } from '#shared/domain/people'
import { fold } from '#shared/lib/fold'
import { repAtDesk } from '#electron/db/device'
import {
  isCallHere,
  isVerdictHere,
  leadCalled,
  leadNamed,
  personsWith,
  type CalledLead,
} from '#electron/db/import-history'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import type { Deps } from '../deps.ts'
import { outcomesByName } from '../outcome-versions.ts'
import { reasonsAt, reasonsByName } from '../reason-versions.ts'
import type { HistoryJob } from './history-job.ts'
import { claimsIn } from './history-moves.ts'
import type { Made } from './history-write.ts'
import { inboxPath } from './inspect.ts'
import { headerOf } from './reader.ts'
import { recordsOf } from './records.ts'

type Found = Output<'history.check'>
type Given = Input<'history.check'>
type Judged = { row: HistoryRow; problem: HistoryProblem } | { row: HistoryRow; made: Made | null }

const SHOWN = 200

export const emptyFound = (): Found => ({
  cancelled: false,
  rows: 0,
  counts: { call: 0, verdict: 0, none: 0, duplicate: 0, error: 0 },
  leads: 0,
  claims: { leads: 0, stay: false },
  agents: [],
  outcomes: [],
  verdicts: [],
  errors: [],
})

/** Reads and judges every row: whose call it is, when, how it ended, by whom. */
export async function gather(
  deps: Deps,
  { fileId, plan }: Given,
  job: Pick<HistoryJob, 'stopIfAsked'>,
  tell: (rows: number) => void,
) {
  const reps = new Map(allReps(deps.db).map(({ id, name }) => [fold(name), id]))
  const header = await headerOf({ path: inboxPath(deps, fileId), plan })
  const columns = plan.columns.map(({ dates, ...column }) => ({
    ...column,
    order: dates ?? customOrder(plan.country),
    header: header[column.index],
  }))
  const mark = await markOf(inboxPath(deps, fileId), plan)
  const { rules } = reasonsAt(deps.db, deps.now())
  const read = historyReader({
    ...plan,
    columns,
    zone: deps.zone,
    mark,
    team: outcomesByName(deps.db, deps.now()),
    reasons: { rules, named: reasonsByName(deps.db, deps.now()) },
  })
  const rep = repAtDesk(deps.db)
  const isLeader = rep !== undefined && atLeast(rep.role, 'team_lead')
  const found: Found = emptyFound()
  const [agents, outcomes, verdicts, leads, seen] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const made: Made[] = []
  const outcomeAt = plan.columns.find(({ field }) => field === 'outcome')?.index ?? -1
  for await (const { records } of recordsOf(inboxPath(deps, fileId), plan)) {
    for (const record of records) {
      const judged = judgeRow(deps, read(record), plan, reps, isLeader)
      found.rows++
      if ('problem' in judged) {
        found.counts.error++
        if (judged.problem === 'unknown_agent') add(agents, judged.row.agent)
        if (judged.problem === 'verdict_unknown') add(verdicts, judged.row.verdictCell)
        if (judged.problem === 'no_outcome') add(outcomes, record.cells[outcomeAt] ?? '')
        if (found.errors.length < SHOWN)
          found.errors.push({ line: record.line, cells: record.cells, problem: judged.problem })
        continue
      }
      if (judged.made === null) {
        found.counts.none++
        continue
      }
      const { row, personId, lead, at, outcome } = judged.made
      if (row.repId === null && row.agent && !reps.has(fold(row.agent))) add(agents, row.agent)
      const key = `${personId} ${at} ${outcome ?? row.verdict}`
      if (seen.has(key) || isHere(deps, judged.made)) {
        found.counts.duplicate++
        continue
      }
      seen.add(key)
      leads.add(lead.id)
      found.counts[outcome === null ? 'verdict' : 'call']++
      made.push(judged.made)
    }
    tell(found.rows)
    job.stopIfAsked()
    // Whoever logs a call meanwhile comes first.
    await new Promise((resolve) => setImmediate(resolve))
  }
  found.leads = leads.size
  found.claims = { leads: claimsIn(made, plan.closes ? rules : null), stay: !isLeader }
  found.verdicts = most(verdicts).map(([cell, calls]) => ({ cell, calls }))
  found.agents = most(agents).map(([name, calls]) => ({ name, calls }))
  found.outcomes = most(outcomes).map(([cell, calls]) => ({ cell, calls }))
  return { found, made }
}

const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)
const most = (counts: ReadonlyMap<string, number>) =>
  [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, SHOWN)

/** One mark for the whole column of amounts. */
async function markOf(path: string, plan: Given['plan']): Promise<DecimalMark | null> {
  const at = plan.columns.find(({ field }) => field === 'amount')?.index
  if (at === undefined) return null
  for await (const { records } of recordsOf(path, plan)) {
    const mark = decimalMarkOf(records.map(({ cells }) => cells[at] ?? ''))
    if (mark !== null) return mark
  }
  return null
}

/** The same from an earlier file, or made here. */
function isHere({ db }: Deps, { row, personId, lead, at, outcome }: Made): boolean {
  if (outcome !== null) return isCallHere(db, personId, at, outcome)
  return row.verdict !== null && isVerdictHere(db, lead.id, row.verdict, row.calledAt)
}

function judgeRow(
  deps: Deps,
  row: HistoryRow,
  plan: Given['plan'],
  reps: ReadonlyMap<string, string>,
  isLeader: boolean,
): Judged {
  if (row.isCall && row.outcome === null) return { row, problem: 'no_outcome' }
  const saysNothing = !row.isCall && row.verdict === null && !row.isVerdictUnknown
  if (row.outcome === 'none' || saysNothing) return { row, made: null }
  // A verdict that does not say when was given by now.
  if (row.calledAt === null && (row.isCall || row.isDated)) return { row, problem: 'no_date' }
  const at = row.calledAt ?? deps.now()
  if (at > deps.now()) return { row, problem: 'future' }
  if (row.isAmountUnreadable) return { row, problem: 'amount_unreadable' }
  if (row.isVerdictUnknown) return { row, problem: 'verdict_unknown' }
  const whose = whoseIs(deps.db, row.who, plan.listId)
  if (typeof whose === 'string') return { row, problem: whose }
  const { personId, lead } = whose
  if (!row.isCall && !isLeader && !lead.wasSql) return { row, problem: 'not_handed_over' }
  const said = [...reps.values()].find((id) => id === row.repId)
  const repId = said ?? reps.get(fold(row.agent)) ?? null
  if (repId === null && row.agent && !plan.addReps) return { row, problem: 'unknown_agent' }
  const outcome: OutcomeId | null = row.outcome
  return { row, made: { row, personId, lead, repId: repId ?? '', at, outcome } }
}

type Whose = { personId: string; lead: CalledLead }

/** By our own id of the lead, as exports give it, else by whatever says who it is. */
function whoseIs(db: Db, who: HistoryRow['who'], listId: string | null): Whose | HistoryProblem {
  const own = who.externalId === null ? undefined : leadNamed(db, who.externalId)
  if (own) return own
  const keys = keysOf(who)
  if (keys.length === 0) return 'nobody'
  const all = personsWith(db, keys)
  const name = who.name?.name ?? null
  const named = all.length > 1 && name !== null ? all.filter((person) => isSameName(person.name, name)) : all
  if (named.length > 1) return 'several_people'
  const [person] = named
  const lead = person && leadCalled(db, person.id, listId)
  return person && lead ? { personId: person.id, lead } : 'unknown_person'
}
