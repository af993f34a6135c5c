import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { inspectAs, noticesIn, readAs } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DATA = '../shared/data'

let app: TestApp
beforeEach(() => void (app = testApp()))
afterEach(() => app.close())

const read = async (bytes: Buffer | string, change: Parameters<typeof readAs>[2] = {}) => {
  const { inspected, rows } = await readAs(app, bytes, change)
  return { inspected, rows: rows.map(({ cells }) => cells) }
}

describe('what is odd about a file is said', () => {
  const kinds = async (text: string | Buffer) => noticesIn((await read(text)).inspected)
  const people = 'Nombre;Plantilla;Alta\n'

  it('quotes that go wrong, with both lines', async () => {
    const found = await kinds('Nombre;Nota\nAna;"x\nEva;"y" z\nLuis;"w"\nInés;"never\n')
    expect(found.get('quote_open')).toMatchObject({
      count: 2,
      places: [
        { line: 2, until: 3 },
        { line: 5, until: null },
      ],
    })
    expect(found.get('quote_stray')?.places).toEqual([{ line: 3, until: null }])
  })
  it('numbers that a spreadsheet took for dates', async () => {
    const found = await kinds(`${people}Ana;01-May;1\nEva;10-50;2\nLuis;200;3\nInés;50-200;4\n`)
    expect(found.get('months_for_numbers')?.columns).toEqual(['Plantilla'])
    expect((await kinds(`${people}Ana;10;5-may\nEva;20;6-jun\n`)).has('months_for_numbers')).toBe(false)
    const book = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Nombre', 'Plantilla'],
            ['Ana', new Date('2025-05-01')],
            ['Eva', '10-50'],
            ['Luis', 200],
          ],
        },
      ],
    })
    expect((await kinds(Buffer.from(book))).get('months_for_numbers')?.columns).toEqual(['Plantilla'])
  })
  it('dates that tell no order, and dates that tell two', async () => {
    expect(
      (await kinds(`${people}Ana;1;01/02/2025\nEva;2;03/04/2025\n`)).get('dates_ambiguous')?.columns,
    ).toEqual(['Alta'])
    const mixed = await kinds(`${people}Ana;1;31/12/2025\nEva;2;12/31/2025\n`)
    expect(mixed.get('dates_mixed')?.columns).toEqual(['Alta'])
    expect(mixed.has('dates_ambiguous')).toBe(false)
  })
  it('a year in front does not hide which of the others comes first', async () => {
    const { inspected } = await inspectAs(app, `${people}Ana;1;2025-05-03\nEva;2;31/12/2025\n`, {})
    expect(inspected.columns[2]?.dates).toEqual({ order: 'dmy', decidedBy: '31/12/2025' })
  })
  it('mixed line ends, those inside a cell left out', async () => {
    expect((await kinds('a;b\r\n"x\ny";1\r\nz;2\r\n')).has('mixed_line_ends')).toBe(false)
    expect((await kinds('a;b\r\nx;1\nz;2\r\n')).get('mixed_line_ends')?.count).toBe(2)
  })
  it('NULs, which are taken out, and other controls, which are not', async () => {
    const { inspected, rows } = await read(`Nombre;Nota\n${'Ana;x\n'.repeat(400)}E\0va;a\u0001b\n`)
    expect(noticesIn(inspected).get('nuls_removed')?.count).toBe(1)
    expect(noticesIn(inspected).get('control_characters')?.count).toBe(1)
    expect(rows.at(-1)).toEqual(['Eva', 'a\u0001b'])
  })
  it('what is hidden in a sheet, and duplicate headers by name', async () => {
    const found = await kinds(readFileSync(`${DATA}/exceljs-xlsx/google-sheets.xlsx`))
    expect(found.get('hidden_rows')?.count).toBe(1)
    expect(found.get('hidden_columns')?.columns).toEqual(['HIDDEN'])
    expect((await kinds('Tel;tel ;Nombre\n1;2;Ana\n')).get('duplicate_headers')?.columns).toEqual(['Tel'])
  })
})

