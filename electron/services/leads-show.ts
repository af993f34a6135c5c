import type { LeadRow } from '#shared/contract/leads'
import { NEVER } from '#shared/domain/queue'
import { showPhone } from '#shared/domain/show-phone'
import { repAtDesk } from '#electron/db/device'
import { leadRows } from '#electron/db/leads'
import type { Asking } from '#electron/db/leads-where'
import type { Deps } from './deps.ts'

/** What "me" and "today" mean at this desk at this moment. */
export const askingOf = ({ db, now, zone }: Deps): Asking => ({
  repId: repAtDesk(db)?.id ?? '',
  now: now(),
  zone,
})

/** What a list shows of these rows, in their order. */
export function show({ db, now }: Pick<Deps, 'db' | 'now'>, rows: readonly number[]): LeadRow[] {
  const found = new Map(leadRows(db, rows, now()).map((row) => [row.n, row]))
  return rows.flatMap((n) => {
    const row = found.get(n)
    if (!row) return []
    const { n: _, e164, bucket, wait, until, dueAt, extra, ...shown } = row
    return {
      ...shown,
      extra: extra ?? {},
      phone: e164 === null ? null : showPhone(e164),
      next: bucket === null ? null : { bucket, wait, at: until === NEVER ? null : (until ?? dueAt) },
    }
  })
}
