import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import { talkOf } from '#shared/domain/import/history'
import { looksLikeCalls } from '#shared/domain/import/history-mapping'
import { suggestColumns } from '#shared/domain/import/mapping'
import { outcomeOfWord, type HistoryOutcome } from '#shared/domain/import/outcome-words'
import { has } from '#shared/domain/outcome'

const table = (path: string, delimiter: ',' | ';' = ',') => {
  const [header, ...rows] = parseCsv(readFileSync(`../shared/data/${path}`, 'utf8'), delimiter)
  const names = header?.cells ?? []
  return rows
    .filter(({ cells }) => cells.length > 1)
    .map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])))
}

describe('VICIdial, whose statuses are in use in many call centres', () => {
  const statuses = table('vicidial/system-statuses.csv')
  it('every status is known, by its code and by its name', () => {
    const unknown = statuses.filter(
      ({ status = '', status_name: name = '' }) =>
        outcomeOfWord(status) === null || outcomeOfWord(name) === null,
    )
    expect(unknown).toEqual([])
  })
  it.each([
    ['SALE', 'qualified'],
    ['CALLBK', 'callback'],
    ['NA', 'no_answer'],
    ['A', 'voicemail'],
    ['B', 'busy'],
    ['DC', 'dead_number'],
    ['NI', 'not_interested'],
    ['DNC', 'do_not_call'],
    ['DROP', 'technical_failure'],
    ['QUEUE', 'none'],
  ])('%s is %s', (status, outcome) => expect(outcomeOfWord(status)).toBe(outcome))
  it('a sale is a conversation, and so is whatever the dialer calls customer contact', () => {
    const talked = statuses.filter(({ sale, customer_contact: contact }) => sale === 'Y' || contact === 'Y')
    expect(talked.length).toBe(6)
    for (const { status = '' } of talked) {
      const outcome = outcomeOfWord(status) as Exclude<HistoryOutcome, 'none'>
      expect([status, has(outcome, 'connected')]).toEqual([status, true])
    }
  })
})

it('the tags of X Education that say how a call ended are known; what could be two things is asked', () => {
  const found: Record<string, number> = {}
  for (const { Tags: tag = '' } of table('x-education/Leads.csv')) {
    const outcome = outcomeOfWord(tag)
    if (outcome) found[outcome] = (found[outcome] ?? 0) + 1
  }
  // Ringing 1,203 and switched off 240; Busy 186; invalid number 83; wrong number given 47 (data/README.md).
  expect(found).toMatchObject({ no_answer: 1443, busy: 186, dead_number: 83, wrong_number: 47 })
  expect(['Connected', 'Contactado', 'Will revert after reading the email'].map(outcomeOfWord)).toEqual([
    null,
    null,
    null,
  ])
})

it('how the campaign calls of a bank ended has no outcome of ours: yes and no are asked', () => {
  const answers = new Set(
    table('uci-bank-marketing/bank-additional.csv', ';').map(({ poutcome = '' }) => poutcome),
  )
  expect(
    [...answers].toSorted((a, b) => (a < b ? -1 : 1)).map((cell) => [cell, outcomeOfWord(cell)]),
  ).toEqual([
    ['failure', 'not_interested'],
    ['nonexistent', null],
    ['success', 'qualified'],
  ])
  expect([outcomeOfWord('yes'), outcomeOfWord('no')]).toEqual([null, null])
})

describe('a file of calls', () => {
  const looks = (header: string[], ...rows: string[][]) =>
    looksLikeCalls(
      suggestColumns(
        header.map((name) => ({ name, nameless: false })),
        rows,
        'ES',
      ),
    )
  it('is told from a list of people, whatever stages the list has', () => {
    const header = ['Fecha', 'Teléfono', 'Estado']
    expect(
      looks(header, ['02/03/2026', '600111222', 'No contesta'], ['03/03/2026', '600111222', 'Ganado']),
    ).toBe(true)
    expect(looks(header, ['02/03/2026', '600111222', 'Nuevo'], ['03/03/2026', '600111333', 'Ganado'])).toBe(
      false,
    )
  })
})

it.each([
  ['02:14', 134],
  ['1:02:14', 3734],
  ['134', 134],
  ['134 s', 134],
  ['2 min', 120],
  ['1,5 min', 90],
  ['2m 14s', 134],
  ['1 h 5 min', 3900],
  ['3 horas', 10_800],
  ['', null],
  ['larga', null],
])('%j of talk is %s seconds', (cell, seconds) => expect(talkOf(cell)).toBe(seconds))
