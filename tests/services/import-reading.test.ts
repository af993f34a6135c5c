import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { writeXlsx } from 'hucre'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'

import { csvReader } from '#shared/domain/import/csv'
import type { Delimiter, Encoding } from '#shared/domain/import/text'
import { decoderOf } from '#electron/services/import/decoder'
import { inspectAs, noticesIn, readAs } from '../helpers/read-file.ts'
import { recordsIn, tableFolder } from '../helpers/table.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DATA = '../shared/data'
const { put, remove } = tableFolder()
afterAll(remove)

let app: TestApp
beforeEach(() => void (app = testApp()))
afterEach(() => app.close())

const read = async (bytes: Buffer | string, change: Parameters<typeof readAs>[2] = {}) => {
  const { inspected, rows } = await readAs(app, bytes, change)
  return { inspected, rows: rows.map(({ cells }) => cells) }
}

describe('real files, whole', () => {
  it.each([
    ['x-education/Leads.csv', 9240, ',', 38],
    ['olist-mql/olist_marketing_qualified_leads_dataset.csv', 8000, ',', 4],
    ['olist-mql/olist_closed_deals_dataset.csv', 842, ',', 14],
    ['maven-crm/sales_pipeline.csv', 8800, ',', 8],
    ['maven-crm/accounts.csv', 85, ',', 7],
    ['maven-crm/products.csv', 7, ',', 3],
    ['maven-crm/sales_teams.csv', 35, ',', 3],
    ['uci-bank-marketing/bank-additional.csv', 4119, ';', 21],
    ['peer-importers/frappe-sample_import_file.csv', 4, ',', 15],
  ])('%s: %i rows', async (name, count, delimiter, width) => {
    const { inspected, rows } = await read(readFileSync(`${DATA}/${name}`))
    expect(inspected).toMatchObject({
      delimiter,
      headerLine: 1,
      headerRows: 1,
      encoding: 'utf-8',
      encodingAsked: [],
    })
    expect(inspected.header).toHaveLength(width)
    expect(rows).toHaveLength(count)
    expect(rows.every((cells) => cells.length === width)).toBe(true)
  })
  it('a decimal point among semicolons stays one', async () => {
    const { inspected, rows } = await read(readFileSync(`${DATA}/uci-bank-marketing/bank-additional.csv`))
    const column = inspected.header.indexOf('cons.price.idx')
    expect(rows.some((cells) => cells[column] === '93.994')).toBe(true)
  })
  it('the dictionary: header in row 3, an empty column before it, its description merged', async () => {
    const { inspected, rows } = await read(readFileSync(`${DATA}/x-education/Leads Data Dictionary.xlsx`))
    expect(inspected).toMatchObject({
      kind: 'sheet',
      sheet: 'Sheet1',
      headerLine: 3,
      header: ['column_1', 'Variables', 'Description'],
    })
    expect(inspected.columns[0]).toMatchObject({ nameless: true, empty: true })
    expect(rows).toHaveLength(37)
    expect(rows[0]?.[1]).toBe('Prospect ID')
  })
})

describe('text in a legacy encoding', () => {
  it.each(['shift_jis', 'euc_kr', 'big5', 'gb18030'])(
    '%s is asked for, with the right one first and readable',
    async (name) => {
      const { inspected } = await inspectAs(app, readFileSync(`${DATA}/encodings/${name}.txt`))
      const [first] = inspected.encodingAsked
      expect(first?.encoding).toBe(name.replace('_kr', '-kr'))
      const plain = readFileSync(`${DATA}/encodings/${name}-utf8.txt`, 'utf8')
      expect(plain.replaceAll(/\s/g, '')).toContain(
        first?.reads.split(' · ')[0]?.replaceAll(/\s/g, '').slice(0, 20),
      )
      const chosen = await recordsIn(`${DATA}/encodings/${name}.txt`, {
        encoding: first?.encoding ?? 'utf-8',
        delimiter: '|',
      })
      const lines = chosen.map(({ cells }) => cells.join('|'))
      // Its last line has syllables spelt in eight bytes of letters, which no decoder here puts together.
      const alike = name === 'euc_kr' ? -1 : undefined
      expect(lines.slice(0, alike)).toEqual(plain.replace(/\n$/, '').split('\n').slice(0, alike))
    },
  )
})

