import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import iconv from 'iconv-lite'

import { guarded, unpackedBy } from './pieces.ts'
import { unreadable } from './unreadable.ts'

/** What a zip's directory says of one of its files. Source of the layout: PKWARE APPNOTE 6.3, sections 4.3 and 4.4. */
export type ZipEntry = {
  name: string
  /** Where its own head stands. */
  at: number
  /** Bytes as packed, and unpacked. */
  packed: number
  size: number
  crc: number
  method: number
  isLocked: boolean
}

const END = 0x06054b50
const END_64 = 0x06064b50
const DIRECTORY = 0x02014b50
const HEAD = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const LARGEST_DIRECTORY = 16 * 1024 * 1024
const STORED = 0
const DEFLATED = 8
const UNPACKED_PIECE = 64 * 1024

/** The files in a zip, folders left out. Throws AppError 'unreadable-file': broken, or two files on the same bytes. */
export async function entriesOf(path: string): Promise<ZipEntry[]> {
  const file = await open(path).catch(() => {
    throw unreadable('file-gone')
  })
  try {
    const { at, size } = await directoryOf(file)
    if (size > LARGEST_DIRECTORY) throw unreadable('file-unsafe')
    const entries = parsed(await bytesOf(file, at, size))
    // Entries that share their bytes make a small archive unpack without end.
    const sorted = entries.toSorted((a, b) => a.at - b.at)
    for (const [index, { at: start, packed }] of sorted.entries())
      if (start + packed > (sorted[index + 1]?.at ?? at)) throw unreadable('file-unsafe')
    return entries.filter(({ name }) => !name.endsWith('/'))
  } catch (error) {
    throw error instanceof RangeError ? unreadable('file-broken') : error
  } finally {
    await file.close()
  }
}

/** The bytes of one file in a zip, checked against what the directory says. Throws AppError 'unreadable-file'. */
export async function* entryPieces(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.isLocked) throw unreadable('file-locked')
  if (entry.method !== STORED && entry.method !== DEFLATED) throw unreadable('file-packed')
  if (entry.packed === 0) return
  const start = await startOf(path, entry)
  const source = createReadStream(path, { start, end: start + entry.packed - 1 })
  const pieces =
    entry.method === STORED
      ? (source as AsyncIterable<Buffer>)
      : unpackedBy(source, createInflateRaw({ chunkSize: UNPACKED_PIECE }))
  let sum = 0
  for await (const piece of guarded(pieces, { size: entry.size, taken: () => entry.packed })) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc) throw unreadable('file-broken')
}

async function startOf(path: string, { at }: ZipEntry): Promise<number> {
  const file = await open(path)
  try {
    const head = await bytesOf(file, at, 30)
    if (head.readUInt32LE(0) !== HEAD) throw unreadable('file-broken')
    return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function bytesOf(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw unreadable('file-broken')
  return buffer
}

async function directoryOf(file: FileHandle): Promise<{ at: number; size: number }> {
  const { size: whole } = await file.stat()
  const length = Math.min(whole, END_SIZE + LONGEST_COMMENT)
  const tail = await bytesOf(file, whole - length, length)
  let end = tail.length - END_SIZE
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw unreadable('file-broken')
  const [size, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (size !== 0xffffffff && at !== 0xffffffff) return { at, size }
  const long = await bytesOf(file, Number(tail.readBigUInt64LE(end - 20 + 8)), 56)
  if (long.readUInt32LE(0) !== END_64) throw unreadable('file-broken')
  return { size: Number(long.readBigUInt64LE(40)), at: Number(long.readBigUInt64LE(48)) }
}

function parsed(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== DIRECTORY) throw unreadable('file-broken')
    const flags = directory.readUInt16LE(at + 8)
    const [nameLength, extraLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)]
    const named = directory.subarray(at + 46, at + 46 + nameLength)
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    entries.push({
      // Bit 11: the name is UTF-8. A Mac does not set it; else it is of a PC of Western Europe.
      name: iconv.decode(named, flags & 0x800 || isUtf8(named) ? 'utf-8' : 'cp850'),
      ...sizesOf(directory, at, extra),
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      isLocked: (flags & 1) === 1,
    })
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** In a zip over 4 GB, what does not fit stands in the extra field 1, in this order. */
function sizesOf(directory: Buffer, at: number, extra: Buffer): Pick<ZipEntry, 'size' | 'packed' | 'at'> {
  let long = longOf(extra)
  const [size = 0, packed = 0, start = 0] = [24, 20, 42].map((place) => {
    const short = directory.readUInt32LE(at + place)
    if (short !== 0xffffffff) return short
    const value = Number(long.readBigUInt64LE(0))
    long = long.subarray(8)
    return value
  })
  return { size, packed, at: start }
}

function longOf(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  return extra.subarray(0, 0)
}
