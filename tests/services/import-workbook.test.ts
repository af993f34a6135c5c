import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { afterAll, describe, expect, it } from 'vitest'

import { scan } from '#electron/services/import/scan'
import { recordsIn, tableFolder } from '../helpers/table.ts'
import { bookOf, zipOf, type SheetParts } from '../helpers/zip.ts'

const BOOKS = '../shared/data/exceljs-xlsx'
const DICTIONARY = '../shared/data/x-education/Leads Data Dictionary.xlsx'

const { put, remove } = tableFolder()
afterAll(remove)

type Shown = string | number | boolean | null | { date: string }
type Expected = {
  openpyxl_error?: string
  sheets?: { name: string; hidden_rows: number[]; hidden_cols: string[]; first_rows: Shown[][] }[]
}
const expected = JSON.parse(readFileSync(join(BOOKS, 'expected-openpyxl-3.0.9.json'), 'utf8')) as Record<
  string,
  Expected
>

/** Where the other reader gives up and we do not, or the other way round. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'missing-bits.xlsx': 'no part but the sheet: refused in words',
  'invalid-xml.xlsx': 'what follows the end of a part is not looked at',
  '1904.xlsx': 'day 0 is a day by its format; the other reader shows a time',
  'test-issue-877.xlsx': 'a link without a text is no text; the other reader shows where it leads',
  'test-row-styles.xlsx': 'a sheet whose state is unheard of is shown',
}

/** A cell of the other reader as we write it; numbers and dates as a person would type them. */
function textOf(cell: Shown): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  if (typeof cell === 'string') return cell.replaceAll('\r\n', '\n')
  return cell.date
    .replace(/T00:00:00$/, '')
    .replace('T', ' ')
    .replace(/:00$/, '')
}
const trimmedEnd = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)

describe('34 workbooks give what another reader saw in them', () => {
  const books = readdirSync(BOOKS).filter((name) => name.endsWith('.xlsx'))
  it('there are 34', () => expect(books).toHaveLength(34))

  it.each(books.filter((name) => !(name in DIFFERENT)))('%s', async (name) => {
    const sheets = expected[name]?.sheets ?? []
    expect(sheets.length).toBeGreaterThan(0)
    for (const { name: sheet, first_rows, hidden_rows, hidden_cols } of sheets) {
      const path = join(BOOKS, name)
      const found = new Map((await recordsIn(path, { sheet })).map(({ line, cells }) => [line, cells]))
      const rows = first_rows.map(({ length }, at) =>
        trimmedEnd((found.get(at + 1) ?? []).slice(0, length)).map((cell) => cell.replaceAll('\r\n', '\n')),
      )
      expect(withoutMerged(rows, first_rows)).toEqual(
        first_rows.map((cells) => trimmedEnd(cells.map(textOf))),
      )
      const { outline } = (await scan(path, { sheet })).sheet ?? {}
      expect(outline?.hiddenRows).toBe(hidden_rows.length)
      expect(outline?.hiddenColumns.size).toBe(hidden_cols.length)
    }
  })

  /** The other reader shows a merged value in its first cell only; we give it to every row that it goes over. */
  function withoutMerged(rows: string[][], shown: readonly Shown[][]): string[][] {
    return rows.map((cells, at) =>
      trimmedEnd(
        cells.map((cell, index) =>
          at > 0 && shown[at]?.[index] == null && cell === rows[at - 1]?.[index] ? '' : cell,
        ),
      ),
    )
  }

  it('broken ones are refused or read, as is said', async () => {
    await expect(recordsIn(join(BOOKS, 'missing-bits.xlsx'))).rejects.toMatchObject({ reason: 'file-broken' })
    expect((await recordsIn(join(BOOKS, 'invalid-xml.xlsx')))[0]?.cells).toEqual(['foo ', 'bar'])
    expect(await recordsIn(join(BOOKS, 'test-row-styles.xlsx'))).toHaveLength(38)
    const linked = await recordsIn(join(BOOKS, 'test-issue-877.xlsx'), { sheet: 'Ersatzteilliste' })
    expect(linked[0]?.cells.slice(0, 2)).toEqual(['Kunde:', 'Filiale:'])
  })

  it('the first sheet is the first that is shown and holds anything; charts are no sheets', async () => {
    expect((await scan(join(BOOKS, 'test-pr-1220.xlsx'))).sheet?.name).toBe('KA lijst')
    expect((await scan(join(BOOKS, 'chart-sheet.xlsx'))).sheet?.all).toEqual([
      { name: 'Sheet1', isHidden: false },
    ])
    expect((await scan(join(BOOKS, 'test-pr-728.xlsx'))).sheet?.all[1]).toEqual({
      name: 'Sheet2',
      isHidden: true,
    })
    expect((await recordsIn(join(BOOKS, '1904.xlsx'))).at(-1)?.cells).toEqual(['', '1904-01-01'])
  })

  it('the dictionary of real leads begins in row 3, column B', async () => {
    const rows = await recordsIn(DICTIONARY)
    expect(rows[0]).toMatchObject({ line: 3, cells: ['', 'Variables', 'Description'] })
    expect(rows[1]?.cells[1]).toBe('Prospect ID')
  })
})

