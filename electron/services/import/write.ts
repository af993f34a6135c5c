import { calendarKey } from '#shared/domain/window'
import { countryOf, zonesOf } from '#shared/domain/zone'
import type { FitFacts } from '#shared/domain/fit'
import type { Phone } from '#shared/domain/phone'
import { freshEntry } from '#shared/domain/place'
import type { Signal, ScoreProfile } from '#shared/domain/profile'
import type { QueueEntry } from '#shared/domain/queue'
import { fitOf, hasIntent, isMql } from '#shared/domain/score'
import { IN_QUEUE, type Stage } from '#shared/domain/stage'
import { fold } from '#shared/lib/fold'
import type { ListRow } from '#electron/db/people'
import { indexKnown, insertEmail, insertPerson, insertPhone, saveCompany } from '#electron/db/person'
import { raw } from '#electron/db/raw'
import type { Db } from '#electron/db/open'
import type { Taken } from './take.ts'

/** What all leads of an import have in common. */
export type Writing = {
  importId: string
  list: ListRow
  profile: ScoreProfile
  at: number
  zone: string
  newId: () => string
  /** E.164 that nobody may call. */
  silenced: ReadonlySet<string>
}

export type QueuedLead = { leadId: string; personId: string; companyId: string | null; entry: QueueEntry }
type Birth = 'inquiry' | 'lead' | 'mql'
const isBirth = (stage: Stage): stage is Birth => IN_QUEUE.includes(stage)

/** Stores a row of somebody new, or a new lead of somebody who is there. Returns where somebody new stands in the queue. */
export function writeRow(db: Db, taken: Taken, writing: Writing, entryOf: EntryOf): QueuedLead | null {
  const { person, lead } = taken
  // Also for somebody who is there: their new lead names it before their own row does.
  if (taken.isNewPerson || lead) writeCompany(db, person)
  if (taken.isNewPerson) writePerson(db, taken, writing)
  if (!lead) return null
  const { signals } = lead
  const fit = fitOf(fitFacts(taken), writing.profile, writing.list.id)
  const { stage: where, ownerId } = taken.row.values
  const stage = where ?? birthOf(signals, fit, writing)
  const companyId = person.company?.id ?? null
  insertLead(db, taken, { stage, fit, writing })
  for (const signal of signals) insertSignal(db, writing.newId(), lead.id, signal)
  if (lead.stage !== 'disqualified') lead.stage = stage
  // Of somebody who is there, or where another system put the lead or its owner: placed by its facts.
  if (!taken.isNewPerson || !isBirth(stage) || ownerId !== null) return null
  const entry = entryOf(taken, { stage, fit, signals })
  return entry && { leadId: lead.id, personId: person.id, companyId, entry }
}

export const insertSignal = (db: Db, id: string, leadId: string, { kind, at }: Signal) =>
  raw(db, 'INSERT INTO signals (id, lead_id, kind, at) VALUES (?, ?, ?, ?)').run(id, leadId, kind, at)

function writeCompany(db: Db, { company }: Taken['person']): void {
  if (!company?.isNew) return
  saveCompany(db, company)
  company.isNew = false
}

function writePerson(db: Db, { person, row }: Taken, { at, newId }: Writing): void {
  person.n = insertPerson(db, person, at)
  row.values.phones.forEach((phone, place) => insertPhone(db, newId(), person.id, phone, place))
  person.emails.forEach((email, place) => insertEmail(db, person.id, email, place))
  indexKnown(db, person.n, person)
}

/** Whoever asked to be contacted is an inquiry until somebody looks; the gate of an MQL is passed by itself. */
function birthOf(signals: readonly Signal[], fit: number, { profile, at }: Writing): Birth {
  if (isMql(fit, hasIntent(signals, profile, at))) return 'mql'
  return signals.some(({ kind }) => profile.signals[kind].group !== 'reading') ? 'inquiry' : 'lead'
}

function insertLead(
  db: Db,
  { lead, person, row }: Taken,
  { stage, fit, writing }: { stage: Stage; fit: number; writing: Writing },
): void {
  const { values } = row
  raw(
    db,
    `INSERT INTO leads (id, person_id, company_id, list_id, external_id, source, source_key, campaign, import_id,
      arrived_at, created_at, born_as, extra, stage, fit, bant_now, attempts, dials)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)`,
  ).run(
    lead?.id,
    person.id,
    person.company?.id ?? null,
    writing.list.id,
    values.externalId,
    values.source,
    values.source === null ? null : fold(values.source),
    values.campaign,
    writing.importId,
    values.arrivedAt ?? writing.at,
    writing.at,
    stage,
    values.extra === null ? null : JSON.stringify(values.extra),
    stage,
    fit,
  )
}

const fitFacts = ({ person, row }: Taken): FitFacts => ({
  industry: person.company?.industry ?? null,
  employees: person.company?.employees ?? null,
  title: person.title,
  country: person.country,
  province: person.province,
  city: person.city,
  extra: row.values.extra,
})

type Fresh = { stage: Birth; fit: number; signals: readonly Signal[] }
export type EntryOf = (taken: Taken, fresh: Fresh) => QueueEntry | null

/** Thousands of new leads stand in the queue alike: one answer serves all that differ in nothing it depends on. */
export function entries({ list, profile, at, zone, silenced }: Writing): EntryOf {
  const kept = new Map<string, QueueEntry | null>()
  return ({ person, row }, { stage, fit, signals }) => {
    const phones: readonly Phone[] = row.values.phones
    const where = {
      zone: null,
      country: person.country,
      province: person.province,
      postalCode: person.postalCode,
      phones,
      listCountry: list.country,
    }
    const calendar = calendarKey({
      country: countryOf(where),
      business: list.business,
      basis: (list.basis ?? null) !== null,
      zones: zonesOf(where),
      home: zone,
    })
    const callable = phones.filter(({ e164 }) => !silenced.has(e164)).length
    const forbidden = person.suppressed
    const fresh = { stage, createdAt: at, calendar, forbidden, callable, signals, profile, fit }
    if (signals.length > 0) return freshEntry(fresh, at)
    const key = `${stage} ${calendar} ${forbidden} ${callable > 0} ${fit}`
    let entry = kept.get(key)
    if (entry === undefined) kept.set(key, (entry = freshEntry(fresh, at)))
    return entry
  }
}

export function insertQueued(
  db: Db,
  listId: string,
  { leadId, personId, companyId, entry }: QueuedLead,
): void {
  raw(
    db,
    `INSERT OR IGNORE INTO queue (lead_id, list_id, person_id, company_id, owner_id, bucket, calendar, rank, ready_at,
      attempts, due_at, until, why, turns_at) VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    leadId,
    listId,
    personId,
    companyId,
    entry.bucket,
    entry.calendar,
    entry.rank,
    entry.readyAt,
    entry.attempts,
    entry.dueAt,
    entry.until,
    entry.why,
    entry.turnsAt,
  )
}
