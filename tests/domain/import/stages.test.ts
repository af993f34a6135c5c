import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import { suggestColumns } from '#shared/domain/import/mapping'
import { rowReader } from '#shared/domain/import/read-row'
import type { ReadColumn } from '#shared/domain/import/row'
import { closedAs, standingOf, stageOfWord } from '#shared/domain/import/stage-words'
import { IN_QUEUE, PROVEN, STAGES, type Stage } from '#shared/domain/stage'

const HEADERS = ['Lifecycle Stage', 'Lead Status'] as const

type How = { capsStage?: boolean; values?: Record<string, string>; headers?: readonly string[] }

/** One row with these cells under columns of stages; `values`: what somebody said that cells of the second mean. */
function read(cells: readonly string[], { capsStage = false, values = {}, headers = HEADERS }: How = {}) {
  const [record] = parseCsv(['Ana', ...cells].join(';'), ';')
  if (!record) throw new Error('no row')
  const staged = cells.map((_, at): ReadColumn => ({
    index: at + 1,
    header: headers[at] ?? '',
    field: 'stage',
    rule: 'fill',
    order: 'dmy',
    ...(at === 1 ? { values } : {}),
  }))
  return rowReader({
    columns: [{ index: 0, header: 'Name', field: 'fullName', rule: 'fill', order: 'dmy' }, ...staged],
    width: cells.length + 1,
    country: 'ES',
    source: null,
    emptyWords: [],
    zone: 'Europe/Madrid',
    today: '2026-03-10',
    capsStage,
  })(record)
}
/** A reason says it too. */
function stageOf(cells: readonly string[], how: How = {}) {
  const { stage, closed } = read(cells, how).values
  return closed ? closedAs(closed) : stage
}

describe('of two columns of stages', () => {
  it.each<[string, string, Stage]>([
    // What closes goes, in whichever it stands.
    ['Lead', 'Unqualified', 'disqualified'],
    ['Opportunity', 'UNQUALIFIED', 'disqualified'],
    ['Customer', 'New', 'customer'],
    ['Customer', 'Unqualified', 'customer'],
    ['Propuesta', 'Perdido', 'lost'],
    ['Lost', 'Disqualified', 'disqualified'],
    ['Lead', 'Bad timing', 'nurture'],
    ['Opportunity', 'BAD_TIMING', 'nurture'],
    // Else the further one.
    ['Marketing Qualified Lead', 'Connected', 'mql'],
    ['Sales Qualified Lead', 'Attempted to contact', 'sql'],
    ['Lead', 'In progress', 'lead'],
    ['Subscriber', 'Connected', 'lead'],
    ['Lead', 'Open deal', 'opportunity'],
    ['Customer', 'Open deal', 'customer'],
    // One alone counts as if it were the only column.
    ['Lead', '', 'lead'],
    ['', 'Attempted to contact', 'lead'],
    ['Other', 'Connected', 'lead'],
  ])('%j and %j: %s', (one, other, stage) => {
    expect([stageOf([one, other]), stageOf([other, one])]).toEqual([stage, stage])
  })
  it('the words of both are kept, and of one alone only what is not understood', () => {
    expect({ ...read(['Lead', 'Bad timing']).values.extra }).toEqual({
      'Lifecycle Stage': 'Lead',
      'Lead Status': 'Bad timing',
    })
    expect(read(['Bad timing']).values.extra).toBeNull()
  })
  it('what somebody said that a cell means counts in the second too', () => {
    const values = { aparcado: 'disqualified', fase9: '', zz: 'wished' }
    expect(stageOf(['Lead', 'Aparcado'], { values })).toBe('disqualified')
    expect(read(['Lead', 'FASE9'], { values })).toMatchObject({ problems: [], values: { stage: 'lead' } })
    expect(read(['Lead', 'zz'], { values }).values).toMatchObject({ stage: 'lead', doNotCall: true })
  })
  it('one that is not understood marks its own cell and takes nothing from the other', () => {
    const { values, problems } = read(['Customer', 'fase rara'])
    expect(values.stage).toBe('customer')
    expect(problems).toMatchObject([{ column: 2, cell: 'fase rara', problem: 'stage_unknown' }])
  })
  it.each<[string, string, Stage | null, string | undefined]>([
    ['Customer', 'Unqualified', null, 'already_customer'],
    ['Opportunity', 'Unqualified', 'disqualified', undefined],
    ['Opportunity', 'Connected', 'lead', undefined],
    ['SQL', '', null, undefined],
  ])('of a rep, who answers for no proofs: %j and %j', (one, other, stage, closed) => {
    for (const cells of [
      [one, other],
      [other, one],
    ])
      expect(read(cells, { capsStage: true }).values).toMatchObject({ stage, ...(closed ? { closed } : {}) })
  })
  it('law: their order says nothing, what goes is one of them, and one that is not called closes for all', () => {
    const words = fc.array(fc.constantFrom(...STAGES), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(words, fc.boolean(), (said, capsStage) => {
        const headers = said.map((_, at) => `H${at}`)
        const { stage, closed } = read(said, { capsStage, headers }).values
        expect(read(said.toReversed(), { capsStage, headers }).values).toMatchObject({ stage })
        const counted = said.filter((each) => !capsStage || !PROVEN.includes(each))
        if (stage !== null) expect(counted).toContain(stage)
        expect(closed !== undefined).toBe(capsStage && said.includes('customer'))
        const isCalled = counted.every((each) => IN_QUEUE.includes(each)) && closed === undefined
        expect(closed === undefined && (stage === null || IN_QUEUE.includes(stage))).toBe(isCalled)
      }),
    )
  })
})

