import { join } from 'node:path'

import type { Handlers, Input, Output } from '#shared/contract/api'
import type { CsvRecord } from '#shared/domain/import/csv'
import { delimiterOf } from '#shared/domain/import/delimiter'
import { headerOf } from '#shared/domain/import/header'
import { noticesOf } from '#shared/domain/import/notice'
import { rowWatch } from '#shared/domain/import/watch'
import { EMPTY_WORDS, ENCODINGS } from '#shared/domain/import/text'
import { countryOfZone } from '#shared/domain/home'
import { lastImportOf } from '#electron/db/import-seen'
import type { Deps } from '../deps.ts'
import { allRecordsOf, beginningOf, type Batch } from './records.ts'
import { savedMapping } from './saved.ts'
import { oddOf, scan, type Scan } from './scan.ts'
import { columnsOf, tableOf } from './table.ts'
import { unreadable } from './unreadable.ts'

type Answer = Output<'import.inspect'>

const DELIMITER_BYTES = 64 * 1024
/** Rows that columns are judged by. */
const LOOKED_AT = 1000
const MOST_BYTES = 8 * 1024 * 1024
const SHOWN_ROWS = 20
const SHOWN_CELL = 200
const MOST_COLUMNS = 2000
/** Lines by which a person tells encodings apart. */
const ASKED_LINES = 3
const KEPT_SCANS = 4

export function inspectHandlers(deps: Deps) {
  const scans = new Map<string, Promise<Scan>>()
  /** The bytes under an id never change, and a person who tries encodings asks for the same file again. */
  const scanOf = ({ fileId, entry = null, sheet = null }: Input<'import.inspect'>): Promise<Scan> => {
    const key = JSON.stringify([fileId, entry, sheet])
    const known = scans.get(key)
    if (known) return known
    const begun = scan(inboxPath(deps, fileId), { entry, sheet })
    begun.catch(() => scans.delete(key))
    scans.set(key, begun)
    for (const old of [...scans.keys()].slice(0, -KEPT_SCANS)) scans.delete(old)
    return begun
  }
  return {
    'import.inspect': async (input) => inspect(deps, await scanOf(input), input),
  } satisfies Partial<Handlers>
}

export const inboxPath = ({ data }: Pick<Deps, 'data'>, fileId: string): string => join(data, 'inbox', fileId)

async function inspect(deps: Deps, scanned: Scan, input: Input<'import.inspect'>): Promise<Answer> {
  const path = inboxPath(deps, input.fileId)
  const { source, sheet } = scanned
  const encoding = input.encoding ?? scanned.encoding
  const delimiter =
    input.delimiter ?? (sheet ? ',' : delimiterOf(await beginningOf(source.path, encoding, DELIMITER_BYTES)))
  const reading = { encoding, delimiter, entry: source.entry, sheet: sheet?.name ?? null }
  const { records, bytes, lineEnds } = await firstRecords(path, reading)
  const { headerLine, headerRows } = placeOf(records, input)
  const table = tableOf(records, { headerLine, headerRows, isSheet: sheet?.parted === null })
  const { named, header, rows, width } = table
  if (rows.length === 0) throw unreadable('file-no-rows')
  if (width > MOST_COLUMNS) throw unreadable('file-too-wide')
  const columns = columnsOf(table, countryOfZone(deps.zone) ?? 'ES')
  const ofOthers = columns.flatMap((column) => (column.isOfAnother ? [column.header] : []))
  const watch = rowWatch(
    header,
    new Set(columns.flatMap(({ index, sensitive }) => (sensitive ? [index] : []))),
  )
  for (const row of rows) watch.look(row)
  return {
    name: input.name ?? input.fileId,
    encoding,
    encodings: [scanned.encoding, ...ENCODINGS.filter((each) => each !== scanned.encoding)],
    encodingAsked: input.encoding ? [] : await asked(scanned),
    delimiter,
    kind: sheet ? 'sheet' : 'text',
    entries: [...source.entries],
    entry: source.entry,
    sheets: [...(sheet?.all ?? [])],
    sheet: sheet?.name ?? null,
    headerLine,
    headerRows,
    header,
    sample: rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({ line, cells: cells.map(cut) })),
    columns: columns.map(({ isOfAnother: _, ...column }) => ({
      ...column,
      samples: column.samples.map(cut),
    })),
    rowsEstimate: bytes < scanned.bytes ? estimate(records, rows, scanned) : rows.length,
    seenBefore: lastImportOf(deps.db, scanned.sha256) ?? null,
    notices: noticesOf(
      { ...oddOf(scanned), named, header, hasHeader: headerLine > 0, lineEnds: lineEnds.size, ofOthers },
      watch.found(),
    ),
    emptyWords: [...EMPTY_WORDS],
    saved: savedMapping(deps.db, header, headerLine),
  }
}

const cut = (cell: string): string => cell.slice(0, SHOWN_CELL)

/** As somebody said; else as it looks. A line that was said has as many rows as were said, or one. */
function placeOf(records: readonly CsvRecord[], { headerLine, headerRows }: Input<'import.inspect'>) {
  const found = headerOf(records)
  if (headerLine === null) return { ...found, headerRows: headerRows ?? found.headerRows }
  const isFound = headerLine === found.headerLine
  return { headerLine, headerRows: headerRows ?? (isFound ? found.headerRows : 1) }
}

/** Enough to judge by; a single enormous cell does not stop it. */
async function firstRecords(path: string, reading: Parameters<typeof allRecordsOf>[1]) {
  const found: CsvRecord[] = []
  let read = 0
  let ends: Batch['lineEnds'] = new Set()
  for await (const { records, bytes, lineEnds } of allRecordsOf(path, reading)) {
    found.push(...records)
    read = bytes
    ends = lineEnds
    if (found.length >= LOOKED_AT || (found.length > 1 && bytes >= MOST_BYTES)) break
  }
  return { records: found, bytes: read, lineEnds: ends }
}

/** The first lines that are more than ASCII, as each encoding reads them. */
async function asked({ asked, source }: Scan): Promise<Answer['encodingAsked']> {
  const reads = asked.map(async (encoding) => {
    const text = await beginningOf(source.path, encoding, DELIMITER_BYTES)
    const lines = text.split(/[\r\n]+/).filter((line) => /[^\x20-\x7f]/.test(line))
    return { encoding, reads: lines.slice(0, ASKED_LINES).join(' · ').slice(0, SHOWN_CELL) }
  })
  return Promise.all(reads)
}

/** By the lines that a row takes among the first ones; a sheet says how many it has. */
function estimate(records: readonly CsvRecord[], rows: readonly CsvRecord[], { lines, sheet }: Scan): number {
  const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
  if (sheet) {
    const above = records.filter(({ line, cells }) => line < first && cells.some((cell) => cell.trim()))
    return sheet.outline.filled - above.length
  }
  return Math.round((lines - first + 1) * (rows.length / Math.max(1, last - first + 1)))
}
