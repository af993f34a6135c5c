import { NO_RETENTION, type Retention } from '#shared/domain/retention'
import type { RuleData } from '#electron/db/rule-kinds'

/** Those saved before leads were closed too held the months to erase after, by list. */
export function retentionIn(read: RuleData['retention'] | undefined): Retention {
  if (!read) return NO_RETENTION
  if (isWhole(read)) return read
  const lists = Object.entries(read).map(([id, { months }]) => [id, { close: null, erase: months }] as const)
  return { standard: null, lists: Object.fromEntries(lists) }
}

const isWhole = (read: RuleData['retention']): read is Retention => 'lists' in read