it.each<[readonly string[], readonly string[], readonly string[]]>([
  [
    ['First Name', 'Last Name', ...HEADERS],
    ['Ana', 'Roa', 'Lead', 'Open deal'],
    ['Eva', 'Gil', 'Customer', ''],
  ],
  [
    ['First Name', 'Last Name', 'Lead Status', 'Stage'],
    ['Ana', 'Roa', 'Nurturing', 'Closed Lost'],
    ['Eva', 'Gil', 'New', ''],
  ],
  [
    ['Nombre', 'Apellidos', 'Estado', 'Etapa'],
    ['Ana', 'Roa', 'Perdido', 'Propuesta'],
    ['Eva', 'Gil', 'Abierto', 'Negociación'],
  ],
  [
    ['Nombre', 'Apellidos', 'Status', 'Resultado'],
    ['Ana', 'Roa', 'Contactado', 'No interesado'],
    ['Eva', 'Gil', 'Nuevo', 'Vendido'],
  ],
])('%j are two stages', (header, ...rows) => {
  const found = suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  )
  expect(found.map(({ suggestion }) => suggestion?.field)).toEqual([
    'givenName',
    'familyName',
    'stage',
    'stage',
  ])
  expect(found.slice(2).every(({ values }) => values !== null)).toBe(true)
})
it('a column that only looks so by its name is none beside one', () => {
  const found = suggestColumns(
    ['Nombre', 'Etapa', 'Estado', 'Resultado'].map((name) => ({ name, nameless: false })),
    [
      ['Ana Roa', 'Nuevo', 'Jalisco', '9,5'],
      ['Eva Gil', 'Perdido', 'Puebla', '7'],
    ],
    'MX',
  )
  expect(found.map(({ suggestion }) => suggestion?.field ?? '')).toEqual([
    'fullName',
    'stage',
    'province',
    '',
  ])
})

it.each<[string, Stage]>([
  ['Lost Lead', 'disqualified'],
  ['Contact in Future', 'nurture'],
  ['Pre-Qualified', 'lead'],
  ['Ya es cliente', 'customer'],
  ['No le interesa', 'disqualified'],
  ['Id. Decision Makers', 'opportunity'],
])('%s is %s', (word, stage) => expect(stageOfWord(word)).toBe(stage))

