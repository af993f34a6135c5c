import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

import { AppError } from '#shared/contract/errors'
import { encodingSniffer, type Sniffed } from '#shared/domain/import/encoding'
import type { FileReason } from '#shared/domain/import/field'

/** What is known of a file once every byte was seen. */
export type Scan = Sniffed & {
  bytes: number
  sha256: string
  /** Line feeds, or carriage returns where there are none. */
  lines: number
}

/** Small, so that a call which is logged meanwhile waits for a millisecond at most. */
const PIECE = 256 * 1024
const LF = 10
const CR = 13
const WORKBOOKS = ['504b0304', 'd0cf11e0']

/** Reads a file once, whole. Throws AppError 'unreadable-file' with a reason of FILE_REASONS. */
export async function scan(path: string): Promise<Scan> {
  const hash = createHash('sha256')
  const sniffer = encodingSniffer()
  let bytes = 0
  let [feeds, returns] = [0, 0]
  for await (const piece of piecesOf(path)) {
    if (bytes === 0 && WORKBOOKS.includes(piece.subarray(0, 4).toString('hex')))
      throw unreadable('file-spreadsheet')
    hash.update(piece)
    sniffer.push(piece)
    bytes += piece.length
    feeds += countOf(piece, LF)
    returns += countOf(piece, CR)
  }
  if (bytes === 0) throw unreadable('file-empty')
  const sniffed = sniffer.result()
  if (!sniffed) throw unreadable('file-binary')
  return { ...sniffed, bytes, sha256: hash.digest('hex'), lines: feeds || returns }
}

/** The bytes of a file, piece by piece. Throws AppError 'unreadable-file' when it is not there or cannot be read. */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) yield piece as Buffer
  } catch {
    // Whatever the system calls it: gone, moved away while it was read, or not ours to read.
    throw unreadable('file-gone')
  }
}

const MESSAGES: Readonly<Record<FileReason, string>> = {
  'file-gone': 'The file is not there any more. Choose it again.',
  'file-empty': 'The file is empty.',
  'file-binary': 'The file is not a table of text. Save it as CSV and choose it again.',
  'file-spreadsheet': 'The file is a workbook. Save its sheet as CSV and choose it again.',
  'file-no-rows': 'The file has no rows below its header.',
  'file-encoding': 'The file could not be read in that encoding. Choose another.',
}

export const unreadable = (reason: FileReason): AppError =>
  new AppError('unreadable-file', MESSAGES[reason], reason)

function countOf(piece: Buffer, byte: number): number {
  let count = 0
  for (let at = piece.indexOf(byte); at !== -1; at = piece.indexOf(byte, at + 1)) count++
  return count
}
