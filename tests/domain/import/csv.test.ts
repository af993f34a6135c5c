import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

import { csvReader, parseCsv, type CsvRecord } from '#shared/domain/import/csv'
import { delimiterOf } from '#shared/domain/import/delimiter'

const SPECTRUM = '../shared/data/csv-spectrum'
const SINEEMORE = '../shared/data/csv-test-data-sineemore'
const PAPA_CASES = '../shared/data/papaparse-cases/cases.json'

const PHONE = 'Contact Phone Number'

const cellsOf = (text: string, delimiter = ',') => parseCsv(text, delimiter).map(({ cells }) => cells)
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const namesIn = (folder: string) => readdirSync(folder).map((file) => basename(file, '.json'))

describe('csv-spectrum: equal to its answers', () => {
  it.each(namesIn(join(SPECTRUM, 'json')))('%s', (name) => {
    const [header = [], ...rows] = cellsOf(readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`), 'utf8'))
    const objects = rows.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at]])))
    const answer = json(join(SPECTRUM, 'json', `${name}.json`))
    // This answer is one object, and of another number than its file.
    if (name === 'location_coordinates')
      expect(objects).toEqual([{ ...(answer as object), [PHONE]: '2095257564' }])
    else expect(objects).toEqual(answer)
  })
})

describe('csv-test-data: the valid ones are equal', () => {
  it.each(namesIn(join(SINEEMORE, 'json')))('%s', (name) => {
    const rows = cellsOf(readFileSync(join(SINEEMORE, 'csv', `${name}.csv`), 'utf8'))
    const [header = [], ...rest] = rows
    const answer = name.startsWith('header-')
      ? rest.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at]])))
      : rows
    expect(answer).toEqual(json(join(SINEEMORE, 'json', `${name}.json`)))
  })
})

describe('csv-test-data: the broken ones are reported with their line', () => {
  const read = (name: string) =>
    parseCsv(readFileSync(join(SINEEMORE, 'csv', `bad-${name}.csv`), 'utf8'), ',')
  it.each([
    ['missing-quote', 'open'],
    ['quotes-with-unescaped-quote', 'stray'],
    ['unescaped-quote', 'stray'],
  ])('%s', (name, quote) => {
    expect(read(name)[1]).toMatchObject({ line: 2, quote })
  })
  it.each([
    ['header-less-fields', 2],
    ['header-more-fields', 4],
  ])('%s keeps its cells, so that it can be told from the others', (name, width) => {
    const [header, row] = read(name)
    expect(header?.cells).toHaveLength(3)
    expect(row).toMatchObject({ line: 2, quote: null })
    expect(row?.cells).toHaveLength(width)
  })
  it('a file without anything, and one of a header only', () => {
    expect(read('header-no-header')).toEqual([])
    expect(read('header-wrong-header')).toEqual([{ line: 1, cells: ['qux', 'quux', 'quuz'], quote: null }])
  })
})

describe('a quote that goes wrong', () => {
  it('costs its own line and no other', () => {
    const text = 'a,b\n1,"open\n2,"ok",\n3,x\n4,"two\nlines"\n5,y'
    expect(parseCsv(text, ',')).toEqual([
      { line: 1, cells: ['a', 'b'], quote: null },
      { line: 2, cells: ['1', '"open'], quote: 'open', clash: 3 },
      { line: 3, cells: ['2', 'ok', ''], quote: null },
      { line: 4, cells: ['3', 'x'], quote: null },
      { line: 5, cells: ['4', 'two\nlines'], quote: null },
      { line: 7, cells: ['5', 'y'], quote: null },
    ])
  })
  it('after a blank quotes as well, where it closes on its line', () => {
    expect(cellsOf('a, b, c\n1, "x, y", "say ""hi"""\n2, "5 x, 3\n3, 7", "z" \n')).toEqual([
      ['a', ' b', ' c'],
      ['1', 'x, y', 'say "hi"'],
      ['2', ' "5 x', ' 3'],
      ['3', ' 7"', 'z'],
    ])
  })
  it('inside a quoted cell of one line is kept', () => {
    expect(parseCsv('"say "hi" now",2', ',')).toEqual([
      { line: 1, cells: ['say "hi" now', '2'], quote: 'stray' },
    ])
  })
})

describe('lines', () => {
  it('end in LF, CRLF or CR, mixed as well, and count as an editor counts them', () => {
    const lines = parseCsv('a\r\nb\nc\rd\r\n\r\n"e\r\nf"\ng', ',')
    expect(lines.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, ''],
      [6, 'e\r\nf'],
      [8, 'g'],
    ])
  })
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'ñ', '"', ',', ';', '\n', '\r\n', ' ', '1', '😎'),
  maxLength: 6,
})
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
const delimiter = fc.constantFrom(',', ';', '\t', '|')
const newline = fc.constantFrom('\n', '\r\n')

describe('laws', () => {
  it('what was written comes back, as it does from another reader', () => {
    fc.assert(
      fc.property(table, delimiter, newline, (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true })
        expect(cellsOf(text, delimiter)).toEqual(rows)
        expect(cellsOf(text, delimiter)).toEqual(Papa.parse(text, { delimiter, newline }).data)
      }),
    )
  })
  it('cells that need no quotes are the same without them', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '1', "'", '😎'), maxLength: 6 })
    const rows = fc.array(fc.array(plain, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, delimiter, fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, newline) => {
        const bare = rows.map((cells) => cells.join(delimiter) + newline).join('')
        const quoted = Papa.unparse(rows, { delimiter, newline, quotes: true }) + newline
        expect(parseCsv(bare, delimiter)).toEqual(parseCsv(quoted, delimiter))
      }),
    )
  })
  it('any text cut in any pieces gives the same records', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), (text, cuts) => {
        const reader = csvReader(',')
        const found: CsvRecord[] = []
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
        places.slice(1).forEach((end, at) => found.push(...reader.push(text.slice(places[at], end))))
        expect([...found, ...reader.end()]).toEqual(parseCsv(text, ','))
      }),
    )
  })
  it('no character of any text gets lost, whatever its quotes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n'), maxLength: 40 })
    fc.assert(
      fc.property(text, (text) => {
        const letters = (of: string) => of.replace(/[^ab]/g, '')
        expect(letters(cellsOf(text).flat().join(''))).toBe(letters(text))
      }),
    )
  })
})

type PapaCase = {
  description: string
  input: string
  config?: { delimiter?: string } & Record<string, unknown>
  expected: { data: string[][] }
}

/** Settings that we do not have. */
const SETTINGS =
  'quoteChar|escapeChar|comments|preview|header|dynamicTyping|skipEmptyLines|skipFirstNLines|delimitersToGuess|transform|step|worker|fastMode'
/** Where we differ on purpose. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'Quoted field has no closing quote': 'costs its line, not the rest of the file',
  'Quoted field has invalid trailing quote after delimiter': 'the same',
  'Quoted field has invalid trailing quote before delimiter': 'the same',
  'Quoted field has invalid trailing quote after new line': 'the same',
  'Mixed slash n and slash r should choose first as precident': 'line ends may be mixed',
  'Bad delimiter (\\n)': 'nobody can choose it',
  'Quoted field with whitespace around quotes': 'a blank before a quote is none of the cell',
  'UTF-8 BOM encoded input is stripped from invisible BOM character': 'decoding takes it away',
}

describe('PapaParse cases of the same settings', () => {
  const all = json(PAPA_CASES) as Record<'CORE_PARSER_TESTS' | 'PARSE_TESTS', PapaCase[]>
  const delimiterIn = ({ input, config }: PapaCase) => config?.delimiter ?? delimiterOf(input)
  const cases = [...all.CORE_PARSER_TESTS, ...all.PARSE_TESTS].filter(
    (each) =>
      typeof each.input === 'string' &&
      delimiterIn(each).length === 1 &&
      !Object.keys(each.config ?? {}).some((name) => SETTINGS.split('|').includes(name)),
  )
  it('there are many', () => expect(cases.length).toBeGreaterThan(80))
  it.each(cases.map((each) => [each.description, each] as const))('%s', (description, each) => {
    const { data } = each.expected
    // What follows the last line end is no line.
    const answer = /[\r\n]$/.test(each.input) && data.at(-1)?.join('') === '' ? data.slice(0, -1) : data
    const found = cellsOf(each.input, delimiterIn(each))
    if (description in DIFFERENT) expect(found).not.toEqual(answer)
    else expect(found).toEqual(answer)
  })
})

describe('the delimiter', () => {
  it.each([
    ['c|f\na|1\nb|2\n', '|'],
    ['c\na\nb\n', ','],
    ['Nombre;Importe\nAna;1,5\nLuis;2,5\n', ';'],
    ['a\tb\n"x, y"\t1\n"z, w, v"\t2\n', '\t'],
    ['Informe\n\nNombre;Ciudad;Tel\nAna;Vic;1\nEva;Jaca;2\nLuis;Gijón;3\n', ';'],
    ['name,note\nAna,"a;b;c"\nEva,"d;e;f"\n', ','],
  ])('of %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter))
})