const cellsOf = async (parts: SheetParts) =>
  (await recordsIn(put(zipOf(bookOf(parts))))).map(({ cells }) => cells)
const rowOf = (...cells: string[]) => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`

describe('a cell', () => {
  it('that is a number has no exponent and none of the noise of binary fractions', async () => {
    const values = [
      '34612345678',
      '3.4612345678E10',
      '0.1',
      '0.30000000000000004',
      '1E-7',
      '-2.5',
      '1e21',
      '007',
    ]
    expect(await cellsOf({ sheet: rowOf(...values.map((value) => number(value))) })).toEqual([
      ['34612345678', '34612345678', '0.1', '0.3', '0.0000001', '-2.5', '1000000000000000000000', '7'],
    ])
  })
  it('that is a date is one by its format, in either of the two calendars', async () => {
    const codes = [
      'dd/mm/yyyy',
      'h:mm',
      '00000',
      '[h]:mm',
      '#,##0.00 [$EUR]',
      '[$-C0A]d &quot;de&quot; mmmm;@',
      '[Red]0',
    ]
    const styles = `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')}</numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>${codes.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}</cellXfs>`
    const sheet = rowOf(
      number('45678'),
      number('45678', 1),
      number('45678.604166666664', 2),
      number('59', 3),
      number('0.75', 4),
      number('8019', 5),
      number('1.5', 6),
      number('45678', 7),
      number('45678', 8),
      number('45678', 9),
    )
    const [row] = await cellsOf({ sheet, styles })
    expect(row).toEqual([
      '45678',
      '2025-01-21',
      '2025-01-21 14:30',
      '1900-02-28',
      '18:00',
      '08019',
      '36:00',
      '45678 EUR',
      '2025-01-21',
      '45678',
    ])
    expect((await cellsOf({ sheet, styles, book: 'date1904="1"' }))[0]?.[1]).toBe('2029-01-22')
  })
  it('is text in any of the ways a workbook has, without how it is spoken', async () => {
    const strings =
      '<si><t>08019</t></si><si><r><t>Bego</t></r><r><t xml:space="preserve">ña </t></r></si><si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si>'
    const sheet = rowOf(
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="inlineStr"><is><t>R&amp;D &lt;1&gt; &#241;</t></is></c>',
      '<c t="str"><f>A1</f><v>cached</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2025-03-01T00:00:00</v></c>',
      '<c t="s"><v>99</v></c>',
      '<c r="L1"><v>1</v></c>',
    )
    expect(await cellsOf({ sheet, strings })).toEqual([
      [
        '08019',
        'Begoña ',
        '山田',
        'a\rb_x000D_',
        'R&D <1> ñ',
        'cached',
        'TRUE',
        '#N/A',
        '2025-03-01',
        '',
        '',
        '1',
      ],
    ])
  })
  it('that is merged downwards counts for every row it goes over; across, for one', async () => {
    const row = (n: number, text: string) =>
      `<row r="${n}"><c r="A${n}" t="str"><v>${text}</v></c><c r="B${n}"><v>${n}</v></c></row>`
    const sheet = `<sheetData>${row(1, 'Leads')}${row(2, 'Roa')}${row(3, '')}${row(4, '')}${row(5, 'Peña')}</sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="C1:F1"/></mergeCells>`
    expect((await cellsOf({ sheet })).map(([company]) => company)).toEqual([
      'Leads',
      'Roa',
      'Roa',
      'Roa',
      'Peña',
    ])
  })
})

describe('laws', () => {
  const value = fc.oneof(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text)),
    fc.integer({ min: -1e9, max: 1e12 }),
    fc.constantFrom('', '007', '<b>&amp;', ' padded ', 'línea\nnueva'),
    fc
      .date({ min: new Date('1950-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
      .map((date) => new Date(date.toISOString().slice(0, 10))),
  )
  it('what another program writes comes back, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const book = await writeXlsx({ sheets: [{ name: 'A', rows }] })
          const found = new Map((await recordsIn(put(book))).map(({ line, cells }) => [line, cells]))
          const wanted = rows.map((cells) =>
            trimmedEnd(
              cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
            ),
          )
          expect(wanted.map((_, at) => trimmedEnd(found.get(at + 1) ?? []))).toEqual(wanted)
        },
      ),
      { numRuns: 60 },
    )
  })
})
