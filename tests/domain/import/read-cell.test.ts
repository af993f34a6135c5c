import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import type { Field } from '#shared/domain/import/field'
import { rowReader } from '#shared/domain/import/read-row'
import type { ReadColumn, RowPlan } from '#shared/domain/import/row'

type Col = Field | null | (Partial<ReadColumn> & { field: Field | null })

/** One row of a file with semicolons, read by these columns. */
function read(line: string, columns: readonly Col[], more: Partial<RowPlan> = {}) {
  const [record] = parseCsv(line, ';')
  if (!record) throw new Error('no row')
  return rowReader({
    columns: columns.map((column, index) => ({
      index,
      header: `H${index}`,
      rule: 'fill' as const,
      order: 'dmy' as const,
      ...(column !== null && typeof column === 'object' ? column : { field: column }),
    })),
    width: columns.length,
    country: 'ES',
    source: null,
    emptyWords: [],
    zone: 'Europe/Madrid',
    today: '2026-03-10',
    ...more,
  })(record)
}
const problems = (row: ReturnType<typeof read>) => row.problems.map(({ problem }) => problem)
const kept = (row: ReturnType<typeof read>) => ({ ...row.values.extra })

describe('what cannot be read is kept beside the lead', () => {
  it.each<[string, Col, string, Partial<RowPlan>?]>([
    ['3,46E+10', 'phone', 'phone_rounded'],
    ['020 7946 0123', 'phone', 'phone_no_country', { country: null as unknown as string }],
    ['SQL', 'stage', 'stage_unproven', { capsStage: true }],
    ['Cliente', 'stage', 'customer_unproven', { capsStage: true }],
    ['fase rara', 'stage', 'stage_unknown'],
    ['Pepe', 'owner', 'owner_unknown'],
    ['porque sí', 'basis', 'basis_unknown'],
    ['11/03/2026', 'basisOn', 'day_ahead'],
    ['mañana', 'basisOn', 'date_unreadable'],
  ])('%s as %s: %s', (cell, column, problem, more = {}) => {
    const row = read(`Ana;${cell}`, ['fullName', column], more)
    expect([problems(row), kept(row)]).toEqual([[problem], { H1: cell }])
  })
  it('two numbers of which one is none are marked once, for that', () => {
    const row = read('915551212 / 600111222 / 13', ['phone'])
    expect([problems(row), row.values.phones.length]).toEqual([['phone_invalid'], 2])
  })
  it('of a long cell the beginning is shown', () => {
    const [problem] = read('x'.repeat(500), ['arrivedAt']).problems
    expect(problem?.cell).toBe('x'.repeat(200))
  })
})

it('whom the file has as a customer is closed as one where nobody answers for it', () => {
  expect(read('Ana;Cliente', ['fullName', 'stage'], { capsStage: true }).values).toMatchObject({
    stage: null,
    closed: 'already_customer',
  })
  expect(read('Ana;Cliente', ['fullName', 'stage']).values).toMatchObject({ stage: 'customer' })
})

it('a wish in the column of stages or among other things is heeded or told', () => {
  expect(read('No llamar', ['stage']).values).toMatchObject({ doNotCall: true, stage: null })
  const meant = { field: 'stage', values: { x9: 'wished', z: '' } } as const
  expect(read('X9', [meant]).values.doNotCall).toBe(true)
  expect([read('z', [meant]).values, problems(read('z', [meant]))]).toMatchObject([
    { doNotCall: false, stage: null },
    [],
  ])
  for (const field of [null, 'notes'] as const) {
    const row = read('Ana;no llamar más', ['fullName', field])
    expect([problems(row), kept(row)]).toEqual([['wish_unheeded'], { H1: 'no llamar más' }])
  }
  const words = read('Ana;No llamar', ['fullName', { field: 'doNotCall', wishIs: 'words' }])
  expect([words.values.doNotCall, kept(words)]).toEqual([true, { H1: 'No llamar' }])
})

it('one column that says it is enough, whatever the others say', () => {
  expect(read('sí;no', ['doNotCall', 'doNotCall']).values.doNotCall).toBe(true)
})

