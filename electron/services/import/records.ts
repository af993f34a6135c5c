import iconv from 'iconv-lite'

import { csvReader, type CsvRecord } from '#shared/domain/import/csv'
import { isBlank } from '#shared/domain/import/header'
import type { Delimiter, Encoding } from '#shared/domain/import/text'
import { piecesOf } from './scan.ts'

/** How a file is to be read; `headerLine` is a physical line, 0 = there is none. */
export type Reading = { encoding: Encoding; delimiter: Delimiter; headerLine: number }

/** Records in the order of the file, and how many of its bytes were read so far. */
export type Batch = { records: CsvRecord[]; bytes: number }

/**
 * The rows of a file below its header, a piece of the file at a time; blank ones are no rows. The one way in which
 * preview, dry run and run read. Throws AppError 'unreadable-file' when the file is gone.
 */
export async function* recordsOf(path: string, { headerLine, ...reading }: Reading): AsyncGenerator<Batch> {
  for await (const { records, bytes } of allRecordsOf(path, reading))
    yield { records: records.filter((record) => record.line > headerLine && !isBlank(record)), bytes }
}

/** The same with header, titles and blank lines. */
export async function* allRecordsOf(
  path: string,
  { encoding, delimiter }: Omit<Reading, 'headerLine'>,
): AsyncGenerator<Batch> {
  const decoder = iconv.getDecoder(encoding)
  const reader = csvReader(delimiter)
  let bytes = 0
  for await (const piece of piecesOf(path)) {
    bytes += piece.length
    yield { records: reader.push(decoder.write(piece)), bytes }
  }
  yield { records: [...reader.push(decoder.end() ?? ''), ...reader.end()], bytes }
}

/** The first characters of a file, at least as many bytes of it if it has them. */
export async function beginningOf(path: string, encoding: Encoding, atLeast: number): Promise<string> {
  const decoder = iconv.getDecoder(encoding)
  let text = ''
  let bytes = 0
  for await (const piece of piecesOf(path)) {
    text += decoder.write(piece)
    bytes += piece.length
    if (bytes >= atLeast) return text
  }
  return text + (decoder.end() ?? '')
}
