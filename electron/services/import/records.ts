import { csvReader, type CsvRecord, type LineEnd } from '#shared/domain/import/csv'
import { belowHeader } from '#shared/domain/import/header'
import { mayBeMisread } from '#shared/domain/import/mojibake'
import { oneColumnReader } from '#shared/domain/import/one-column'
import type { Delimiter, Encoding } from '#shared/domain/import/text'
import { decoderOf } from './decoder.ts'
import { piecesOf } from './pieces.ts'
import { sourceOf, type Source } from './source.ts'
import { sheetOf, workbookOf } from './sheets.ts'

/** Which table of a file; absent or null = the first that holds anything. */
export type Pick = { entry?: string | null | undefined; sheet?: string | null | undefined }

/**
 * How a table is to be read; `headerLine` is the physical line (of a sheet: the row) on which the header begins, 0 = there
 * is none, and `headerRows` how many rows it has, 1 unless said. A workbook has neither encoding nor delimiter.
 */
export type Reading = Pick & {
  encoding: Encoding
  delimiter: Delimiter
  headerLine: number
  headerRows?: number | undefined
}

/**
 * Records in the order of the file, how many of its bytes were read so far, and how its lines ended. `suspect`: some of
 * their letters may have been read wrongly; see `mayBeMisread`.
 */
export type Batch = {
  records: CsvRecord[]
  bytes: number
  lineEnds: ReadonlySet<LineEnd>
  suspect: boolean
}

/**
 * The rows of a file below its header, a piece of the file at a time; blank ones are no rows. The one way in which
 * preview, dry run and run read. Throws AppError 'unreadable-file'.
 */
export async function* recordsOf(path: string, reading: Reading): AsyncGenerator<Batch> {
  const isRow = belowHeader(reading)
  for await (const batch of allRecordsOf(path, reading, AT_ONCE))
    yield { ...batch, records: batch.records.filter((record) => isRow(record) === 'row') }
}

/** Bytes of a text; rows that wait for their turn are carried from one collection of garbage to the next. */
const AT_ONCE = 64 * 1024

/** The same with header, titles and blank lines. */
export async function* allRecordsOf(
  path: string,
  reading: Omit<Reading, 'headerLine' | 'headerRows'>,
  atOnce?: number,
): AsyncGenerator<Batch> {
  const source = await sourceOf(path, reading.entry ?? null)
  if (source.parts) yield* sheetRecords(source, reading.sheet ?? null)
  else yield* textRecords(source.path, reading, atOnce)
}

const NONE: ReadonlySet<LineEnd> = new Set()

async function* textRecords(
  path: string,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
  atOnce?: number,
): AsyncGenerator<Batch> {
  const decoder = decoderOf(encoding)
  const reader = csvReader(delimiter)
  const suspects = suspecting()
  let bytes = 0
  const batch = (text: string, records: CsvRecord[]): Batch => ({
    records,
    bytes,
    lineEnds: reader.lineEnds,
    suspect: suspects(text, records.length > 0),
  })
  for await (const piece of piecesOf(path, atOnce === undefined ? {} : { atOnce })) {
    bytes += piece.length
    const text = decoder.write(piece)
    yield batch(text, reader.push(text))
  }
  const text = decoder.end()
  yield batch(text, [...reader.push(text), ...reader.end()])
}

/** `isCut`: records came of it; the first of those that come of the next text may begin in this one. */
function suspecting(): (text: string, isCut: boolean) => boolean {
  let before = false
  return (text, isCut) => {
    const now = mayBeMisread(text)
    const suspect = now || before
    before = isCut ? now : suspect
    return suspect
  }
}

async function* sheetRecords(source: Source, asked: string | null): AsyncGenerator<Batch> {
  const { book, bytes } = await workbookOf(source)
  const { name, parted } = await sheetOf(book, asked)
  const reader = parted && oneColumnReader(parted)
  let width = 0
  for await (const { rows, share } of book.rowsOf(name)) {
    const whole = (): CsvRecord[] =>
      rows.map(({ line, cells }): CsvRecord => {
        // A sheet does not write the empty cells at the end of a row, which are there all the same.
        width = Math.max(width, cells.length)
        while (cells.length < width) cells.push('')
        return { line, cells, quote: null }
      })
    const records = reader ? reader.push(rows) : whole()
    yield { records, bytes: Math.round(share * bytes), lineEnds: NONE, suspect: true }
  }
  if (reader) yield { records: reader.end(), bytes, lineEnds: NONE, suspect: true }
}

/** The first characters of a text, at least as many bytes of it if it has them. */
export async function beginningOf(path: string, encoding: Encoding, atLeast: number): Promise<string> {
  const decoder = decoderOf(encoding)
  let text = ''
  let bytes = 0
  for await (const piece of piecesOf(path)) {
    text += decoder.write(piece)
    bytes += piece.length
    if (bytes >= atLeast) return text
  }
  return text + decoder.end()
}
