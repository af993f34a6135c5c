import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import type { Field } from '#shared/domain/import/field'
import { LONGEST_CELL, rowReader } from '#shared/domain/import/read-row'
import type { RowPlan } from '#shared/domain/import/row'

const plan = (fields: readonly (Field | null)[], more: Partial<RowPlan> = {}): RowPlan => ({
  columns: fields.map((field, index) => ({ index, header: `H${index}`, field, rule: 'fill', order: 'dmy' })),
  width: fields.length,
  country: 'ES',
  source: null,
  emptyWords: ['Select', '-'],
  zone: 'Europe/Madrid',
  today: '2026-03-10',
  ...more,
})

/** One row of a file with semicolons, read by these fields. */
function read(line: string, fields: readonly (Field | null)[], more: Partial<RowPlan> = {}) {
  const [record] = parseCsv(line, ';')
  if (!record) throw new Error('no row')
  return rowReader(plan(fields, more))(record)
}
const problemsOf = (row: ReturnType<typeof read>) =>
  row.problems.map(({ problem, column }) => [problem, column])

describe('a row', () => {
  it('is read by the fields of its columns, whatever their order', () => {
    const { values, problems } = read('020 7946 0123;Reino Unido;Ana;12/10/2025;1.200;Sí', [
      'phone',
      'country',
      'givenName',
      'arrivedAt',
      'employees',
      'doNotEmail',
    ])
    expect(problems).toEqual([])
    expect(values).toMatchObject({
      phones: [{ e164: '+442079460123' }],
      country: 'GB',
      arrivedAt: Date.UTC(2025, 9, 11, 22),
      employees: 1200,
      doNotEmail: true,
      doNotCall: false,
    })
  })
  it('numbers and addresses of several columns come together, mobiles first and none twice', () => {
    const { values } = read('915551212;600111222;915551212;a@b.example;A@b.example c@b.example', [
      'phone',
      'mobile',
      'phone',
      'email',
      'email',
    ])
    expect(values.phones.map(({ e164 }) => e164)).toEqual(['+34600111222', '+34915551212'])
    expect(values.emails).toEqual(['a@b.example', 'A@b.example', 'c@b.example'])
  })
  it('words that mean no answer say nothing', () => {
    const { values, problems } = read('select;-; ;Ana', ['source', 'phone', 'employees', 'fullName'])
    expect([values.source, values.phones, values.employees, problems]).toEqual([null, [], null, []])
  })
  it('takes the source of the plan where it names none', () => {
    expect(read('Ana;', ['fullName', 'source'], { source: 'Feria' }).values.source).toBe('Feria')
    expect(read('Ana;Web', ['fullName', 'source'], { source: 'Feria' }).values.source).toBe('Web')
  })
  it('keeps columns of no field under their header, even a strange one', () => {
    const strange = plan([null])
    const [record] = parseCsv('valor', ';')
    const row = rowReader({ ...strange, columns: [{ ...strange.columns[0]!, header: '__proto__' }] })(record!)
    expect(JSON.stringify(row.values.extra)).toBe('{"__proto__":"valor"}')
  })
})

describe('names', () => {
  const nameOf = (cell: string, country = 'ES') => read(cell, ['fullName'], { country }).values.name
  it.each([
    ['GARCÍA LÓPEZ, JUAN JOSÉ', 'Juan José García López', 'Juan José', 'García López'],
    ['José Luis de la Fuente Ruiz', 'José Luis de la Fuente Ruiz', 'José Luis', 'de la Fuente Ruiz'],
    ['JUAN PÉREZ', 'JUAN PÉREZ', 'Juan', 'Pérez'],
    [
      'Craig Cockburn, Software Specialist',
      'Craig Cockburn, Software Specialist',
      'Software Specialist',
      'Craig Cockburn',
    ],
  ])('%s', (cell, name, givenName, familyName) =>
    expect(nameOf(cell)).toEqual({ name, givenName, familyName }),
  )
  it.each([
    ['Eva Sol <eva@sol.example>', 'Eva Sol', ['eva@sol.example']],
    ['"Eva Sol" <eva@sol.example>', 'Eva Sol', ['eva@sol.example']],
    ['Eva Sol, eva@sol.example', 'Eva Sol', ['eva@sol.example']],
    ['eva@sol.example', 'eva@sol.example', []],
  ])('with the address beside it, %s', (cell, name, emails) => {
    const { values } = read(cell, ['fullName'])
    expect([values.name?.name, values.emails]).toEqual([name, emails])
  })
  it('of two columns are put together as they came', () => {
    expect(read('Ana María;Roa', ['givenName', 'familyName']).values.name).toEqual({
      name: 'Ana María Roa',
      givenName: 'Ana María',
      familyName: 'Roa',
    })
  })
  it.each([
    ['Hélène;LE GOFF', ['givenName', 'fullName'], 'Hélène LE GOFF', 'Hélène', 'LE GOFF'],
    ['Juan Carlos;Gil', ['fullName', 'familyName'], 'Juan Carlos Gil', 'Juan Carlos', 'Gil'],
    ['Ana;Ana Roa', ['givenName', 'fullName'], 'Ana Roa', 'Ana', 'Roa'],
    ['Roa;Roa', ['familyName', 'fullName'], 'Roa', null, 'Roa'],
  ] as const)('of a part and a whole, %s', (cells, fields, name, givenName, familyName) =>
    expect(read(cells, [...fields]).values.name).toEqual({ name, givenName, familyName }),
  )
})

