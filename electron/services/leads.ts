import type { Handlers, Input, Output } from '#shared/contract/api'
import type { LeadRow } from '#shared/contract/leads'
import { NEVER } from '#shared/domain/queue'
import { searchQuery } from '#shared/domain/search'
import { showPhone } from '#shared/domain/show-phone'
import { leadRows, orderedLeads, searchLeads, storeVersion } from '#electron/db/leads'
import type { Deps } from './deps.ts'

type Db = Deps['db']

export function leadsHandlers({ db }: Deps) {
  const ordered = keepLast(db)
  return {
    'leads.page': (input) => page(db, ordered, input),
    'leads.search': (input) => search(db, input),
  } satisfies Partial<Handlers>
}

type Ordered = (input: Input<'leads.page'>) => readonly number[]

/** A list that is scrolled asks for one page after another of the same order: it is worked out once for each change. */
function keepLast(db: Db): Ordered {
  let kept: { key: string; rows: readonly number[] } | null = null
  return ({ listId, stage, text, sort }) => {
    const key = JSON.stringify([storeVersion(db), listId, stage, text, sort])
    if (kept?.key === key) return kept.rows
    const query = searchQuery(text)
    const rows = query === null && text.trim() ? [] : orderedLeads(db, { listId, stage, query }, sort)
    kept = { key, rows }
    return rows
  }
}

function page(db: Db, ordered: Ordered, input: Input<'leads.page'>): Output<'leads.page'> {
  const rows = ordered(input)
  return { total: rows.length, rows: show(db, rows.slice(input.offset, input.offset + input.limit)) }
}

/** One letter matches half of everybody: ranking waits until the words say something. */
const TELLING = 3

function search(db: Db, { text, limit }: Input<'leads.search'>): Output<'leads.search'> {
  const query = searchQuery(text)
  if (query === null) return { rows: [], more: false }
  const ranked = text.replace(/\P{L}/gu, '').length >= TELLING
  const found = searchLeads(db, query, ranked, limit + 1)
  return { rows: show(db, found.slice(0, limit)), more: found.length > limit }
}

function show(db: Db, rows: readonly number[]): LeadRow[] {
  const found = new Map(leadRows(db, rows).map((row) => [row.n, row]))
  return rows.flatMap((n) => {
    const row = found.get(n)
    if (!row) return []
    const { n: _, e164, bucket, wait, until, dueAt, ...shown } = row
    return {
      ...shown,
      phone: e164 === null ? null : showPhone(e164),
      next: bucket === null ? null : { bucket, wait, at: until === NEVER ? null : (until ?? dueAt) },
    }
  })
}
