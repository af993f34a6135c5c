/** Numbers that share a key are told apart by something else from here on; see `isFull`. */
const CROWD = 16
const FILLED = 0.7
const FEWEST = 1 << 12
const HASHES = 2 ** 32

/**
 * Which rows of a file have a key, for millions of them in a few bytes each: only a hash of the key is kept, so whoever
 * looks makes sure of what is found. At most CROWD rows a key; `add` says when there was no room for more. `keys`: as many
 * as are expected; there may be more.
 */
export function keyIndex(keys = 0) {
  let size = 0
  let places = Math.ceil(Math.max(FEWEST, keys / FILLED))
  let hashes = new Uint32Array(places)
  /** Row + 1; 0 = free. */
  let rows = new Uint32Array(places)

  const first = (hash: number) => Math.floor((hash * places) / HASHES)
  const next = (at: number) => (at + 1 === places ? 0 : at + 1)
  const put = (hash: number, row: number): boolean => {
    let same = 0
    for (let at = first(hash); ; at = next(at)) {
      if (rows[at] === 0) {
        hashes[at] = hash
        rows[at] = row + 1
        size++
        return true
      }
      if (hashes[at] === hash && ++same >= CROWD) return false
    }
  }
  const grow = () => {
    const [oldHashes, oldRows] = [hashes, rows]
    places *= 2
    size = 0
    hashes = new Uint32Array(places)
    rows = new Uint32Array(places)
    for (let at = 0; at < oldRows.length; at++)
      if (oldRows[at]) put(oldHashes[at] ?? 0, (oldRows[at] ?? 0) - 1)
  }

  return {
    /** False when the key has a crowd already; then the row is not among those found by it. */
    add(key: string, row: number): boolean {
      if (size >= places * FILLED) grow()
      return put(hashOf(key), row)
    },
    /** In the order they came; some may have another key of the same hash. */
    find(key: string): number[] {
      const hash = hashOf(key)
      const found: number[] = []
      for (let at = first(hash); rows[at]; at = next(at))
        if (hashes[at] === hash) found.push((rows[at] ?? 0) - 1)
      return found
    },
    isFull: (found: readonly number[]): boolean => found.length >= CROWD,
  }
}

/** FNV-1a, stirred at the end so that its low digits differ too. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Is a key in the store? A few bits for each of millions; seldom yes where it is no, never the other way. */
export function keyFilter(keys: number) {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(keys, 1) * BITS_A_KEY))
  const words = new Uint32Array(Math.max(1, bits / 32))
  const each = (key: string, deed: (word: number, bit: number) => boolean): boolean => {
    const hash = hashOf(key)
    const step = (Math.imul(hash, 0x9e3779b1) | 1) >>> 0
    for (let n = 0; n < PROBES; n++) {
      const at = (hash + n * step) % bits
      if (!deed(Math.floor(at / 32), 1 << (at % 32))) return false
    }
    return true
  }
  return {
    add: (key: string): void =>
      void each(key, (word, bit) => {
        words[word] = (words[word] ?? 0) | bit
        return true
      }),
    has: (key: string): boolean => each(key, (word, bit) => ((words[word] ?? 0) & bit) !== 0),
  }
}
const BITS_A_KEY = 12
const PROBES = 4
