import { NO_RETENTION, type Retention } from '#shared/domain/retention'

export const RETENTION_KIND = 'retention'

/** Those saved before leads were closed too held the months to erase after, by list. */
export function retentionIn(data: unknown): Retention {
  if (data === undefined || data === null) return NO_RETENTION
  const read = data as Retention | Readonly<Record<string, { months: number }>>
  if ('lists' in read) return read as Retention
  const lists = Object.entries(read).map(([id, { months }]) => [id, { close: null, erase: months }] as const)
  return { standard: null, lists: Object.fromEntries(lists) }
}