describe('a bad cell marks its row, and what it said is kept beside the lead', () => {
  it.each([
    ['1800 SIX FLAGS', 'phone', 'phone_letters'],
    ['9765512', 'phone', 'phone_invalid'],
    ['elena.roa@', 'email', 'email_invalid'],
    ['31/02/2026', 'arrivedAt', 'date_unreadable'],
    ['PYME', 'employees', 'number_unreadable'],
    ['unknown', 'country', 'country_unknown'],
    ['quizás', 'doNotEmail', 'yes_no_unreadable'],
    ['mañana', 'demo', 'date_unreadable'],
  ] as const)('%s as %s: %s', (cell, field, problem) => {
    const row = read(`Ana;${cell}`, ['fullName', field])
    expect(row.problems).toEqual([{ field, column: 1, cell, problem }])
    expect({ ...row.values.extra }).toEqual({ H1: cell })
    expect(row.values.name?.name).toBe('Ana')
  })
  it('what was mended or kept is said, and lost nothing', () => {
    const row = read('91 555 12 12 / 600-111-222;8019', ['phone', 'postalCode'])
    expect(problemsOf(row)).toEqual([
      ['phones_several', 0],
      ['postcode_short', 1],
    ])
    expect(row.values).toMatchObject({ postalCode: '08019', extra: null })
    expect(row.values.phones).toHaveLength(2)
  })
  it('a wish nobody can read is rather one than none', () => {
    for (const cell of ['Lista Robinson', 'x', 'solo tardes'])
      expect(read(cell, ['doNotCall']).values.doNotCall).toBe(true)
    for (const cell of ['No', '', '0', '-'])
      expect(read(`${cell};`, ['doNotCall', null]).values.doNotCall).toBe(false)
  })
  it('a cell of a million characters is cut', () => {
    const row = read(`Ana;${'x'.repeat(1_000_000)}`, ['fullName', 'notes'])
    expect(problemsOf(row)).toEqual([['cell_too_long', 1]])
    expect(row.values.extra?.['H1']).toHaveLength(LONGEST_CELL)
    expect(row.cells[1]).toHaveLength(LONGEST_CELL)
  })
  it.each([
    ['Ana', [['cells_missing', null]]],
    ['Ana;1;2', [['cells_extra', null]]],
    ['Ana;1; ', []],
    ['Ana;5" de tubo', [['quote_stray', null]]],
    ['Ana;"abierta', [['quote_open', null]]],
    ['Ana;Logro\ufffdo', [['undecodable', 1]]],
  ])('%j', (line, problems) => expect(problemsOf(read(line, ['fullName', null]))).toEqual(problems))
})

describe('what somebody did', () => {
  const signals = (cell: string) => read(cell, ['visit']).values.signals.map(({ at }) => at)
  it.each([
    ['3', [null, null, null]],
    ['sí', [null]],
    ['no', []],
    ['0', []],
    ['01/03/2026', [Date.UTC(2026, 1, 28, 23)]],
    ['46082', [Date.UTC(2026, 1, 28, 23)]],
    ['1772319600000', [Date.UTC(2026, 1, 28, 23)]],
  ])('%s', (cell, times) => expect(signals(cell)).toEqual(times))
  it('a hundred visits count as twenty: more would add nothing', () =>
    expect(signals('100')).toHaveLength(20))
})
