import type { KeyboardEvent } from 'react'

/** What a key on a row means. */
export type RowKey =
  | { kind: 'go'; by: number; to: 'start' | 'end' | null; reaches: boolean }
  | { kind: 'pick'; reaches: boolean }
  | { kind: 'all' }
  | { kind: 'open' }

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  j: 1,
  k: -1,
}
const ENDS: Readonly<Record<string, 'start' | 'end'>> = { Home: 'start', End: 'end' }

/** Null: the key is not the table's. Letters count only while a row has the focus (WCAG 2.1.4). */
export function keyOfTable(event: KeyboardEvent, picks: boolean): RowKey | null {
  if (event.altKey || event.target !== event.currentTarget) return null
  const { key, shiftKey } = event
  if (event.ctrlKey || event.metaKey) return picks && key.toLowerCase() === 'a' ? { kind: 'all' } : null
  const by = STEPS[key]
  const to = ENDS[key] ?? null
  if (by !== undefined || to) return { kind: 'go', by: by ?? 0, to, reaches: picks && shiftKey }
  if (key === 'Enter') return { kind: 'open' }
  if (key === ' ') return picks ? { kind: 'pick', reaches: shiftKey } : { kind: 'open' }
  return null
}
