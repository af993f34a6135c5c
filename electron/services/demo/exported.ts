import { DAY } from '#shared/lib/time'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { writeOut } from '../export/export.ts'
import { readyFor } from '../export/ready.ts'

const AGO = 4 * DAY

/** Some days ago what had been qualified until then went to HubSpot; the rest is ready to go. */
export function exportEarlier(tx: Db, deps: Deps): void {
  const at = deps.now() - AGO
  const { ready } = readyFor({ ...deps, db: tx }, 'hubspot')
  const early = ready.filter(({ lead }) => lead.sql !== null && lead.sql.at < at)
  if (early.length > 0) writeOut(tx, { ...deps, now: () => at }, 'hubspot', early)
}