describe('hostile strings', () => {
  const naughty = JSON.parse(readFileSync(`${DATA}/naughty/blns.json`, 'utf8')) as string[]
  const payloads = readFileSync(`${DATA}/csv-injection/csv-payload.txt`, 'utf8').split('\n')
  const rows = [...naughty, ...payloads].map((text, at) => [String(at), text])

  it('are read as they were written, from CSV in any encoding that has them', async () => {
    expect(naughty.length).toBeGreaterThan(480)
    const text = Papa.unparse(rows, { quotes: true })
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
      // Half a pair of surrogates is no character.
      const whole = rows.map((cells) => cells.map((cell) => cell.toWellFormed()))
      const found = await recordsIn(put(iconv.encode(text.toWellFormed(), encoding)), { encoding })
      expect(found.map(({ cells }) => cells)).toEqual(whole)
    }
  })
  it('are read as they were written, from a workbook', async () => {
    // What XML cannot hold is not written by any program.
    const kept = rows.filter(
      ([, text = '']) =>
        !/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|_x[\da-f]{4}_/iu.test(text) && text.isWellFormed(),
    )
    const book = await writeXlsx({ sheets: [{ name: 'A', rows: kept }] })
    const found = (await recordsIn(put(book))).map(({ cells }) => cells)
    expect(found.map(([at, text = '']) => [at, text])).toEqual(
      kept.map(([at, text = '']) => [at, text.replaceAll('\r', '')]),
    )
  })
})

describe('laws', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ñ', '€', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '7'),
    maxLength: 6,
  })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  const how = fc.record({
    delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom<Encoding>(
      'utf-8',
      'utf-16le',
      'utf-16be',
      'utf-32le',
      'windows-1252',
      'gb18030',
    ),
    addBOM: fc.boolean(),
    cuts: fc.array(fc.nat(), { maxLength: 8 }),
  })
  it('whatever it is written with, in whatever pieces it comes: the same cells', () => {
    fc.assert(
      fc.property(table, how, (rows, { delimiter, newline, encoding, addBOM, cuts }) => {
        const text = rows
          .map((cells) => cells.map((each) => quoted(each, delimiter)).join(delimiter))
          .join(newline)
        const bytes = iconv.encode(text, encoding, { addBOM: addBOM && encoding.startsWith('utf') })
        const decoder = decoderOf(encoding)
        const reader = csvReader(delimiter)
        const places = [
          0,
          ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b),
          bytes.length,
        ]
        const found = places
          .slice(1)
          .flatMap((end, at) => reader.push(decoder.write(bytes.subarray(places[at], end))))
        found.push(...reader.push(decoder.end()), ...reader.end())
        expect(found.map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
  const quoted = (text: string, delimiter: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

  it('ragged rows lose no cell, and are said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 8 }),
        async (widths) => {
          const lines = widths.map((width, at) =>
            Array.from({ length: width }, (_, n) => `r${at}c${n}`).join(';'),
          )
          const { inspected, rows } = await read(`Nombre;Correo;Teléfono\n${lines.join('\n')}\n`, {
            headerLine: 1,
          })
          expect(rows.flat()).toEqual(lines.flatMap((line) => line.split(';')))
          const { header } = inspected
          const ragged = widths.filter((width) => width !== header.length).length
          expect(noticesIn(inspected).get('ragged_rows')?.count ?? 0).toBe(ragged)
        },
      ),
      { numRuns: 30 },
    )
  })
})