describe('where somebody is, as networks write it', () => {
  it.each([
    ['Sevilla, Andalucía, España', ['Sevilla', 'Andalucía', 'ES']],
    ['Lisboa, Portugal', ['Lisboa', null, 'PT']],
    ['Atlanta, Georgia', ['Atlanta, Georgia', null, null]],
    ['Tiflis, Kajetia, Georgia', ['Tiflis', 'Kajetia', 'GE']],
    ['San Diego, CA', ['San Diego, CA', null, null]],
    ['Bilbao', ['Bilbao', null, null]],
  ])('%s', (cell, where) => {
    const { city, province, country } = read(cell, ['city']).values
    expect([city, province, country]).toEqual(where)
  })
  it('and their own columns go before it', () => {
    const { values } = read('Sevilla, Andalucía, España;Cádiz;Portugal', ['city', 'province', 'country'])
    expect(values).toMatchObject({ city: 'Sevilla', country: 'PT', province: 'Cádiz' })
    expect(read('Cádiz;Sevilla, Andalucía, España', ['province', 'city']).values.province).toBe('Cádiz')
  })
})

describe('why somebody may be called', () => {
  const ground = { kind: 'legitimate_interest', on: '2026-01-01', proof: 'plan' } as const
  const columns: Col[] = ['basis', 'basisOn', 'basisProof', null]
  const basisOf = (line: string, more: Partial<RowPlan> = {}) => read(line, columns, more).values.basis
  it.each([
    ['sí;01/03/2026;web;', { kind: 'consent', given: true, on: '2026-03-01', dated: true, proof: 'web' }],
    ['sí;10/03/2026;;', { kind: 'consent', given: true, on: '2026-03-10', dated: true, proof: null }],
    ['contrato;;;', { kind: 'contract', given: true, on: '2026-03-10', dated: false, proof: null }],
    ['baja;;;', { kind: 'consent', given: false, on: '2026-03-10', dated: false, proof: null }],
    ['no;;;', null],
    ['ninguna;;;', null],
    [';;;x', null],
  ])('%s', (line, basis) => expect(basisOf(line)).toEqual(basis))
  it('what the row says goes before what holds for every row', () => {
    expect(basisOf(';;;x', { ground })).toEqual({
      kind: 'legitimate_interest',
      given: true,
      on: '2026-01-01',
      dated: true,
      proof: 'plan',
    })
    expect(basisOf('sí;01/03/2026;web;', { ground })).toMatchObject({
      kind: 'consent',
      on: '2026-03-01',
      proof: 'web',
    })
    expect(basisOf('no;;;', { ground })).toBeNull()
    expect(basisOf(`sí;;${'x'.repeat(3000)};`)?.proof).toHaveLength(2000)
  })
  it('an option that somebody said stands for nothing is none', () => {
    const column = { field: 'basis', values: { rara: '', buena: 'consent' } } as const
    expect(problems(read('rara;x', [column, null]))).toEqual([])
    expect(read('BUENA;x', [column, null]).values.basis).toMatchObject({ kind: 'consent' })
  })
})

it('whose it is stands in the plan, and nobody is an answer', () => {
  const column = { field: 'owner', values: { ana: 'r1', nadie: '' } } as const
  const owner = (cell: string) => read(`${cell};x`, [column, null], { ownerId: 'me' })
  expect([owner('ANA').values.ownerId, owner('nadie').values.ownerId]).toEqual(['r1', 'me'])
  expect(problems(owner('nadie'))).toEqual([])
})

it('an address of two columns is one', () => {
  expect(read('a@b.example;a@b.example;c@b.example', ['email', 'email', 'email']).values.emails).toEqual([
    'a@b.example',
    'c@b.example',
  ])
})

it('names of several columns of one kind stand one after the other', () => {
  expect(read('Ana;Roa;Gil', ['givenName', 'familyName', 'familyName']).values.name).toEqual({
    name: 'Ana Roa Gil',
    givenName: 'Ana',
    familyName: 'Roa Gil',
  })
  expect(read(';Roa', ['givenName', 'familyName']).values.name).toEqual({
    name: 'Roa',
    givenName: null,
    familyName: 'Roa',
  })
})

it('what an export kept from being run is what it was', () => {
  expect(read("'=SUM(1);'-9;'n", ['title', null, 'company']).values).toMatchObject({
    title: '=SUM(1)',
    company: "'n",
    extra: { H1: '-9' },
  })
})

it('blank cells beyond the last column are no cells', () => {
  expect(problems(read('Ana;x; ;', ['fullName', null]))).toEqual([])
  expect(problems(read('Ana;x; ;y', ['fullName', null]))).toEqual(['cells_extra'])
})
