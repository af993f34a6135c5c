import { asksEmails } from '#shared/domain/fit'
import { freshEntry } from '#shared/domain/place'
import type { QueueEntry } from '#shared/domain/queue'
import type { Db } from '#electron/db/open'
import { findList } from '#electron/db/people'
import { plainLeads, saveFit, type PlainLead } from '#electron/db/plain-leads'
import { putQueueRow, queueRow } from '#electron/db/queue'
import type { Deps } from '../deps.ts'
import { lawOfComing } from '../law.ts'
import { refresh } from '../queue.ts'
import { currentRules, rulesAt } from '../rules.ts'
import { territoriesOf } from '../territory.ts'
import { calendars, fits, isBirth } from './fresh.ts'

/** A day there may have begun up to this long ago. */
const LATELY = 2 * 86_400_000

/**
 * Places leads as `refresh` does, tens of times sooner where nothing happened to them yet: their facts are asked for all
 * at once, and thousands of them stand alike. Stops at `until` (of `performance.now()`); returns how many it placed.
 */
export function placeMany(tx: Db, deps: Deps, leadIds: readonly string[], until: number): number {
  const isPlain = territoriesOf(tx).length === 0
  const plain = isPlain ? plainLeads(tx, leadIds, deps.now() - LATELY) : NOBODY
  const entryOf = entriesOf(tx, deps)
  for (const [at, leadId] of leadIds.entries()) {
    const lead = plain.get(leadId)
    if (!lead || !placed(tx, deps, lead, entryOf)) refresh(tx, deps, [leadId])
    if (performance.now() > until) return at + 1
  }
  return leadIds.length
}
const NOBODY: ReadonlyMap<string, PlainLead> = new Map()

type Placed = { fit: number; entry: QueueEntry | null }

/** False when its facts have to be asked for after all. */
function placed(tx: Db, deps: Deps, lead: PlainLead, entryOf: (lead: PlainLead) => Placed | null): boolean {
  const found = entryOf(lead)
  if (!found) return false
  const { leadId, listId, personId, companyId } = lead
  const before = lead.isQueued ? queueRow(tx, leadId) : undefined
  const entry = found.entry
  // Points count as they stood when it became ready, which may be long ago.
  const isSame = before && entry && before.readyAt === entry.readyAt && before.readyAt <= deps.now()
  const isRanked = isSame || rulesAt(tx, lead.createdAt, listId).score === currentRules(tx, listId).score
  if (!isRanked) return false
  if (found.fit !== lead.fit) saveFit(tx, leadId, found.fit)
  const who = { leadId, listId, personId, companyId, ownerId: null }
  putQueueRow(tx, who, isSame && entry ? { ...entry, rank: before.rank } : entry)
  return true
}

/** One answer serves all that differ in nothing it depends on; null where the addresses decide. */
function entriesOf(tx: Db, deps: Deps): (lead: PlainLead) => Placed | null {
  const now = deps.now()
  const kept = new Map<string, QueueEntry | null>()
  const lists = new Map<string, ReturnType<typeof ofList>>()
  const ofList = (listId: string) => {
    const list = findList(tx, listId)
    if (!list) throw new Error(`No list ${listId}`)
    const { score: profile } = currentRules(tx, listId)
    const law = lawOfComing(tx, deps.zone, now, list)
    const where = { list, zone: deps.zone, law }
    return {
      profile,
      law,
      calendarOf: calendars(where),
      fitOf: fits({ profile, list }),
      isAsked: asksEmails(profile),
    }
  }
  return (lead) => {
    let list = lists.get(lead.listId)
    if (!list) lists.set(lead.listId, (list = ofList(lead.listId)))
    if (list.isAsked) return null
    const { stage, createdAt, phones, companyId } = lead
    const fit = list.fitOf({ ...lead, emails: null })
    if (!isBirth(stage)) return { fit, entry: null }
    const calendar = list.calendarOf(lead, companyId !== null)
    const callable = phones.filter(({ e164 }) => !list.law.isScreened(e164)).length
    const key = `${lead.listId} ${stage} ${createdAt} ${calendar} ${callable > 0} ${fit}`
    let entry = kept.get(key)
    if (entry === undefined) {
      const fresh = {
        stage,
        createdAt,
        calendar,
        forbidden: false,
        callable,
        signals: [],
        profile: list.profile,
        fit,
      }
      kept.set(key, (entry = freshEntry(fresh, now)))
    }
    return { fit, entry }
  }
}
