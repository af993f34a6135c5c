import { describe, expect, it } from 'vitest'

import { historyReader, talkOf, type HistoryField } from '#shared/domain/import/history'
import { suggestHistory } from '#shared/domain/import/history-mapping'
import { suggestColumns } from '#shared/domain/import/mapping'
import { outcomeOfWord } from '#shared/domain/import/outcome-words'

/** Call logs of kinds that no rule here was written for. */
const mapped = (header: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const columns = suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  )
  const found = suggestHistory(columns)
  return header.map((_, index) => [...found].find(([, at]) => at === index)?.[0] ?? '')
}

it('a day and its time in two columns', () => {
  const rows = [
    ['02/03/2026', '10:15', '600111221', 'No contesta'],
    ['13/03/2026', '9:05 pm', '600111222', 'Ocupado'],
  ]
  expect(mapped(['Fecha', 'Hora', 'Teléfono', 'Resultado'], ...rows)).toEqual([
    'calledAt',
    'calledTime',
    'phone',
    'outcome',
  ])
  // Where it says the day too, it is when.
  expect(mapped(['Hora', 'Resultado'], ['02/03/2026 10:15', 'Ocupado'])[0]).toBe('calledAt')
})

describe('when', () => {
  const at = (cells: readonly string[], header: readonly string[], fields: readonly HistoryField[]) => {
    const columns = fields.map((field, index) => ({
      index,
      field,
      order: 'dmy' as const,
      header: header[index],
    }))
    const read = historyReader({ columns, country: 'ES', zone: 'Europe/Madrid', emptyWords: [] })
    const { calledAt } = read({ line: 2, cells: [...cells], quote: null })
    return calledAt === null ? null : new Date(calledAt).toISOString().slice(0, 16)
  }
  it.each([
    [['02/03/2026', '10:15'], ['Fecha', 'Hora'], '2026-03-02T09:15'],
    [['02/03/2026', '5:40 PM'], ['Date', 'Time'], '2026-03-02T16:40'],
    [['02/03/2026', '17:40:12'], ['Date (UTC)', 'Time (UTC)'], '2026-03-02T17:40'],
    // A time that is none takes no day away, and what the day says itself goes before it.
    [['02/03/2026', 'mañana'], ['Fecha', 'Hora'], '2026-03-01T23:00'],
    [['02/03/2026 08:00', '17:40'], ['Fecha', 'Hora'], '2026-03-02T07:00'],
    [['', '17:40'], ['Fecha', 'Hora'], null],
  ])('%j under %j', (cells, header, when) => expect(at(cells, header, ['calledAt', 'calledTime'])).toBe(when))
  it.each([
    ['02/03/2026 10:15 h', '2026-03-02T09:15'],
    ['02/03/2026 a las 10.15 horas', '2026-03-02T09:15'],
    ['02.03.2026, 10:15 Uhr', '2026-03-02T09:15'],
  ])('%s', (cell, when) => expect(at([cell], ['Fecha'], ['calledAt'])).toBe(when))
})

it.each([
  ['3:20', 'Duration', 200],
  ['200 s', 'Duration (min)', 200],
  ['5', 'Duración (min)', 300],
  ['1,5', 'Min. hablados', 90],
  ['1,5', 'Duration in minutes', 90],
  ['200000', 'hs_call_duration', 200],
  ['200', 'Call Duration (HH:mm:ss)', 200],
])('%s of a column "%s"', (cell, header, seconds) => expect(talkOf(cell, header)).toBe(seconds))

it('the number that was called, and not the line it was called from', () => {
  const row = (to: string) => ['2026-03-02 10:15', '+34910000000', to, 'no answer', '3']
  expect(
    mapped(['date', 'line', 'to', 'tags', 'duration (min)'], row('+34600111221'), row('+34600111222')),
  ).toEqual(['calledAt', '', 'phone', 'outcome', 'talk'])
})

it.each([
  ['Answered - Not Interested', 'not_interested'],
  ['No contesta (3 intentos)', 'no_answer'],
  ['2. Ocupado', 'busy'],
  ['Contacto: interesado', 'interested'],
  ['Pas de réponse', 'no_answer'],
  ['Segreteria telefonica', 'voicemail'],
  ['Kein Interesse', 'not_interested'],
  ['Ne plus appeler', 'do_not_call'],
  // Two things at once are asked about.
  ['Interesado - no llamar', null],
  ['Answered', null],
])('%s: %s', (cell, outcome) => expect(outcomeOfWord(cell)).toBe(outcome))
