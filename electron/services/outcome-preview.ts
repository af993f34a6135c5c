import type { Handlers, Input, Output } from '#shared/contract/api'
import { addDays, dayStart } from '#shared/domain/calendar'
import type { LeadFacts } from '#shared/domain/facts'
import type { Place } from '#shared/domain/ladder'
import { isOtherwise, otherwise, tallyOf, type Otherwise } from '#shared/domain/outcome-replay'
import { ruleOf } from '#shared/domain/outcome-set'
import { clockOfKey, isHolidayOfKey } from '#shared/domain/window'
import { factsOfLead, findLead, phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { callsMade, countCallsMade, type MadeCall } from '#electron/db/outcome-preview'
import type { Deps } from './deps.ts'
import { lookOn, type FactPlace } from './dry-run.ts'
import { withDelays } from './outcome-versions.ts'
import { calendarOf, whereabouts } from './placing.ts'
import { reasonsAt } from './reason-versions.ts'

/** Only reads, in the thread of the reports. */
type Reading = Pick<Deps, 'db' | 'zone' | 'now'>

/** Rows shown of an outcome in one answer. */
const SAMPLE = 8

export const outcomePreviewHandlers = (deps: Reading) =>
  ({ 'outcome.preview': (input) => preview(deps, input) }) satisfies Partial<Handlers>

/** What a draft would have made of the calls of some days, stretch by stretch; nothing is written. */
function preview({ db, zone, now }: Reading, input: Input<'outcome.preview'>): Output<'outcome.preview'> {
  const [from, to] = [dayStart(zone, input.from), dayStart(zone, addDays(input.to, 1))]
  const rules = new Map(input.outcomes.map((entry) => [entry.code, ruleOf(entry)]))
  const reasons = reasonsAt(db, now()).rules
  const known = new Map<string, Known>()
  const seen: { call: MadeCall; name: string; found: Otherwise }[] = []
  const next = (after: FactPlace | null, limit: number) => callsMade(db, from, to, after, limit)
  const after = lookOn(input.after, next, (call) => {
    const lead = known.get(call.leadId) ?? knownOf(db, zone, call.leadId)
    known.set(call.leadId, lead)
    const fact = lead.facts.calls.find(({ id }) => id === call.id)
    if (!fact) return
    const made = { call: fact, ...lead, noted: call.noted === 1, worded: call.worded === 1 }
    seen.push({ call, name: lead.name, found: otherwise(made, rules.get(call.code), reasons) })
  })
  const byCode = Map.groupBy(seen, ({ call }) => call.code)
  return {
    seen: seen.length,
    total: input.after === null ? countCallsMade(db, from, to) : null,
    outcomes: [...byCode].map(([code, made]) =>
      tallyOf(
        code,
        made.map(({ found }) => found),
      ),
    ),
    rows: [...byCode.values()].flatMap((made) =>
      made
        .filter(({ found }) => isOtherwise(found))
        .slice(0, SAMPLE)
        .map(({ call: { id, leadId, at, code }, name, found }) => ({ id, leadId, name, at, code, ...found })),
    ),
    after,
  }
}

type Known = { name: string; facts: LeadFacts; place: Place }

function knownOf(db: Db, home: string, leadId: string): Known {
  const row = findLead(db, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  const calendar = calendarOf(whereabouts(row, phonesOf(db, row.person.id)), row.list, home)
  const place = { zone: clockOfKey(calendar), isHoliday: isHolidayOfKey(calendar) }
  return { name: row.person.name, facts: withDelays(db, factsOfLead(db, row.lead)), place }
}
