import { createReadStream } from 'node:fs'
import type { Readable, Transform } from 'node:stream'

import { unreadable } from './unreadable.ts'

/** Small, so that a call which is logged meanwhile waits for a millisecond at most. */
const PIECE = 256 * 1024

/** The bytes of a file, piece by piece; `end` is the last one's place. Throws AppError 'unreadable-file' 'file-gone'. */
export async function* piecesOf(
  path: string,
  part: { start?: number; end?: number; highWaterMark?: number } = {},
): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE, ...part })) yield piece as Buffer
  } catch {
    // Whatever the system calls it: gone, moved away while it was read, or not ours to read.
    throw unreadable('file-gone')
  }
}

/** What comes out when `source` is sent through `unpacking`. Throws AppError 'unreadable-file' 'file-broken'. */
export async function* unpackedBy(source: Readable, unpacking: Transform): AsyncGenerator<Buffer> {
  source.once('error', (error) => unpacking.destroy(error))
  try {
    for await (const piece of source.pipe(unpacking)) yield piece as Buffer
  } catch {
    throw unreadable('file-broken')
  } finally {
    source.destroy()
    unpacking.destroy()
  }
}

/** Nothing honest packs a table to less than a hundredth, save for a little one. */
const MOST_UNPACKED = 100
const ALWAYS_ALLOWED = 64 * 1024 * 1024

/**
 * Stops what unpacks to far more than it is made of. `taken` is how many packed bytes were read for it so far;
 * `size`, what it says of itself, where it does: that must be so. Throws AppError 'unreadable-file'.
 */
export async function* guarded(
  pieces: AsyncIterable<Buffer>,
  { size, taken }: { size?: number; taken: () => number },
): AsyncGenerator<Buffer> {
  const most = () => Math.max(ALWAYS_ALLOWED, taken() * MOST_UNPACKED)
  if (size !== undefined && size > most()) throw unreadable('file-unsafe')
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > (size ?? most())) throw unreadable('file-unsafe')
    yield piece
  }
  if (size !== undefined && bytes !== size) throw unreadable('file-broken')
}
