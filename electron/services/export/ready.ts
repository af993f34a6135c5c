import type { Output } from '#shared/contract/api'
import type { ExportLead } from '#shared/domain/export/lead'
import type { ExportProfile } from '#shared/domain/export/profile'
import { profileFor } from '#shared/domain/export/profiles'
import { outgoingOf, type LastExport, type Outgoing } from '#shared/domain/export/row'
import { sumOf } from '#shared/lib/sum'
import { candidates, lastExports } from '#electron/db/export'
import type { Deps } from '../deps.ts'
import { gather } from './gather.ts'
import { tasksFor } from './tasks.ts'

/** In the row that is kept of an export: the calls that went out with it and before. No target has such a header. */
export const CALLS = '_calls'

export type Ready = { lead: ExportLead; outgoing: Outgoing; last: LastExport | null }

/** Everything new or changed for a target, the held back apart. */
export function readyFor(deps: Pick<Deps, 'db' | 'zone' | 'now'>, profile: ExportProfile) {
  const lasts = lastExports(deps.db, profile)
  const gathered = gather(deps, candidates(deps.db, profile))
  const target = profileFor(profile, gathered)
  const leads = gathered.map((lead): Ready => {
    const last = lastOf(lasts.get(lead.leadId))
    return { lead, last, outgoing: outgoingOf(target, lead, last) }
  })
  const moving = leads.filter(({ outgoing }) => outgoing.changed?.length !== 0 || outgoing.calls.length > 0)
  return {
    target,
    all: leads,
    ready: moving.filter(({ outgoing }) => outgoing.problems.length === 0),
    held: moving.filter(({ outgoing }) => outgoing.problems.length > 0),
  }
}

function lastOf(kept: Record<string, string> | undefined): LastExport | null {
  if (!kept) return null
  const { [CALLS]: calls = '', ...row } = kept
  return { row, calls: calls.split(' ').filter(Boolean) }
}

/** Rows of the first file; the others only bring calls. */
export const hasRow = ({ outgoing }: Ready): boolean => outgoing.changed?.length !== 0
export const isNew = ({ outgoing }: Ready): boolean => outgoing.changed === null

const SHOWN = 50

/** What `export.run` would write now. */
export function preview(deps: Deps, profile: ExportProfile): Output<'export.ready'> {
  const { target, all, ready, held } = readyFor(deps, profile)
  const headers = target.leads.columns.map(({ header }) => header)
  const tasks = tasksFor(deps, profile)
  return {
    new: ready.filter(isNew).length,
    changed: ready.filter((each) => hasRow(each) && !isNew(each)).length,
    held: held.map(({ lead, outgoing }) => ({
      leadId: lead.leadId,
      name: lead.name,
      company: lead.company,
      problems: [...outgoing.problems],
    })),
    headers,
    rows: ready
      .filter(hasRow)
      .slice(0, SHOWN)
      .map(({ lead, outgoing }) => ({
        leadId: lead.leadId,
        name: lead.name,
        cells: headers.map((header) => outgoing.row[header] ?? ''),
        changed: outgoing.changed && [...outgoing.changed],
        override: lead.sql?.override != null,
      })),
    calls: sumOf(ready, ({ outgoing }) => outgoing.calls.length),
    unlinked: sumOf(all, ({ outgoing }) => outgoing.unlinked),
    tasks: tasks.length,
    customers: tasks.slice(0, SHOWN).map(({ lead: { leadId, name, company }, foundAt, foundBy }) => {
      return { leadId, name, company, foundAt, foundBy }
    }),
  }
}
