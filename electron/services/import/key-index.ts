/** Rows that share a key are told apart by something else from here on; see `isFull`. */
const CROWD = 16
const FILLED = 0.7
const FEWEST = 1 << 12
const HASHES = 2 ** 32

/**
 * Which rows of a file have a key, for millions of them in four bytes each: only a part of the key's hash (`hashOf`) is
 * kept, so whoever looks makes sure of what is found. At most CROWD rows a key; `add` says when there was no room for more.
 * `keys`, `rows`: as many as are expected; there may be more.
 */
export function keyIndex(keys = 0, rows = 0) {
  const tables = [tableOf(Math.max(FEWEST, keys / FILLED), rows)]
  let places = tables[0]?.places ?? 0

  const find = (hash: number): readonly number[] => {
    let found: number[] | null = null
    for (const table of tables) found = table.find(hash, found)
    return found ?? NOBODY
  }
  return {
    /** False when the key has a crowd already; then the row is not among those found by it. */
    add(hash: number, row: number): boolean {
      let last = tables.at(-1)
      if (!last?.hasRoom(row)) {
        // As much again: what is there stays where it is.
        tables.push((last = tableOf(places, Math.max(rows, row))))
        places += last.places
      }
      // Of several tables the earlier ones may hold the crowd.
      if (tables.length > 1 && find(hash).length >= CROWD) return false
      return last.put(hash, row)
    },
    /** In the order they came; some may have another key of a like hash. */
    find,
    isFull: (found: readonly number[]): boolean => found.length >= CROWD,
  }
}

/** As many rows as there may be take the low bits of a place, and what room is left the low bits of the hash. */
function tableOf(wanted: number, rows: number) {
  const places = Math.ceil(wanted)
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(Math.max(FEWEST, rows) + 2)))
  const most = 2 ** bits - 1
  /** 0 = free: a row is one more here. */
  const words = new Uint32Array(places)
  let size = 0
  const first = (hash: number) => Math.floor((hash * places) / HASHES)
  const next = (at: number) => (at + 1 === places ? 0 : at + 1)
  const partOf = (hash: number) => (hash << bits) >>> bits
  return {
    places,
    hasRoom: (row: number): boolean => row < most && size < places * FILLED,
    put(hash: number, row: number): boolean {
      const part = partOf(hash)
      let same = 0
      let at = first(hash)
      for (let word = words[at]; word; word = words[(at = next(at))])
        if (word >>> bits === part && ++same >= CROWD) return false
      words[at] = (part << bits) | (row + 1)
      size++
      return true
    },
    find(hash: number, found: number[] | null): number[] | null {
      const part = partOf(hash)
      let at = first(hash)
      for (let word = words[at]; word; word = words[(at = next(at))])
        if (word >>> bits === part) (found ??= []).push((word & most) - 1)
      return found
    },
  }
}
/** Of 32: the rest tells keys apart that are looked at together. */
const MOST_BITS = 30
const NOBODY: readonly number[] = []

/** FNV-1a, stirred at the end so that its low digits differ too. */
export function hashOf(kind: string, key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < kind.length; at++) hash = Math.imul(hash ^ kind.charCodeAt(at), 0x01000193)
  // What stands between the two.
  hash = Math.imul(hash ^ 0xff, 0x01000193)
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Is a key in the store, by its `hashOf`? A few bits for each of millions; seldom yes where it is no, never the other way. */
export function keyFilter(keys: number) {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(keys, 1) * BITS_A_KEY))
  const words = new Uint32Array(Math.max(1, bits / 32))
  const each = (hash: number, deed: (word: number, bit: number) => boolean): boolean => {
    // Its high digits: the low ones say the first place, and with them alone one look would do for all.
    const step = ((hash >>> 13) | (hash << 19) | 1) >>> 0
    for (let n = 0; n < PROBES; n++) {
      const at = (hash + n * step) % bits
      if (!deed(Math.floor(at / 32), 1 << (at % 32))) return false
    }
    return true
  }
  return {
    add: (hash: number): void =>
      void each(hash, (word, bit) => {
        words[word] = (words[word] ?? 0) | bit
        return true
      }),
    has: (hash: number): boolean => each(hash, (word, bit) => ((words[word] ?? 0) & bit) !== 0),
  }
}
const BITS_A_KEY = 12
const PROBES = 4
