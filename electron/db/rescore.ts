import { count, eq } from 'drizzle-orm'

import type { Bucket, Wait } from '#shared/domain/queue'
import type { Stage } from '#shared/domain/stage'
import { EMAILS } from './columns.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { leads } from './schema/lead.ts'
import { settings } from './schema/desk.ts'
import type { phones } from './schema/person.ts'

const KEY = 'rescore'

/**
 * What is done anew of a lead, the least first; each does what the one before it does, but for the answers' and those of
 * its calendar. `calendar` does what `territories` does; `intent` is who is hot, beside their points.
 */
export const REACHES = ['territories', 'calendar', 'answers', 'fit', 'signals', 'intent', 'all'] as const
export type Reach = (typeof REACHES)[number]

/** How far it has come: up to which row, of which list (null = of all). */
export type Progress = {
  listId: string | null
  after: number
  done: number
  total: number
  /** Without it, all: what an older version left. */
  reach?: Reach
  /** Somebody stopped it; it goes on when they say so, or at the next start. */
  paused?: boolean
}

export const rescoreProgress = (db: Db): Progress | null =>
  (db.select().from(settings).where(eq(settings.key, KEY)).get()?.value as Progress | undefined) ?? null

/** Null when it is over. */
export function saveRescore(db: Db, progress: Progress | null): void {
  if (!progress) db.delete(settings).where(eq(settings.key, KEY)).run()
  else
    db.insert(settings)
      .values({ key: KEY, value: progress })
      .onConflictDoUpdate({ target: settings.key, set: { value: progress } })
      .run()
}

export const countLeads = (db: Db, listId: string | null): number =>
  db
    .select({ n: count() })
    .from(leads)
    .where(listId === null ? undefined : eq(leads.listId, listId))
    .get()?.n ?? 0

/** A lead as a re-score needs it: who it is about, what it has, and when its queue row is ready. */
export type ScoreRow = {
  n: number
  id: string
  listId: string
  stage: Stage
  fit: number
  industry: string | null
  employees: number | null
  title: string | null
  country: string | null
  province: string | null
  city: string | null
  source: string | null
  campaign: string | null
  /** With spaces between; null when nobody asked for them. */
  emails: string | null
  postalCode: string | null
  personId: string
  companyId: string | null
  /** IANA, set by hand. */
  zone: string | null
  /** JSON of `Called`s, the first to call first; null when nobody asked for them. */
  phones: string | null
  /** Null when it is not in the queue. */
  calendar: string | null
  why: Wait | null
  bucket: Bucket | null
  /** JSON of the kept columns; null when nobody asked for them. */
  extra: string | null
  readyAt: number | null
  rank: number | null
  /** 1 = it did something, it was asked something, somebody set its score; 0 when nobody asked whether. */
  acted: 0 | 1
  /** It did something since the instant asked for, or is to; 0 when nobody asked whether. */
  lately: 0 | 1
  answered: 0 | 1
  set: 0 | 1
  /** It was said why they may be called; 0 when nobody asked whether. */
  grounds: 0 | 1
}
type PhoneRow = typeof phones.$inferSelect
type Called = Pick<PhoneRow, 'e164' | 'type' | 'status'>
export const numbersOf = ({ phones }: ScoreRow): Called[] =>
  phones === null ? [] : (JSON.parse(phones) as Called[])

/** What a look at a million leads need not fetch is left out. */
export type Wanted = Readonly<
  Partial<Record<'extra' | 'emails' | 'acted' | 'lately' | 'answered' | 'set' | 'phones', boolean>>
>
export const EVERYTHING: Wanted = { extra: true, emails: true, acted: true, answered: true, set: true }
export const NOTHING: Wanted = {}

const has = (isWanted: boolean | undefined, table: string) =>
  isWanted ? `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.lead_id = leads.id)` : '0'

const NUMBERS = `(SELECT json_group_array(json_object('e164', e164, 'type', type, 'status', status)) FROM
    (SELECT e164, type, status FROM phones WHERE phones.person_id = persons.id ORDER BY place, id)) AS phones`

// The plus keeps the walk on the rows themselves, whatever there is to choose from.
const rowsOf = ({ extra, emails, acted, lately, answered, set, phones }: Wanted) =>
  `SELECT leads.rowid AS n, leads.id, leads.list_id AS listId, leads.stage, leads.fit, leads.person_id AS personId,
    leads.company_id AS companyId, persons.zone, queue.why, queue.bucket,
    ${extra ? 'leads.extra' : 'NULL AS extra'}, companies.industry, companies.employees, persons.title, persons.country,
    persons.province, persons.city, leads.source, leads.campaign, ${emails ? EMAILS : 'NULL'} AS emails,
    persons.postal_code AS postalCode, queue.calendar, queue.ready_at AS readyAt, queue.rank, ${has(acted, 'signals')} AS acted,
    ${lately ? 'EXISTS (SELECT 1 FROM signals WHERE lead_id = leads.id AND at > @since)' : '0'} AS lately,
    ${has(answered, 'answers')} AS answered, ${has(set, 'score_overrides')} AS "set",
    ${phones ? `${NUMBERS}, EXISTS (SELECT 1 FROM bases WHERE bases.person_id = persons.id)` : 'NULL AS phones, 0'} AS grounds
  FROM leads JOIN persons ON persons.id = leads.person_id
    LEFT JOIN companies ON companies.id = leads.company_id
    LEFT JOIN queue ON queue.lead_id = leads.id
  WHERE leads.rowid > @after AND (@listId IS NULL OR +leads.list_id = @listId) ORDER BY leads.rowid LIMIT @limit`

/** `since`: instant from which what somebody did is of late; only where that is wanted. */
type From = Pick<Progress, 'listId' | 'after'> & { since?: number }
/** The next leads in the order of their rows. */
export const leadsAfter = (db: Db, from: From, wanted: Wanted, limit: number): ScoreRow[] => {
  const { listId, after, since = 0 } = from
  return raw<ScoreRow>(db, rowsOf(wanted)).all({ listId, after, limit, ...(wanted.lately ? { since } : {}) })
}

export const saveFit = (db: Db, lead: { n: number; fit: number }): void =>
  void raw(db, 'UPDATE leads SET fit = @fit WHERE rowid = @n').run(lead)

export const saveCalendar = (db: Db, lead: { id: string; calendar: string }): void =>
  void raw(db, 'UPDATE queue SET calendar = @calendar WHERE lead_id = @id').run(lead)

export const saveRank = (db: Db, lead: { id: string; rank: number }): void =>
  void raw(db, 'UPDATE queue SET rank = @rank WHERE lead_id = @id').run(lead)
