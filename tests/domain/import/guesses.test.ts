import { describe, expect, it } from 'vitest'

import { evidenceOf } from '#shared/domain/import/evidence'
import { fits, isKey } from '#shared/domain/import/fits'
import { looksLikeCalls, suggestHistory } from '#shared/domain/import/history-mapping'
import { suggestColumns } from '#shared/domain/import/mapping'
import { areMonthsForNumbers } from '#shared/domain/import/months'
import { noticesOf, type About } from '#shared/domain/import/notice'
import { sensitiveOf } from '#shared/domain/import/sensitive'
import { rowWatch } from '#shared/domain/import/watch'

const columns = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  suggestColumns(
    names.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  )
const fields = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  columns(names, rows).map(({ suggestion }) => suggestion?.field ?? null)
const column = (cells: readonly string[], name = 'Dato') =>
  columns(
    [name],
    cells.map((cell) => [cell]),
  )[0]

describe('what a column is about', () => {
  it.each<[string, string[], string[][], (string | null)[]]>([
    ['the first of two that say it', ['Empresa', 'Razón social'], [['Acme', 'Acme SL']], ['company', null]],
    ['but no empty one', ['Empresa', 'Razón social'], [['', 'Acme SL']], [null, 'company']],
    ['a wish about mail, whatever a cell says', ['No enviar email'], [['No llamar'], ['sí']], ['doNotEmail']],
    ['nothing that shows somebody', ['Profile image'], [['https://cdn.example/a.png']], [null]],
    ['nothing that is left out', ['ID'], [['12345678Z'], ['00000000T']], [null]],
  ])('%s', (_, names, rows, found) => expect(fields(names, rows)).toEqual(found))
  it('a set of options has forty at most, none of them a story', () => {
    const options = (n: number) => column(Array.from({ length: n }, (_, at) => `option ${at}`))?.values
    expect([options(40)?.length, options(41)]).toEqual([40, null])
    expect([column(['x'.repeat(60)])?.values?.length, column(['x'.repeat(61)])?.values]).toEqual([1, null])
  })
  it('dates are those of a column in which most cells are', () => {
    const dated = ['31/12/2025', '01/02/2026', '02/02/2026']
    expect(column([...dated, 'ayer', 'hoy'])?.dates).toMatchObject({ order: 'dmy' })
    expect(column([...dated, 'ayer', 'hoy', 'nunca'])?.dates).toBeNull()
  })
})

describe('shares', () => {
  const ids = (n: number, same = 0) => Array.from({ length: n }, (_, at) => `id ${Math.max(at, same)}`)
  it.each([
    [isKey(ids(3), 4), true],
    [isKey(ids(2), 4), false],
    [isKey(ids(100, 2), 100), true],
    [isKey(ids(100, 3), 100), false],
    [fits('externalId', [], 5), false],
    [fits('company', [], 5), true],
  ])('%s', (found, wanted) => expect(found).toBe(wanted))
  it('one cell that is wrong says nothing where no name stands above', () => {
    const cells = ['a@b.example', 'c@d.example', 'x']
    expect(evidenceOf(cells, 3, { nameless: true })?.field).toBe('email')
    expect(evidenceOf(cells, 3, { nameless: false })).toBeNull()
  })
  it('three cells in five tell an identity number, and our own columns are ours', () => {
    const real = ['12345678Z', '00000000T', '12345678-Z']
    expect([sensitiveOf('Dato', [...real, 'x', 'y']), sensitiveOf('Dato', [...real, 'x', 'y', 'z'])]).toEqual(
      ['national_id', null],
    )
    expect([sensitiveOf('_lead_id', []), sensitiveOf('_answer_x', []), sensitiveOf('lead', [])]).toEqual([
      'own_column',
      'own_column',
      null,
    ])
  })
})

