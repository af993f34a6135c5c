import { readdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'

import { scan } from '#electron/services/import/scan'
import { sourceOf } from '#electron/services/import/source'
import { recordsIn, tableFolder } from '../helpers/table.ts'
import { bookOf, zipOf } from '../helpers/zip.ts'

const { put, remove } = tableFolder()
afterAll(remove)

const CSV = 'name,phone\nAna,600111222\n'
const ROWS = [
  ['name', 'phone'],
  ['Ana', '600111222'],
]
const MB = 1024 * 1024

const cellsIn = async (bytes: Buffer | Uint8Array, entry: string | null = null) =>
  (await recordsIn(put(bytes), { entry })).map(({ cells }) => cells)
const reasonOf = (bytes: Buffer) =>
  scan(put(bytes)).then(
    () => 'read',
    ({ reason }: { reason?: string }) => reason,
  )

describe('a table inside an archive', () => {
  it('is read from a .gz, also one of several parts', async () => {
    expect(await cellsIn(gzipSync(CSV))).toEqual(ROWS)
    const parts = [CSV.slice(0, 7), CSV.slice(7)].map((part) => gzipSync(part))
    expect(await cellsIn(Buffer.concat(parts))).toEqual(ROWS)
  })

  it('is read from a .zip, packed or not, in whatever encoding', async () => {
    expect(await cellsIn(zipOf([{ name: 'leads.csv', bytes: CSV }]))).toEqual(ROWS)
    expect(await cellsIn(zipOf([{ name: 'leads.csv', bytes: CSV, stored: true }]))).toEqual(ROWS)
    const western = iconv.encode('nombre\nBegoña\n', 'windows-1252')
    const { encoding } = await scan(put(zipOf([{ name: 'leads.csv', bytes: western }])))
    expect(encoding).toBe('windows-1252')
  })

  it('is chosen when there are several; litter is none', async () => {
    const book = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['x', 1]] }] }))
    const zip = zipOf([
      { name: '__MACOSX/._leads.csv', bytes: 'x' },
      { name: 'readme.pdf', bytes: '%PDF' },
      { name: 'año/leads.csv', bytes: CSV },
      { name: 'book.xlsx', bytes: book },
    ])
    const { entries, entry } = await sourceOf(put(zip), null)
    expect(entries).toEqual(['año/leads.csv', 'book.xlsx'])
    expect(entry).toBe('año/leads.csv')
    expect(await cellsIn(zip, 'book.xlsx')).toEqual([['x', '1']])
    expect(await cellsIn(gzipSync(book))).toEqual([['x', '1']])
  })

  it('is the same table as outside, so that a second import of it is noticed', async () => {
    const hashes = [Buffer.from(CSV), gzipSync(CSV), zipOf([{ name: 'a.csv', bytes: CSV }])].map(
      async (bytes) => (await scan(put(bytes))).sha256,
    )
    expect(new Set(await Promise.all(hashes)).size).toBe(1)
  })

  it('is unpacked once', async () => {
    const path = put(gzipSync(CSV))
    const { path: first } = await sourceOf(path, null)
    const before = statSync(first).mtimeMs
    const { path: second } = await sourceOf(path, null)
    expect([second, statSync(second).mtimeMs]).toEqual([first, before])
  })
})

const zeros = Buffer.alloc(80 * MB)
const xml = (name: string, text: string) => ({ name, bytes: text })

