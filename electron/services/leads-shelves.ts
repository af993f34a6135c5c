import { fold } from '#shared/lib/fold'
import { HOUR } from '#shared/lib/time'
import type { Keyed } from '#electron/db/leads-walk'

/** Row numbers in order, of which a stretch, or one's place, is worked out when it is asked for. */
export type Ordered = {
  readonly length: number
  slice: (from: number, to: number) => readonly number[]
  /** Place of a row; -1 when it is not among them. */
  indexOf: (row: number) => number
}

type Key = Keyed['key']
type Shelf = { at: number; rows: number[]; keys: Key[]; isSorted: boolean }

/** So many letters put a hundred thousand names on shelves of some hundreds. */
const LETTERS = 5
/** What is larger is an instant, put on the shelf of its hour; counts and points have one each. */
const AN_INSTANT = 1e11

/**
 * Leads on shelves by the beginning of what they are ordered by. The shelves are in order, and each is sorted when
 * somebody looks at it: who opens a list of a hundred thousand sees fifty. Blanks last either way; of equals the newest
 * first. Words are compared without case and accents.
 */
export function shelve(descending: boolean) {
  const shelves = new Map<string | number | null, Shelf>()
  const put = (n: number, key: Key): void => {
    const label = labelOf(key)
    const shelf = shelves.get(label)
    if (shelf) {
      shelf.rows.push(n)
      shelf.keys.push(key)
    } else shelves.set(label, { at: 0, rows: [n], keys: [key], isSorted: false })
  }
  return { put, ordered: () => orderedOn(inOrder(shelves, descending), descending) }
}

function labelOf(key: Key): Key {
  if (typeof key === 'string') return beginningOf(key)
  return key !== null && key > AN_INSTANT ? Math.floor(key / HOUR) : key
}

/** Nothing but letters of Western Europe, at its beginning and up to the one that could carry an accent of its own. */
const WESTERN = /^[!-~À-ÖØ-öø-ÿ](?: ?[!-~À-ÖØ-öø-ÿ]){0,9} ?$/
/** Those letters as folding leaves them, once. */
const FOLDED = new Map(Array.from({ length: 256 }, (_, code) => [code, fold(String.fromCharCode(code))]))

function beginningOf(text: string): string {
  const start = text.slice(0, LETTERS + 1)
  if (!WESTERN.test(start)) return fold(text).slice(0, LETTERS).trimEnd()
  let label = ''
  for (let at = 0; at < start.length && at < LETTERS; at++)
    label += start[at] === ' ' ? ' ' : (FOLDED.get(start.charCodeAt(at)) ?? '')
  return label.trimEnd()
}

function inOrder(shelves: ReadonlyMap<Key, Shelf>, descending: boolean): Shelf[] {
  const way = descending ? -1 : 1
  const labels = [...shelves.keys()].toSorted((a, b) => {
    if (a === null || b === null) return a === null ? 1 : -1
    return a < b ? -way : way
  })
  let at = 0
  return labels.map((label) => {
    const shelf = shelves.get(label) as Shelf
    shelf.at = at
    at += shelf.rows.length
    return shelf
  })
}

function orderedOn(shelves: readonly Shelf[], descending: boolean): Ordered {
  const last = shelves.at(-1)
  const length = last ? last.at + last.rows.length : 0
  return {
    length,
    slice: (from, to) => {
      const found: number[] = []
      for (let nth = shelfAt(shelves, from); nth < shelves.length; nth++) {
        const shelf = shelves[nth] as Shelf
        if (shelf.at >= to) break
        for (const row of sorted(shelf, descending).slice(Math.max(0, from - shelf.at), to - shelf.at))
          found.push(row)
      }
      return found
    },
    indexOf: (row) => {
      const shelf = shelves.find(({ rows }) => rows.includes(row))
      return shelf ? shelf.at + sorted(shelf, descending).indexOf(row) : -1
    },
  }
}

/** The shelf on which a place is. */
function shelfAt(shelves: readonly Shelf[], place: number): number {
  let [low, high] = [0, shelves.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((shelves[middle]?.at ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function sorted(shelf: Shelf, descending: boolean): readonly number[] {
  if (shelf.isSorted) return shelf.rows
  const { rows, keys } = shelf
  const isOne = keys.every((key) => key === keys[0])
  shelf.rows = isOne
    ? Array.from(Uint32Array.from(rows).toSorted().toReversed())
    : byKey(rows, keys, descending)
  // They are not asked for again.
  shelf.keys = []
  shelf.isSorted = true
  return shelf.rows
}

function byKey(rows: readonly number[], keys: readonly Key[], descending: boolean): number[] {
  const way = descending ? -1 : 1
  const all = rows.map((n, at) => {
    const key = keys[at] ?? null
    return { n, key: typeof key === 'string' ? fold(key) : (key ?? 0) }
  })
  return all.sort((a, b) => (a.key === b.key ? b.n - a.n : a.key < b.key ? -way : way)).map(({ n }) => n)
}
