import { stat } from 'node:fs/promises'

import type { CsvRecord } from '#shared/domain/import/csv'
import type { Field } from '#shared/domain/import/field'
import { headerOf } from '#shared/domain/import/header'
import { partedBy } from '#shared/domain/import/one-column'
import type { Delimiter } from '#shared/domain/import/text'
import type { Source } from './source.ts'
import { columnsOf, tableOf } from './table.ts'
import { unreadable } from './unreadable.ts'
import type { Outline } from './workbook/outline.ts'
import { openWorkbook, type Workbook } from './workbook/workbook.ts'

type Opened = { book: Workbook; bytes: number }

const KEPT = 2
const opened = new Map<string, Promise<Opened>>()

/** A workbook, opened once a thread while it is read several times. Throws AppError 'unreadable-file'. */
export function workbookOf({ path, parts }: Source): Promise<Opened> {
  const known = opened.get(path)
  if (known) return known
  const begun = Promise.all([openWorkbook(path, parts ?? []), stat(path)]).then(([book, { size }]) => ({
    book,
    bytes: size,
  }))
  begun.catch(() => opened.delete(path))
  opened.set(path, begun)
  for (const old of [...opened.keys()].slice(0, -KEPT)) opened.delete(old)
  return begun
}

/**
 * The sheet that is asked for; else the first shown one whose columns say who people are, with more rows than one, with
 * any, else the first. `parted`: what parts the cells of a table that stands in its first column. Throws AppError
 * 'unreadable-file'.
 */
export async function sheetOf(
  book: Workbook,
  asked: string | null,
): Promise<{ name: string; outline: Outline; isFirst: boolean; parted: Delimiter | null }> {
  const first = await firstOf(book)
  const name = book.sheets.find((sheet) => sheet.name === asked)?.name ?? (await likelyOf(book)) ?? first
  if (name === undefined) throw unreadable('file-no-rows')
  const parted = partedBy(await beginningOf(book, name))
  return { name, outline: await book.outlineOf(name), isFirst: name === first, parted }
}

async function firstOf({ sheets, outlineOf }: Workbook) {
  let any: string | undefined
  for (const { name } of shownOf(sheets)) {
    const { rows } = await outlineOf(name)
    // A sheet of one row is a title.
    if (rows > 1) return name
    if (rows > 0) any ??= name
  }
  return any ?? sheets[0]?.name
}

const shownOf = (sheets: Workbook['sheets']) => sheets.filter(({ isHidden }) => !isHidden)

/** Covers, sums and lists of options stand before the list as often as behind it. */
async function likelyOf(book: Workbook): Promise<string | undefined> {
  const shown = shownOf(book.sheets)
  if (shown.length < 2) return undefined
  for (const { name } of shown.slice(0, MOST_SHEETS)) if (await isOfPeople(book, name)) return name
  return undefined
}
const MOST_SHEETS = 20

const SAY_WHO: ReadonlySet<Field> = new Set([
  'fullName',
  'givenName',
  'familyName',
  'company',
  'email',
  'phone',
  'mobile',
])
const LOOKED_AT = 200

async function isOfPeople(book: Workbook, name: string): Promise<boolean> {
  const records = await beginningOf(book, name)
  if (partedBy(records) !== null) return true
  const table = tableOf(records, { ...headerOf(records), isSheet: true })
  if (table.rows.length === 0) return false
  const found = columnsOf(table, 'ES').filter(({ suggestion }) => suggestion && SAY_WHO.has(suggestion.field))
  return found.length > 1
}

async function beginningOf({ rowsOf }: Workbook, name: string): Promise<CsvRecord[]> {
  const found: CsvRecord[] = []
  for await (const { rows } of rowsOf(name)) {
    found.push(...rows.map(({ line, cells }) => ({ line, cells, quote: null })))
    if (found.length >= LOOKED_AT) break
  }
  return found.slice(0, LOOKED_AT)
}
