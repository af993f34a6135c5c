import { sql, type SQL } from 'drizzle-orm'

import type { LeadsFilter } from '#shared/contract/leads-filter'
import { addDays, dayOf, dayStart } from '#shared/domain/calendar'
import { searchQuery } from '#shared/domain/search'
import { fold } from '#shared/lib/fold'
import { DAY } from '#shared/lib/time'
import { aged } from './ageing.ts'
import { fitAt } from './override.ts'

/** Who asks, when and where: what "me", "today" and a day mean. `zone` is IANA. */
export type Asking = { repId: string; now: number; zone: string }

/** Whole points are stored as hundredths; a point goes up to the next one. */
const POINT = 100

type Filled = { [K in keyof LeadsFilter]-?: NonNullable<LeadsFilter[K]> }
type Conditions = { [K in keyof Filled]: (value: Filled[K], asking: Asking) => SQL | null }

/** Null = every lead fits. Written over `leads` alone, so that any index of it can lead the way. */
const CONDITIONS: Conditions = {
  text: () => null,
  lists: (ids) => sql`leads.list_id IN ${ids}`,
  stages: (stages) => sql`leads.stage IN ${stages}`,
  sources: (keys) => sql`coalesce(leads.source_key, '') IN ${keys}`,
  owners: (owners, { repId }) => {
    const ids = owners.filter((owner) => owner !== 'nobody').map((owner) => (owner === 'me' ? repId : owner))
    const isNobody = owners.includes('nobody') ? sql`leads.owner_id IS NULL` : sql`0`
    return ids.length > 0 ? sql`(${isNobody} OR leads.owner_id IN ${ids})` : isNobody
  },
  reasons: (reasons) => sql`leads.reason IN ${reasons}`,
  outcomes: (
    outcomes,
  ) => sql`coalesce((SELECT coalesce(own_outcome, outcome) FROM live_calls WHERE lead_id = leads.id
    ORDER BY dialled_at DESC LIMIT 1), 'never') IN ${outcomes}`,
  countries: (countries) =>
    sql`(SELECT country FROM persons WHERE persons.id = leads.person_id) IN ${countries}`,
  importId: (id) => sql`leads.import_id = ${id}`,
  attempts: (range) => between(sql`leads.attempts`, range, 1),
  dials: (range) => between(sql`leads.dials`, range, 1),
  fit: (range, { now }) => between(fitAt(now), range, POINT),
  bant: (range) => between(sql`leads.bant_now`, range, POINT),
  arrived: (days, asking) => within(sql`leads.arrived_at`, days, asking),
  lastDial: (days, asking) => within(sql`leads.last_dial_at`, days, asking),
  untouched: (days, { now }) => sql`coalesce(leads.last_dial_at, leads.arrived_at) <= ${now - days * DAY}`,
  aged: (days, { now }) => aged(days, now),
  promised: (which, asking) => sql`leads.id IN (SELECT queue.lead_id FROM promises
    JOIN queue ON queue.lead_id = promises.lead_id AND queue.bucket = 'promise' AND queue.due_at = promises.due_at
    WHERE promises.due_at < ${which === 'due' ? tomorrow(asking) : Number.MAX_SAFE_INTEGER})`,
  waking: (which, asking) =>
    which === 'due'
      ? sql`leads.stage = 'nurture' AND leads.wakes_at < ${tomorrow(asking)}`
      : sql`leads.stage = 'nurture' AND leads.wakes_at IS NOT NULL`,
  hasNumber: (has) => (has ? HAS_NUMBER : sql`NOT ${HAS_NUMBER}`),
  suppressed: (is) => (is ? SUPPRESSED : sql`NOT ${SUPPRESSED}`),
  extra: (columns) =>
    sql.join(
      columns.map(
        ({ header, contains }) =>
          sql`EXISTS (SELECT 1 FROM json_each(leads.extra) AS one WHERE one.key = ${header}
            AND instr(fold(one.value), ${fold(contains)}) > 0)`,
      ),
      sql` AND `,
    ),
}

const HAS_NUMBER = sql`EXISTS (SELECT 1 FROM phones WHERE phones.person_id = leads.person_id
  AND phones.status IN ('ok', 'switchboard'))`

/** A wish that stands: whatever ends one refers to it. */
const stands = (column: SQL, scope: string) => sql`EXISTS (SELECT 1 FROM live_suppressions AS wish
  WHERE wish.${column} = leads.${column} AND wish.scope = ${scope} AND wish.channel = 'call' AND wish.lifted = 0
    AND NOT EXISTS (SELECT 1 FROM live_suppressions AS ended WHERE ended.${column} = wish.${column}
      AND ended.lifted = 1 AND ended.refers_to = wish.id))`
const SUPPRESSED = sql`(${stands(sql`person_id`, 'person')} OR ${stands(sql`company_id`, 'company')})`

type Ends<T> = { from: T | null; to: T | null }

function between(column: SQL, { from, to }: Ends<number>, unit: number): SQL | null {
  return both(
    from === null ? null : sql`${column} >= ${from * unit}`,
    to === null ? null : sql`${column} < ${(to + 1) * unit}`,
  )
}

function within(column: SQL, { from, to }: Ends<string>, { zone }: Asking): SQL | null {
  return both(
    from === null ? null : sql`${column} >= ${dayStart(zone, from)}`,
    to === null ? null : sql`${column} < ${dayStart(zone, addDays(to, 1))}`,
  )
}

const both = (...parts: (SQL | null)[]): SQL | null => {
  const there = parts.filter((part) => part !== null)
  return there.length > 0 ? sql.join(there, sql` AND `) : null
}

const tomorrow = ({ zone, now }: Asking): number => dayStart(zone, addDays(dayOf(zone, now), 1))

const isBlank = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0)

/** What a lead must fulfil. `without` leaves out what another part of the query sees to. */
export function whereOf(filter: LeadsFilter, asking: Asking): SQL {
  const parts = (Object.keys(CONDITIONS) as (keyof Filled)[])
    .filter((key) => !isBlank(filter[key]))
    .map((key) => {
      const condition = CONDITIONS[key] as (value: unknown, asking: Asking) => SQL | null
      return condition(filter[key], asking)
    })
  return both(...parts) ?? sql`1`
}

/** What was typed, as the search index reads it: undefined = nothing was typed, null = it can match nobody. */
export function typedOf({ text }: LeadsFilter): string | null | undefined {
  return text?.trim() ? searchQuery(text) : undefined
}
