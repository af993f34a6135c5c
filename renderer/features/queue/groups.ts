import type { QueueView } from './queue-store.ts'

type Item = QueueView['items'][number]
type GroupId = 'promise' | 'hot' | 'rest'

const GROUP: Readonly<Record<Item['why']['bucket'], GroupId>> = {
  promise: 'promise',
  hot: 'hot',
  retry: 'rest',
  new: 'rest',
  review: 'rest',
}

/** Runs of the same heading, in the queue's own order: retries, new ones and reviews alternate under one. */
export function groupsOf(items: readonly Item[]): { id: GroupId; items: Item[] }[] {
  const groups: { id: GroupId; items: Item[] }[] = []
  for (const item of items) {
    const id = GROUP[item.why.bucket]
    const known = groups.find((group) => group.id === id)
    if (known) known.items.push(item)
    else groups.push({ id, items: [item] })
  }
  return groups
}
