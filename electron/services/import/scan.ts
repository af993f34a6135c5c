import { createHash } from 'node:crypto'

import { encodingSniffer, type Sniffed } from '#shared/domain/import/encoding'
import type { About } from '#shared/domain/import/notice'
import type { Delimiter } from '#shared/domain/import/text'
import { piecesOf } from './pieces.ts'
import type { Pick } from './records.ts'
import { sheetOf, workbookOf } from './sheets.ts'
import { sourceOf, type Source } from './source.ts'
import { unreadable } from './unreadable.ts'
import type { Outline } from './workbook/outline.ts'
import type { SheetInfo } from './workbook/workbook.ts'

/** What is known of a table once every byte was seen. */
export type Scan = Sniffed & {
  source: Source
  bytes: number
  /** Of the table as it is unpacked, so that a .gz of the same file is the same. */
  sha256: string
  /** Line feeds, or carriage returns where there are none; of a sheet, its rows. */
  lines: number
  /** Of a workbook; see `sheetOf`. */
  sheet: {
    name: string
    all: readonly SheetInfo[]
    outline: Outline
    parted: Delimiter | null
  } | null
}

/** What many systems call .xls is a web page, or XML. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|meta|style|table|thead|tbody|tr|\?xml)\b/i
/** Sheets as text for other programs to read: SYLK and DIF. */
const INTERCHANGE = /^(?:ID;P[^;\r\n]*(?:;[NE])*\r?\n[A-Z]{1,2};|TABLE\r?\n0,1\r?\n")/
/** What writes a database anew. */
const DUMP =
  /^(?:\xef\xbb\xbf)?\s*(?:--[^\n]*\n\s*)*(?:--[ -]*(?:postgresql|mysql|mariadb|phpmyadmin)|PRAGMA \w+|BEGIN TRANSACTION;|(?:INSERT|REPLACE) INTO\s+\S+\s*(?:\(|VALUES)|(?:CREATE|DROP) TABLE\s|SET \w+\s*=|\/\*[!M])/i
/** Cards of contacts, calendars, JSON, formatted texts: whole, and no table. */
const NO_TABLE =
  /^(?:\xef\xbb\xbf)?\s*(?:BEGIN:V(?:CARD|CALENDAR)\b|\{\\rtf|%PDF-|\{\s*["}]|\[\s*[[{]|MIME-Version:)/i
const LF = 10
const CR = 13

/** Reads a table once, whole. Throws AppError 'unreadable-file' with a reason of FILE_REASONS. */
export async function scan(path: string, { entry = null, sheet = null }: Pick = {}): Promise<Scan> {
  const source = await sourceOf(path, entry)
  return source.parts ? scanSheet(source, sheet) : scanText(source)
}

async function scanText(source: Source): Promise<Scan> {
  const hash = createHash('sha256')
  const sniffer = encodingSniffer()
  let bytes = 0
  let [feeds, returns] = [0, 0]
  for await (const piece of piecesOf(source.path)) {
    const begins = bytes === 0 ? piece.toString('latin1', 0, 400) : ''
    if (MARKUP.test(begins) || INTERCHANGE.test(begins)) throw unreadable('file-spreadsheet')
    if (NO_TABLE.test(begins) || DUMP.test(begins)) throw unreadable('file-binary')
    hash.update(piece)
    sniffer.push(piece)
    bytes += piece.length
    feeds += countOf(piece, LF)
    returns += countOf(piece, CR)
  }
  if (bytes === 0) throw unreadable('file-empty')
  const sniffed = sniffer.result()
  if (!sniffed) throw unreadable('file-binary')
  return { ...sniffed, source, bytes, sha256: hash.digest('hex'), lines: feeds || returns, sheet: null }
}

async function scanSheet(source: Source, asked: string | null): Promise<Scan> {
  const { book, bytes } = await workbookOf(source)
  const { name, outline, isFirst, parted } = await sheetOf(book, asked)
  const hash = createHash('sha256')
  for await (const piece of piecesOf(source.path)) hash.update(piece)
  if (!isFirst) hash.update(name)
  return {
    encoding: 'utf-8',
    asked: [],
    nuls: 0,
    controls: 0,
    source,
    bytes,
    sha256: hash.digest('hex'),
    lines: outline.rows,
    sheet: { name, all: book.sheets, outline, parted },
  }
}

/** What is odd about a table as a whole, as plain data. */
export type OddTable = Omit<About, 'named' | 'header' | 'hasHeader' | 'lineEnds'>
export const NOTHING_ODD: OddTable = {
  nuls: 0,
  controls: 0,
  hiddenRows: 0,
  hiddenColumns: [],
  merges: 0,
  unworked: 0,
  isInOneColumn: false,
}
export const oddOf = ({ nuls, controls, sheet }: Scan): OddTable => ({
  nuls,
  controls,
  hiddenRows: sheet?.outline.hiddenRows ?? 0,
  hiddenColumns: [...(sheet?.outline.hiddenColumns ?? [])],
  merges: sheet?.outline.merges.length ?? 0,
  unworked: sheet?.outline.unworked ?? 0,
  isInOneColumn: (sheet?.parted ?? null) !== null,
})

function countOf(piece: Buffer, byte: number): number {
  let count = 0
  for (let at = piece.indexOf(byte); at !== -1; at = piece.indexOf(byte, at + 1)) count++
  return count
}
