/** Numbers that share a key are told apart by something else from here on; see `isFull`. */
const CROWD = 16
const FILLED = 0.7
const FEWEST = 1 << 12
const HASHES = 2 ** 32

/**
 * Which rows of a file have a key, for millions of them in a few bytes each: only a hash of the key is kept (`hashOf`), so
 * whoever looks makes sure of what is found. At most CROWD rows a key; `add` says when there was no room for more. `keys`:
 * as many as are expected; there may be more.
 */
export function keyIndex(keys = 0) {
  let size = 0
  let places = Math.ceil(Math.max(FEWEST, keys / FILLED))
  /** A hash and beside it its row + 1, 0 = free: what is looked at together lies together. */
  let pairs = new Uint32Array(2 * places)

  const first = (hash: number) => 2 * Math.floor((hash * places) / HASHES)
  const next = (at: number) => (at + 2 === pairs.length ? 0 : at + 2)
  const put = (hash: number, row: number): boolean => {
    let same = 0
    for (let at = first(hash); ; at = next(at)) {
      if (pairs[at + 1] === 0) {
        pairs[at] = hash
        pairs[at + 1] = row + 1
        size++
        return true
      }
      if (pairs[at] === hash && ++same >= CROWD) return false
    }
  }
  const grow = () => {
    const old = pairs
    places *= 2
    size = 0
    pairs = new Uint32Array(2 * places)
    for (let at = 0; at < old.length; at += 2) if (old[at + 1]) put(old[at] ?? 0, (old[at + 1] ?? 0) - 1)
  }

  return {
    /** False when the key has a crowd already; then the row is not among those found by it. */
    add(hash: number, row: number): boolean {
      if (size >= places * FILLED) grow()
      return put(hash, row)
    },
    /** In the order they came; some may have another key of the same hash. */
    find(hash: number): readonly number[] {
      let found: number[] | null = null
      for (let at = first(hash); pairs[at + 1]; at = next(at))
        if (pairs[at] === hash) (found ??= []).push((pairs[at + 1] ?? 0) - 1)
      return found ?? NOBODY
    },
    isFull: (found: readonly number[]): boolean => found.length >= CROWD,
  }
}
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
