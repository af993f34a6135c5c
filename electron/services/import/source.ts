import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

import { AppError } from '#shared/contract/errors'
import { guarded, piecesOf, unpackedBy } from './pieces.ts'
import { unreadable } from './unreadable.ts'
import { entriesOf, entryPieces, type ZipEntry } from './zip.ts'

/** The table in a file that was handed in, unpacked where it had to be. */
export type Source = {
  /** Where its bytes stand now. */
  path: string
  /** The tables to choose from in an archive; empty when the file is one itself. */
  entries: readonly string[]
  /** Which of them this is. */
  entry: string | null
  /** Of a workbook: its parts. Null for text. */
  parts: readonly ZipEntry[] | null
}

const TABLES = /\.(csv|tsv|tab|txt|xlsx|xlsm)$/i
/** Where there is none: what programs write without a name, by another one, or of another kind. */
const UNNAMED = /(^|\/)[^./]+$|\.(dat|asc|prn|psv|dsv|xltx|xltm|xls|xlsb|ods|fods|numbers|html?)$/i
const ARCHIVES = /\.(zip|gz|tgz|tar|7z|rar|bz2|xz|zst)$/i
/** Beside a table it is a read-me. */
const LETTER = /\.txt$/i
/** What systems leave in archives beside the files. */
const LITTER = /(^|\/)(__MACOSX\/|\.|~\$)/

/**
 * Finds the table in a file: text, a workbook, or either in a .gz or .zip, of which `entry` names one (null = the first
 * that holds anything, a .txt last).
 * What is unpacked stands beside the file and is found there the next time. Throws AppError 'unreadable-file'.
 */
export async function sourceOf(path: string, entry: string | null): Promise<Source> {
  const kind = await kindOf(path)
  if (kind === 'gzip') return { ...(await plain(await stored(`${path}.0`, gunzipped(path)))), entries: [] }
  if (kind !== 'zip') return plain(path)
  const parts = await entriesOf(path)
  if (isOffice(parts)) return plain(path)
  const kept = parts.filter(({ name }) => !LITTER.test(name))
  const named = kept.filter(({ name }) => TABLES.test(name))
  const tables = named.length > 0 ? named : kept.filter(({ name }) => UNNAMED.test(name))
  const likely = tables.find(({ name, size }) => !LETTER.test(name) && size > 0)
  const chosen = tables.find(({ name }) => name === entry) ?? likely ?? tables[0]
  if (!chosen)
    throw unreadable(parts.some(({ name }) => ARCHIVES.test(name)) ? 'file-nested' : 'file-no-table')
  const unpacked = await stored(`${path}.${parts.indexOf(chosen)}`, entryPieces(path, chosen))
  return { ...(await plain(unpacked)), entries: tables.map(({ name }) => name), entry: chosen.name }
}

/** Text or a workbook, and no archive of files any more. */
async function plain(path: string): Promise<Source> {
  const kind = await kindOf(path)
  if (kind === 'compound') throw unreadable((await isEncrypted(path)) ? 'file-locked' : 'file-spreadsheet')
  const parts = kind === 'zip' ? await entriesOf(path) : null
  if (kind === 'packed') throw unreadable('file-packed')
  if (kind === 'gzip' || (parts && !isOffice(parts))) throw unreadable('file-nested')
  if (parts?.some(({ name }) => OTHER_WORKBOOKS.test(name))) throw unreadable('file-spreadsheet')
  if (parts?.some(({ name }) => /^(word|ppt)\//i.test(name))) throw unreadable('file-binary')
  return { path, parts, entries: [], entry: null }
}

type Kind = 'text' | 'gzip' | 'zip' | 'compound' | 'packed'
/** How a file begins, in hex. */
const MAGIC: readonly (readonly [RegExp, Kind])[] = [
  [/^1f8b/, 'gzip'],
  [/^504b0(304|506)/, 'zip'],
  [/^d0cf11e0/, 'compound'],
  // .7z, .rar, .bz2, .xz, .zst, .Z, .cab
  [/^(377abcaf271c|526172211a07|425a683[1-9]314159|fd377a585a00|28b52ffd|1f9d|4d534346)/, 'packed'],
  // A .tar has its sign behind its first head.
  [/^.{514}7573746172/, 'packed'],
]
const LAST_MAGIC = 261

async function kindOf(path: string): Promise<Kind> {
  for await (const piece of piecesOf(path, { end: LAST_MAGIC })) {
    const hex = piece.toString('hex')
    return MAGIC.find(([begins]) => begins.test(hex))?.[1] ?? 'text'
  }
  throw unreadable('file-empty')
}

/** Any file of an office suite, which is a zip as well. */
const isOffice = (parts: readonly ZipEntry[]): boolean =>
  parts.some(({ name }) => /^(\[Content_Types\]\.xml$|xl[/\\])/i.test(name) || OTHER_WORKBOOKS.test(name))

/** In .xlsb, .ods and .numbers. */
const OTHER_WORKBOOKS = /^(xl\/workbook\.bin|content\.xml|Index\/Document\.iwa)$/i

/** A workbook with a password is kept in a container of the old kind. */
async function isEncrypted(path: string): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  let rest = Buffer.alloc(0)
  for await (const piece of piecesOf(path)) {
    rest = Buffer.concat([rest.subarray(-name.length), piece])
    if (rest.includes(name)) return true
  }
  return false
}

async function* gunzipped(path: string): AsyncGenerator<Buffer> {
  const unpacking = createGunzip({ chunkSize: 64 * 1024 })
  yield* guarded(unpackedBy(createReadStream(path), unpacking), { taken: () => unpacking.bytesWritten })
}

/** Whole or not at all. */
async function stored(path: string, pieces: AsyncIterable<Buffer>): Promise<string> {
  if (
    await access(path).then(
      () => true,
      () => false,
    )
  )
    return path
  const unfinished = `${path}.${crypto.randomUUID()}.part`
  try {
    await pipeline(pieces, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, path)
    return path
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof AppError) throw error
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw isFull ? unreadable('file-disk-full') : error
  }
}
