import { open } from 'node:fs/promises'
import type { Readable, Transform } from 'node:stream'

import { unreadable } from './unreadable.ts'

/** Small, so that a call which is logged meanwhile waits for a millisecond at most. */
const PIECE = 256 * 1024

/**
 * The bytes of a file, piece by piece, up to the place `end`. The next piece takes the room of the one before: a million
 * rows are two thousand pieces, and nobody clears them away in time. Throws AppError 'unreadable-file' 'file-gone'.
 */
export async function* piecesOf(
  path: string,
  { end = Infinity, atOnce = PIECE }: { end?: number; atOnce?: number } = {},
): AsyncGenerator<Buffer> {
  const file = await open(path).catch(gone)
  const room = Buffer.allocUnsafeSlow(atOnce)
  try {
    for (let at = 0; at <= end;) {
      const { bytesRead } = await file.read(room, 0, Math.min(atOnce, end + 1 - at), at).catch(gone)
      if (bytesRead === 0) return
      at += bytesRead
      yield room.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Whatever the system calls it: gone, moved away while it was read, or not ours to read. */
function gone(): never {
  throw unreadable('file-gone')
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
