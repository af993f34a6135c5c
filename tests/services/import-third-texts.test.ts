import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { handIn, importFile, inspect } from '../helpers/import-file.ts'
import { recordsIn } from '../helpers/table.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DATA = '../shared/data'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const naughty = readFileSync(`${DATA}/naughty/blns.txt`, 'utf8').split('\n')

describe('the hostile strings of the text file', () => {
  it('as it stands names nobody: every line is a row that says so, and none is lost', async () => {
    const done = await importFile(app, readFileSync(`${DATA}/naughty/blns.txt`), { name: 'blns.txt' })
    const { rows, counts } = done
    expect(done).toMatchObject({ state: 'done', marked: rows, counts: { error: rows } })
    // The first is taken for a header; what nobody sees, or is quoted and empty, is no row.
    const isSeen = (line: string) => /[^\s\u200b]/.test(line) && line !== '""'
    expect(rows).toBe(naughty.filter(isSeen).length - 1)
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(rows)
  })

  /** Nobody quotes cells who writes a table by hand. */
  it('written without quotes into a table, each is kept as it is or its row says that a quote went wrong', async () => {
    const texts = naughty.filter((line) => line.trim() !== '' && !line.includes('\t'))
    const table = ['ID\tNombre\tNotas', ...texts.map((text, at) => `${at}\tSol ${at}\t${text}`)].join('\n')
    const done = await importFile(app, table, { name: 'notas.tsv', emptyWords: [] })
    expect(done).toMatchObject({ state: 'done', rows: texts.length })
    const page = { importId: done.importId, filter: 'error', offset: 0, limit: 200 } as const
    const wrong = new Set((await app.call('import.rows', page)).rows.map(({ line }) => line - 2))
    const leads = app.db.all<{ at: string; extra: string | null }>(
      sql`SELECT external_id AS at, extra FROM leads`,
    )
    const kept = new Map(
      leads.map(({ at, extra }) => [
        Number(at),
        extra === null ? '' : Object.values(JSON.parse(extra) as object)[0],
      ]),
    )
    expect(kept.size + wrong.size).toBe(texts.length)
    texts.forEach((text, at) => {
      // A cell that begins with a quote is a quoted one, which may never end.
      if (text.startsWith('"')) return expect(kept.has(at) || wrong.has(at)).toBe(true)
      expect([text, kept.get(at)]).toEqual([text, text])
    })
    const quotes = done.notices.filter(({ kind }) => kind === 'quote_open').map(({ count }) => count)
    expect(quotes).toEqual([wrong.size])
  })
})

/** Where another reader of workbooks shows something else: in how many of the cells it gives, and why. */
const OTHERWISE: Readonly<Record<string, readonly [cells: number, why: string]>> = {
  '1904.xlsx': [1, 'a date is shown by its year, month and day, never by its cell'],
  'dateIssue.xlsx': [1, 'so is this one'],
  'gold.xlsx': [1, 'so is this one'],
  'chart-sheet.xlsx': [18, 'a sheet that is a chart has no rows: the first that has some is read instead'],
  'test-issue-877.xlsx': [1, 'a text in several fonts is a text'],
  'test-issue-880.xlsx': [5, 'so is this one; a formula that failed shows how'],
  'test-pr-1204.xlsx': [8, 'so are these'],
}

describe('workbooks as yet another reader saw them', () => {
  type Seen = {
    error?: string
    sheets?: { name: string; ref: string | null; formatted_first_rows: Cells[] }[]
  }
  type Cells = (string | null)[]
  const BOOKS = `${DATA}/exceljs-xlsx`
  const file = readFileSync(join(BOOKS, 'as-read-by-sheetjs-0.18.5.json'), 'utf8')
  const all = Object.entries(JSON.parse(file) as Record<string, Seen>)

  it.each(all.filter(([, { sheets }]) => sheets))('%s', async (name, { sheets = [] }) => {
    const unlike: string[] = []
    for (const { name: sheet, ref, formatted_first_rows: rows } of sheets) {
      const found = new Map(
        (await recordsIn(join(BOOKS, name), { sheet })).map(({ line, cells }) => [line, cells]),
      )
      const [, letters = 'A', first = '1'] = /^([A-Z]+)(\d+)/.exec(ref ?? '') ?? []
      const left = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      rows.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          const ours = found.get(Number(first) + row)?.[left + column] ?? ''
          if (ours !== (cell ?? '')) unlike.push(`${sheet} ${row} ${column}: ${cell} is ${ours}`)
        }),
      )
    }
    expect(unlike).toHaveLength(OTHERWISE[name]?.[0] ?? 0)
  })
  it('gives up on two: one has no rows at all, the other is refused in words', async () => {
    const given = all.filter(([, { error }]) => error).map(([name]) => name)
    expect(given).toEqual(['missing-bits.xlsx', 'test-issue-771.xlsx'])
    expect(await recordsIn(join(BOOKS, 'test-issue-771.xlsx'))).toEqual([])
    const bytes = readFileSync(join(BOOKS, 'missing-bits.xlsx'))
    await expect(inspect(app, handIn(app, bytes), 'missing-bits.xlsx')).rejects.toMatchObject({
      reason: 'file-broken',
    })
  })
})