describe('a header of two rows', () => {
  const GROUPED =
    'Persona;;Empresa;\nNombre;Teléfono;Nombre;Teléfono\nAna;600111222;Roa;915551212\nEva;600111333;Gil;915551213\n'
  it('is read as one, groups over their columns', async () => {
    const { inspected, rows } = await read(GROUPED)
    expect(inspected).toMatchObject({ headerLine: 1, headerRows: 2 })
    expect(inspected.header).toEqual([
      'Persona Nombre',
      'Persona Teléfono',
      'Empresa Nombre',
      'Empresa Teléfono',
    ])
    expect(rows.map(([name]) => name)).toEqual(['Ana', 'Eva'])
  })
  it('with names in the upper row where the lower has none', async () => {
    const { inspected, rows } = await read(
      'Nombre;Contacto;;Fecha\n;Correo;Teléfono;\nAna;a@a.example;600111222;1/2/2025\nEva;e@e.example;600111333;13/2/2025\n',
    )
    expect(inspected.header).toEqual(['Nombre', 'Contacto Correo', 'Contacto Teléfono', 'Fecha'])
    expect(rows).toHaveLength(2)
  })
  it('can be said, and be unsaid', async () => {
    const { inspected, rows } = await read('Nombre;Tel\nde pila;móvil\nAna;600111222\n', {
      headerLine: 1,
      headerRows: 2,
    })
    expect(inspected.header).toEqual(['Nombre de pila', 'Tel móvil'])
    expect(rows).toEqual([['Ana', '600111222']])
    expect((await read(GROUPED, { headerLine: 2, headerRows: 1 })).inspected.header[0]).toBe('Nombre')
  })
  it('is not made of a title, nor of a row of people', async () => {
    expect(
      (await inspectAs(app, 'Leads;;Feria;\nNombre;Tel;Ciudad;Origen\nAna;600111222;Vic;Web\n', {}))
        .inspected,
    ).toMatchObject({ headerLine: 2, headerRows: 1 })
    expect(
      (await inspectAs(app, 'Nombre;Apellido;Ciudad\nAna;Roa;Vic\nEva;Gil;Jaca\n', {})).inspected,
    ).toMatchObject({ headerLine: 1, headerRows: 1 })
  })
})

it('a spreadsheet that says its own separator is believed', async () => {
  const { inspected, rows } = await read('sep=;\nNombre;Importe\nAna;1,5\nEva,x;2,5\n')
  expect(inspected).toMatchObject({ delimiter: ';', headerLine: 2 })
  expect(rows).toEqual([
    ['Ana', '1,5'],
    ['Eva,x', '2,5'],
  ])
})

it('a workbook goes all the way: phones, dates and postcodes as they were meant', async () => {
  const rows = [
    ['Leads de la feria'],
    ['Nombre y apellidos', 'Teléfono', 'Correo', 'Código postal', 'Fecha de alta'],
    ['Ana Roa', 600111222, 'ana@roa.example', '08019', new Date('2026-02-28')],
    ['Luis Gil', 34600111223, 'luis@gil.example', '28013', new Date('2026-03-01')],
  ]
  const book = Buffer.from(await writeXlsx({ sheets: [{ name: 'Leads', rows }] }))
  const found = await readAs(app, book)
  expect(found.inspected.headerLine).toBe(2)
  expect(found.rows.map(({ values }) => values.phones.map(({ e164 }) => e164))).toEqual([
    ['+34600111222'],
    ['+34600111223'],
  ])
  expect(found.rows.map(({ values }) => values.postalCode)).toEqual(['08019', '28013'])
  expect(found.rows.flatMap(({ problems }) => problems)).toEqual([])
})

it('cells at the end of a row that a sheet does not write are there all the same', async () => {
  const rows = [
    ['Nombre', 'Teléfono', 'Correo', 'Notas'],
    ['Ana Roa', '600111222'],
    ['Eva Gil', null, 'eva@gil.example', 'x'],
  ]
  const found = await readAs(app, Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows }] })))
  expect(noticesIn(found.inspected).has('ragged_rows')).toBe(false)
  expect(found.rows.map(({ cells, problems }) => [cells.length, problems])).toEqual([
    [4, []],
    [4, []],
  ])
})
