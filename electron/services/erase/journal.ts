import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { ERASURE_CAUSES } from '#electron/db/schema/erase'
import type { Deps } from '../deps.ts'

export type HashedKey = { hash: string; sieve: number; wish: boolean }
/** An order to erase, with nothing that says who: ids, and hashes that only the key opens. */
export type Order = {
  kind: 'erase'
  id: string
  at: number
  offset: number
  repId: string
  cause: (typeof ERASURE_CAUSES)[number]
  askedOn: string | null
  /** When the sealed copy is destroyed, epoch ms; null = there is none. */
  until: number | null
  refersTo: string | null
  /** Whoever it is, and those who were found to be the same. The first is the one who stands. */
  persons: readonly string[]
  keys: readonly HashedKey[]
}
/** `again`: carried out anew, on another copy of the store. `clean`: no page of it holds what was erased any more. */
type Entry = Order | { kind: 'again' | 'clean'; id: string }

export const erasedFolder = ({ data }: Pick<Deps, 'data'>): string => join(data, 'erased')
const journalOf = (deps: Pick<Deps, 'data'>) => join(erasedFolder(deps), 'journal.jsonl')

/**
 * Outlives the store: an older copy that is put in its place is erased again by it. On the disk when this returns; a
 * line that a power cut left half written is none.
 */
export function write(deps: Pick<Deps, 'data'>, entry: Entry): void {
  mkdirSync(erasedFolder(deps), { recursive: true, mode: 0o700 })
  const handle = openSync(journalOf(deps), 'a', 0o600)
  try {
    writeSync(handle, `\n${JSON.stringify(entry)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function entries(deps: Pick<Deps, 'data'>): Entry[] {
  if (!existsSync(journalOf(deps))) return []
  return readFileSync(journalOf(deps), 'utf8').split('\n').flatMap(entryIn)
}

function entryIn(line: string): Entry[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as Entry]
  } catch {
    return []
  }
}

export const orders = (all: readonly Entry[]): Order[] =>
  all.filter((entry): entry is Order => entry.kind === 'erase')

/** Orders of which pages of the store may still hold what is gone. */
export function unclean(all: readonly Entry[]): string[] {
  const ids = new Set<string>()
  for (const { kind, id } of all) {
    if (kind === 'erase' || kind === 'again') ids.add(id)
    if (kind === 'clean') ids.delete(id)
  }
  return [...ids]
}