describe('words that say why somebody is out', () => {
  it.each<[string, Stage, string | null]>([
    ['Disqualified - no budget', 'nurture', 'no_budget'],
    ['Descartado: sin presupuesto', 'nurture', 'no_budget'],
    ['Descartado (sin presupuesto)', 'nurture', 'no_budget'],
    ['Unqualified, bad timing', 'nurture', 'timing'],
    ['Descartado - ya es cliente', 'disqualified', 'already_customer'],
    ['Desqualificado – fora do perfil', 'disqualified', 'outside_profile'],
    ['Disqualified: competitor', 'disqualified', 'competitor'],
    ['Descartado - no contesta', 'nurture', 'unreachable'],
    ['Bad timing', 'nurture', 'timing'],
    ['Sin presupuesto', 'nurture', 'no_budget'],
    // Another system has them closed for it: they were asked there already.
    ['No interesado', 'disqualified', 'refused'],
    ['Contactado - no interesado', 'disqualified', 'refused'],
    ['Lost - competitor', 'lost', 'competitor_contract'],
    ['Perdido / sin presupuesto', 'lost', 'no_budget'],
    // No reason is said, or none of somebody who is out.
    ['Descartado', 'disqualified', null],
    ['Descartado: otros', 'disqualified', null],
    ['Contactado - sin presupuesto', 'lead', null],
    ['Nuevo - no contesta', 'inquiry', null],
    ['Presupuesto enviado', 'opportunity', null],
    ['Ya es cliente', 'customer', null],
  ])('%s: %s, %s', (cell, stage, reason) => expect(standingOf(cell)).toEqual({ stage, reason }))
  it.each(['Presupuesto', 'No contesta', 'Proveedor', 'Competencia', 'Martes'])(
    '%s alone says neither',
    (cell) => expect(standingOf(cell)).toBeNull(),
  )
  it('they are kept where they say more than a stage', () => {
    const keptOf = (cell: string) => read([cell]).values.extra?.['Lifecycle Stage'] ?? null
    for (const cell of [
      'Descartado: sin presupuesto',
      'Lost - competitor',
      'Ganado (contrato)',
      'Sin presupuesto',
    ])
      expect(keptOf(cell), cell).toBe(cell)
    for (const cell of ['Descartado', '3. Ganado', 'Contactado']) expect(keptOf(cell), cell).toBeNull()
  })
  it('a reason closes, whoever brings it; lost is for whoever answers for it', () => {
    const whole = (cell: string, capsStage: boolean) => {
      const { values, problems } = read([cell], { capsStage })
      return [values.stage, values.closed ?? null, problems.map(({ problem }) => problem)]
    }
    for (const caps of [true, false])
      expect(whole('Descartado: sin presupuesto', caps)).toEqual([null, 'no_budget', []])
    expect(whole('Lost - competitor', false)).toEqual(['lost', null, []])
    expect(whole('Lost - competitor', true)).toEqual([null, 'competitor_contract', []])
    expect(whole('Lost', true)).toEqual([null, null, ['stage_unproven']])
  })
  it('of two columns the reason is of the one that goes', () => {
    const both = (one: string, other: string) => {
      const { stage, closed = null } = read([one, other]).values
      expect(read([other, one]).values).toMatchObject({ stage, ...(closed ? { closed } : {}) })
      return [stage, closed]
    }
    expect(both('Lead', 'No interesado')).toEqual([null, 'refused'])
    expect(both('Descartado', 'No interesado')).toEqual([null, 'refused'])
    expect(both('Customer', 'No interesado')).toEqual(['customer', null])
  })
  it('what somebody said that such words mean goes', () => {
    const values = { 'no interesado': 'lead' }
    expect(read(['', 'No interesado'], { values }).values).toMatchObject({ stage: 'lead' })
    expect(read(['', 'No interesado'], { values }).values.closed).toBeUndefined()
  })
})