describe('what would do harm', () => {
  it.each([
    ['a .gz that unpacks to far more than it holds', () => gzipSync(zeros)],
    [
      'a .gz that is made of many',
      () => Buffer.concat(Array.from({ length: 2 }, () => gzipSync(zeros.subarray(0, 40 * MB)))),
    ],
    ['a .zip that says so', () => zipOf([{ name: 'a.csv', bytes: zeros }])],
    ['a .zip that says it holds less', () => zipOf([{ name: 'a.csv', bytes: zeros, says: { size: 1000 } }])],
    [
      'a sheet that unpacks to far more',
      () =>
        zipOf(
          bookOf({ sheet: '<sheetData/>' }).map((part) =>
            part.name.includes('sheet1') ? { ...part, bytes: zeros } : part,
          ),
        ),
    ],
    [
      'texts that unpack to far more',
      () =>
        zipOf([
          ...bookOf({ sheet: '<sheetData><row><c><v>1</v></c></row></sheetData>' }),
          { name: 'xl/sharedStrings.xml', bytes: zeros },
        ]),
    ],
    [
      'two files on the same bytes',
      () =>
        zipOf([
          { name: 'a.csv', bytes: CSV },
          { name: 'b.csv', bytes: CSV, says: { at: 0 } },
        ]),
    ],
    [
      'entities made of entities',
      () => {
        const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
        const laughs = `<!DOCTYPE sst [<!ENTITY l0 "lol">${levels.join('')}]><sst><si><t>&l9;</t></si></sst>`
        const sheet = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'
        return zipOf([...bookOf({ sheet }), xml('xl/sharedStrings.xml', laughs)])
      },
    ],
  ])('%s is refused', async (_, made) => {
    const path = put(made())
    await expect(recordsIn(path)).rejects.toMatchObject({ reason: 'file-unsafe' })
    const left = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.`))
    expect(left).toEqual([])
  })

  it('is only read as far as it must be', async () => {
    const before = process.memoryUsage().arrayBuffers
    const path = put(gzipSync(zeros))
    await expect(recordsIn(path)).rejects.toMatchObject({ reason: 'file-unsafe' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(70 * MB)
  })
})

describe('what cannot be read says why', () => {
  const whole = zipOf([{ name: 'a.csv', bytes: CSV.repeat(50) }])
  const gzip = gzipSync(CSV.repeat(50))
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  it.each([
    ['a zip that was cut off', whole.subarray(0, whole.length - 30), 'file-broken'],
    [
      'a zip of which bytes were changed',
      Buffer.concat([whole.subarray(0, 60), Buffer.from('xxxx'), whole.subarray(64)]),
      'file-broken',
    ],
    ['a zip with another sum', zipOf([{ name: 'a.csv', bytes: CSV, says: { crc: 1 } }]), 'file-broken'],
    [
      'a zip packed in another way',
      zipOf([{ name: 'a.csv', bytes: CSV, says: { method: 99 } }]),
      'file-packed',
    ],
    ['a .gz that was cut off', gzip.subarray(0, gzip.length - 12), 'file-broken'],
    ['a zip with a password', zipOf([{ name: 'a.csv', bytes: CSV, says: { flags: 1 } }]), 'file-locked'],
    ['a zip of pictures', zipOf([{ name: 'a.png', bytes: 'x' }]), 'file-no-table'],
    ['an empty zip', zipOf([]), 'file-no-table'],
    ['a zip in a zip', zipOf([{ name: 'a.zip', bytes: whole }]), 'file-nested'],
    ['a zip in a zip under another name', zipOf([{ name: 'a.csv', bytes: whole }]), 'file-nested'],
    ['a .gz in a .gz', gzipSync(gzip), 'file-nested'],
    ['a .csv.gz in a zip', zipOf([{ name: 'a.csv.gz', bytes: gzip }]), 'file-nested'],
    ['a workbook of the old kind', compound, 'file-spreadsheet'],
    [
      'a web page that is called one',
      Buffer.from('\ufeff<html xmlns:x="x"><table><tr><td>Ana</table>'),
      'file-spreadsheet',
    ],
    ['text that begins with a sign', Buffer.from('<Nombre>;Tel\nAna;1\n'), 'read'],
    [
      'a workbook with a password',
      Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]),
      'file-locked',
    ],
    [
      'a workbook of binary parts',
      zipOf([
        { name: '[Content_Types].xml', bytes: '<T/>' },
        { name: 'xl/workbook.bin', bytes: 'x' },
      ]),
      'file-spreadsheet',
    ],
    [
      'an OpenDocument sheet',
      zipOf([
        { name: 'mimetype', bytes: 'x' },
        { name: 'content.xml', bytes: '<x/>' },
      ]),
      'file-spreadsheet',
    ],
    [
      'a text document',
      zipOf([
        { name: '[Content_Types].xml', bytes: '<T/>' },
        { name: 'word/document.xml', bytes: '<x/>' },
      ]),
      'file-binary',
    ],
    [
      'a workbook whose sheet is not there',
      zipOf(bookOf({ sheet: '' }).filter(({ name }) => !name.includes('sheet1'))),
      'file-broken',
    ],
    ['a workbook without rows', zipOf(bookOf({ sheet: '<sheetData/>' })), 'read'],
  ])('%s', async (_, bytes, reason) => expect(await reasonOf(bytes)).toBe(reason))
})
