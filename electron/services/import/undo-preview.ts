import type { Output } from '#shared/contract/api'
import type { UndoReason } from '#shared/domain/import/undo'
import type { ImportRow } from '#electron/db/import'
import { wishesOnlyOf } from '#electron/db/import-brought'
import { workOn, type Range } from '#electron/db/import-remove'
import { changesBelow, leadsTouched, takeBack, whoIs, type Why } from '#electron/db/import-undo'
import type { Deps } from '../deps.ts'
import { removingOf } from './remove.ts'

type Preview = Output<'import.undoPreview'>
const SHOWN = 200
/** Leads looked at before whoever waits gets a turn. */
const AT_ONCE = 200

/** What taking an import back would do, lead by lead; nothing is written. */
export async function undoPreview({ db }: Deps, row: ImportRow): Promise<Preview> {
  const counts = { reversed: 0, kept: 0, failed: 0 }
  const rows: Preview['rows'] = []
  let [created, updated] = [0, 0]
  const tell = (leadId: string, why: Why): boolean => {
    if (why === null) {
      counts.reversed++
      return true
    }
    const end = FAILS.includes(why) ? 'failed' : 'kept'
    counts[end]++
    const who = rows.length < SHOWN ? whoIs(db, leadId) : undefined
    if (who) rows.push({ leadId, name: who.name, company: who.company, end, why })
    return false
  }

  const of = removingOf(db, row)
  for (let after = of.leads.first; ;) {
    const leads = workOn(db, of, after, AT_ONCE)
    for (const { id, why } of leads) if (tell(id, why)) created++
    after = leads.at(-1)?.id ?? ''
    if (leads.length < AT_ONCE) break
    await others()
  }
  for (const [leadId, why] of await changedLeads(db, row)) if (tell(leadId, why)) updated++
  return { counts, created, updated, wishes: await wishesOnly(db, row, of.people[0]), rows }
}

const FAILS: readonly UndoReason[] = ['old_value_gone']

/** Leads that were there before, each with the worst that stands in the way of any of its changes. */
async function changedLeads(db: Deps['db'], { id: importId }: ImportRow): Promise<Map<string, Why>> {
  const found = new Map<string, Why>()
  /** Colleagues have the same ones: they are gone through for the first of its changes, and for what stays. */
  const companies = new Set<string>()
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const changes = changesBelow(db, importId, below, AT_ONCE)
    for (const change of changes) {
      const why = takeBack(db, importId, change, true)
      const isCompany = change.entity === 'companies'
      if (isCompany && why === null && companies.has(change.id)) continue
      if (isCompany) companies.add(change.id)
      const leads = leadsTouched(db, change)
      // What the import made itself goes with its lead.
      const isOwn = (leadId: string) => whoIs(db, leadId)?.importId === importId
      if (!isCompany && leads.some(isOwn)) continue
      for (const [at, leadId] of (isCompany ? leads : leads.slice(0, 1)).entries()) {
        if (at % AT_ONCE === AT_ONCE - 1) await others()
        if (!isCompany || !isOwn(leadId)) found.set(leadId, found.get(leadId) ?? why)
      }
    }
    below = changes.at(-1)?.n ?? 0
    if (changes.length < AT_ONCE) return found
    await others()
  }
}

async function wishesOnly(
  db: Deps['db'],
  { id, at, finishedAt }: ImportRow,
  made: Range | undefined,
): Promise<number> {
  const people = new Set<string>()
  for (const which of ['wishes', 'earlier'] as const)
    for (let after: number | null = 0; after !== null; await others()) {
      const found = wishesOnlyOf(db, which, { id, at, finishedAt, made, after, limit: AT_ONCE })
      for (const personId of found.people) people.add(personId)
      after = found.last
    }
  return people.size
}

const others = () => new Promise((resolve) => setImmediate(resolve))