describe('a file of calls', () => {
  it('has no outcome in a column of other words', () => {
    const found = suggestHistory(
      columns(
        ['Teléfono', 'Estado'],
        [
          ['600111222', 'Madrid'],
          ['600111333', 'Vic'],
        ],
      ),
    )
    expect(found.get('outcome')).toBeUndefined()
  })
  it('says when, or is a file of verdicts of which half are known', () => {
    expect(looksLikeCalls(columns(['Teléfono', 'Resultado'], [['600111222', 'No contesta']]))).toBe(false)
    const verdicts = (...cells: string[]) =>
      looksLikeCalls(
        columns(
          ['Email', 'Veredicto'],
          cells.map((cell, at) => [`a${at}@b.example`, cell]),
        ),
      )
    expect([verdicts('aceptado', 'raro'), verdicts('aceptado', 'raro', 'otro')]).toEqual([true, false])
  })
})

describe('what is odd about rows', () => {
  const found = (rows: readonly (readonly string[])[], width = 1) => {
    const watch = rowWatch(Array.from({ length: width }, (_, at) => `H${at}`))
    rows.forEach((cells, at) => watch.look({ line: at + 2, cells: [...cells], quote: null }))
    return Object.fromEntries(watch.found())
  }
  it('is counted whole and shown five times', () => {
    const { ragged_rows: ragged } = found(
      Array.from({ length: 7 }, () => ['x']),
      2,
    )
    expect([ragged?.count, ragged?.places.length]).toEqual([7, 5])
    const { misread_letters: misread } = found([['GarcÃ­a', 'PeÃ±a']], 2)
    expect(misread).toEqual({ count: 2, places: [{ line: 2, until: null }], columns: ['H0', 'H1'] })
  })
  it('two orders of dates are told by the first line of each, the earlier first', () => {
    const both = { count: 1, places: [{ line: 2, until: 4 }], columns: ['H0'] }
    expect(found([['01/31/2026'], ['01/02/2026'], ['31/01/2026']])).toEqual({ dates_mixed: both })
    expect(found([['31/01/2026'], ['01/02/2026'], ['01/31/2026']])).toEqual({ dates_mixed: both })
    expect(found([['2026-01-02'], ['2026-02-03']])).toEqual({})
    expect(Object.keys(found([['01/02/2026'], ['02/03/2026']]))).toEqual(['dates_ambiguous'])
  })
  it('columns are told apart by their first thousand cells, and letters that were read rightly are passed over', () => {
    const days = Array.from({ length: 1000 }, () => ['01/02/2026', 'x'])
    const words = Array.from({ length: 1500 }, () => ['x', 'x'])
    expect(Object.keys(found([...days, ...words], 2))).toEqual(['dates_ambiguous'])
    const watch = rowWatch(['H0'])
    for (let line = 1; line <= 1000; line++) watch.look({ line, cells: ['x'], quote: null })
    watch.look({ line: 1001, cells: ['GarcÃ­a'], quote: null }, false)
    watch.look({ line: 1002, cells: ['GarcÃ­a'], quote: null }, true)
    expect(watch.found().get('misread_letters')?.places).toEqual([{ line: 1002, until: null }])
  })
  it('days stand for numbers where some do among many', () => {
    const of = (all: number, months: number, numbers: number) => areMonthsForNumbers({ all, months, numbers })
    expect([of(3, 1, 2), of(2, 1, 1), of(8, 6, 2), of(6, 4, 2), of(3, 0, 3)]).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
  })
  it('one way of ending lines is none to speak of, and a name that comes twice is', () => {
    const about: About = {
      named: ['Tel', 'tel ', 'Nombre'],
      header: ['Tel', 'tel (2)', 'Nombre'],
      hasHeader: true,
      lineEnds: 1,
      nuls: 0,
      controls: 0,
      hiddenRows: 0,
      hiddenColumns: [],
      merges: 0,
      unworked: 0,
      isInOneColumn: false,
    }
    expect(noticesOf(about, new Map())).toEqual([
      { kind: 'duplicate_headers', count: 1, places: [], columns: ['Tel'] },
    ])
    expect(
      noticesOf({ ...about, named: [], lineEnds: 2 }, new Map()).map(({ kind, count }) => [kind, count]),
    ).toEqual([
      ['nameless_columns', 3],
      ['mixed_line_ends', 2],
    ])
  })
})
