import { join } from 'node:path'

import type { Handlers, Input, Output } from '#shared/contract/api'
import type { CsvRecord } from '#shared/domain/import/csv'
import { commonest, delimiterOf } from '#shared/domain/import/delimiter'
import { headerLineOf, headerNames, isBlank } from '#shared/domain/import/header'
import { suggestColumns } from '#shared/domain/import/mapping'
import { EMPTY_WORDS, ENCODINGS } from '#shared/domain/import/text'
import { countryOfZone } from '#shared/domain/home'
import { fold } from '#shared/lib/fold'
import { lastImportOf } from '#electron/db/import-seen'
import type { Deps } from '../deps.ts'
import { allRecordsOf, beginningOf } from './records.ts'
import { savedMapping } from './saved.ts'
import { scan, unreadable, type Scan } from './scan.ts'

type Answer = Output<'import.inspect'>

const DELIMITER_BYTES = 64 * 1024
/** Rows that columns are judged by. */
const LOOKED_AT = 1000
const MOST_BYTES = 8 * 1024 * 1024
const SHOWN_ROWS = 20
const SHOWN_CELL = 200
const KEPT_SCANS = 4

export function inspectHandlers(deps: Deps) {
  const scans = new Map<string, Promise<Scan>>()
  /** The bytes under an id never change, and a person who tries encodings asks for the same file again. */
  const scanOf = (fileId: string): Promise<Scan> => {
    const known = scans.get(fileId)
    if (known) return known
    const begun = scan(inboxPath(deps, fileId))
    begun.catch(() => scans.delete(fileId))
    scans.set(fileId, begun)
    for (const old of [...scans.keys()].slice(0, -KEPT_SCANS)) scans.delete(old)
    return begun
  }
  return {
    'import.inspect': async (input) => inspect(deps, await scanOf(input.fileId), input),
  } satisfies Partial<Handlers>
}

export const inboxPath = ({ data }: Pick<Deps, 'data'>, fileId: string): string => join(data, 'inbox', fileId)

async function inspect(deps: Deps, scanned: Scan, input: Input<'import.inspect'>): Promise<Answer> {
  const path = inboxPath(deps, input.fileId)
  const encoding = input.encoding ?? scanned.encoding
  const delimiter = input.delimiter ?? delimiterOf(await beginningOf(path, encoding, DELIMITER_BYTES))
  const { records, bytes } = await firstRecords(path, { encoding, delimiter })
  const headerLine = input.headerLine ?? headerLineOf(records)
  const rows = records.filter((record) => record.line > headerLine && !isBlank(record))
  if (rows.length === 0) throw unreadable('file-no-rows')

  const named = records.find(({ line }) => line === headerLine)?.cells ?? []
  const width = Math.max(named.length, commonest(rows.map(({ cells }) => cells.length)))
  const header = headerNames(named, width)
  const columns = suggestColumns(
    header.map((name, index) => ({ name, nameless: !named[index]?.trim() })),
    rows.map(({ cells }) => cells),
    countryOfZone(deps.zone) ?? 'ES',
  )
  return {
    name: input.name ?? input.fileId,
    encoding,
    encodings: [scanned.encoding, ...ENCODINGS.filter((each) => each !== scanned.encoding)],
    delimiter,
    headerLine,
    header,
    sample: rows
      .slice(0, SHOWN_ROWS)
      .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, SHOWN_CELL)) })),
    columns: columns.map((column) => ({
      ...column,
      samples: column.samples.map((cell) => cell.slice(0, SHOWN_CELL)),
    })),
    rowsEstimate: bytes < scanned.bytes ? estimate(rows, scanned) : rows.length,
    seenBefore: lastImportOf(deps.db, scanned.sha256) ?? null,
    warnings: warningsOf({ named, width, headerLine, rows, guessed: !input.encoding && !scanned.sure }),
    emptyWords: [...EMPTY_WORDS],
    saved: savedMapping(deps.db, header, headerLine),
  }
}

/** Enough to judge by; a single enormous cell does not stop it. */
async function firstRecords(path: string, reading: Parameters<typeof allRecordsOf>[1]) {
  const found: CsvRecord[] = []
  let read = 0
  for await (const { records, bytes } of allRecordsOf(path, reading)) {
    found.push(...records)
    read = bytes
    if (found.length >= LOOKED_AT || (found.length > 1 && bytes >= MOST_BYTES)) break
  }
  return { records: found, bytes: read }
}

/** By the lines that a row takes among the first ones. */
function estimate(rows: readonly CsvRecord[], { lines }: Scan): number {
  const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
  return Math.round((lines - first + 1) * (rows.length / Math.max(1, last - first + 1)))
}

function warningsOf(seen: {
  named: readonly string[]
  width: number
  headerLine: number
  rows: readonly CsvRecord[]
  guessed: boolean
}): Answer['warnings'] {
  const { named, width, headerLine, rows, guessed } = seen
  const names = named.map(fold).filter(Boolean)
  const found: Record<Answer['warnings'][number], boolean> = {
    duplicate_headers: new Set(names).size < names.length,
    nameless_columns: headerLine > 0 && names.length < width,
    ragged_rows: rows.some(({ cells }) => cells.length !== width),
    no_header: headerLine === 0,
    encoding_guessed: guessed,
  }
  return (Object.keys(found) as (keyof typeof found)[]).filter((warning) => found[warning])
}
