import type { ExportProfile } from '#shared/domain/export/profile'
import type { CustomerTask } from '#shared/domain/export/task'
import { foundCustomers } from '#electron/db/export-tasks'
import type { Deps } from '../deps.ts'
import { gather } from './gather.ts'

/** For the account managers of those who turned out to be customers; each goes to a target once. */
export function tasksFor(deps: Pick<Deps, 'db' | 'zone' | 'now'>, profile: ExportProfile): CustomerTask[] {
  const found = foundCustomers(deps.db, profile)
  const leads = new Map(
    gather(
      deps,
      found.map(({ leadId }) => leadId),
    ).map((lead) => [lead.leadId, lead]),
  )
  return found.flatMap(({ leadId, words, note, ...of }) => {
    const lead = leads.get(leadId)
    const said = [words, note].filter((text) => text !== null)
    return lead ? [{ ...of, lead, words: said, dueAt: deps.now() }] : []
  })
}
