import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import { historyReader, talkOf, type HistoryField } from '#shared/domain/import/history'
import { stageAfter } from '#shared/domain/import/verdict-words'
import { ruleIn, SHIPPED_RULES } from '#shared/domain/reason-set'

type HistoryPlan = Parameters<typeof historyReader>[0]
type Options = Partial<Record<HistoryField, Record<string, string>>>

/** One row of a call history, by the fields of its columns. */
function read(
  line: string,
  fields: readonly HistoryField[],
  more: Partial<HistoryPlan> = {},
  options: Options = {},
) {
  const [record] = parseCsv(line, ';')
  if (!record) throw new Error('no row')
  const columns = fields.map((field, index) => ({
    index,
    field,
    order: 'dmy' as const,
    values: options[field],
  }))
  return historyReader({ columns, country: 'ES', zone: 'Europe/Madrid', emptyWords: ['-'], ...more })(record)
}

describe('a row of a call history', () => {
  it('is a call by its outcome, and one of verdicts is not', () => {
    const isCall = (line: string) => read(line, ['phone', 'outcome', 'verdict']).isCall
    expect([isCall('600111222;ocupado;'), isCall('600111222;;aceptado'), isCall('600111222;;')]).toEqual([
      true,
      false,
      true,
    ])
  })
  it('an outcome of the team’s own is told by its code, ours by none', () => {
    const team = new Map([
      ['vacaciones', { code: 'own_holidays', kind: 'gatekeeper' as const }],
      ['ocupado', { code: 'busy', kind: 'busy' as const }],
    ])
    const of = (cell: string) => {
      const { outcome, own } = read(`600111222;${cell}`, ['phone', 'outcome'], { team })
      return [outcome, own]
    }
    expect([of('Vacaciones'), of('Ocupado'), of('no contesta')]).toEqual([
      ['gatekeeper', 'own_holidays'],
      ['busy', null],
      ['no_answer', null],
    ])
  })
  it('an outcome that is a contract is the verdict too, unless the row or somebody says what it is', () => {
    const fields = ['phone', 'outcome', 'result', 'verdict'] as const
    const of = (line: string, more: Partial<HistoryPlan> = {}, values: Record<string, string> = {}) => {
      const { outcome, verdict } = read(line, fields, more, { outcome: values })
      return [outcome, verdict]
    }
    expect([of('6;Ganado'), of('6;Closed won'), of('6;vendido')]).toEqual(
      Array.from({ length: 3 }, () => ['qualified', 'won']),
    )
    expect([of('6;venta'), of('6;cualificado'), of('6;perdido')]).toEqual([
      ['qualified', null],
      ['qualified', null],
      ['not_interested', null],
    ])
    expect([of('6;Ganado;SQL'), of('6;Ganado;;aceptado')]).toEqual([
      ['qualified', null],
      ['qualified', 'accepted'],
    ])
    const team = new Map([['ganado', { code: 'own_won', kind: 'interested' as const }]])
    expect([of('6;Ganado', { team }), of('6;Ganado', {}, { ganado: 'qualified' })]).toEqual([
      ['interested', null],
      ['qualified', null],
    ])
  })
  it('a verdict nobody knows is told, unless somebody said that it is none yet', () => {
    const unknown = (line: string, values: Record<string, string> = {}) =>
      read(line, ['phone', 'verdict'], {}, { verdict: values }).isVerdictUnknown
    expect([
      unknown('6;raro'),
      unknown('6;raro', { raro: '' }),
      unknown('6;aceptado'),
      unknown('6;-'),
    ]).toEqual([true, false, false, false])
  })
  it('a stage that somebody said is none is none', () => {
    const result = (values: Record<string, string>) =>
      read('6;Ganado', ['phone', 'result'], {}, { result: values }).result
    expect([result({}), result({ ganado: '' }), result({ ganado: 'sql' })]).toEqual(['customer', null, 'sql'])
  })
  it('an amount is of its column’s currency, else of its own sign, else of the country', () => {
    const amount = (line: string) => read(line, ['phone', 'amount', 'currency']).amount
    expect(amount('6;30 €;USD')).toEqual({ minor: 3000, currency: 'USD' })
    expect(amount('6;30 $;')).toEqual({ minor: 3000, currency: 'USD' })
    expect(amount('6;30;')).toEqual({ minor: 3000, currency: 'EUR' })
    const unread = (line: string) => read(line, ['phone', 'amount']).isAmountUnreadable
    expect([unread('6;mucho'), unread('6;'), unread('6;-')]).toEqual([true, false, false])
  })
})

it('a rejected hand-over goes where its reason says, without one back to MQL', () => {
  const rule = (id: 'competitor' | 'timing') => ruleIn(SHIPPED_RULES, id)
  expect([
    stageAfter('rejected', rule('competitor')),
    stageAfter('rejected', rule('timing')),
    stageAfter('rejected', null),
    stageAfter('accepted', rule('competitor')),
    stageAfter('won', null),
    stageAfter('lost', null),
  ]).toEqual(['disqualified', 'nurture', 'mql', 'sql', 'customer', 'lost'])
})

it('talk below nothing is none', () => expect([talkOf('-3'), talkOf('0')]).toEqual([null, 0]))
