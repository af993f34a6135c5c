import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { readDate } from '#shared/domain/import/date'
import { dateOrderOf } from '#shared/domain/import/date-order'
import { delimiterOf } from '#shared/domain/import/delimiter'
import { suggestColumns } from '#shared/domain/import/mapping'
import { parseCsv } from '#shared/domain/import/csv'
import { fieldOfHeader } from '#shared/domain/import/synonyms'
import { stageOfWord } from '#shared/domain/import/stage-words'
import { decimalMarkOf, parseDecimal } from '#shared/domain/import/decimal'

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(`../shared/data/peer-importers/${name}.json`, 'utf8')) as T

describe('what users of HubSpot expect', () => {
  const hubspot = read<{ contact_headers: string[]; lifecycle_values: string[] }>('hubspot-import-facts')
  it('every header of a contact is known', () => {
    expect(hubspot.contact_headers.filter((header) => fieldOfHeader(header) === null)).toEqual([])
  })
  it('lifecycle stages are ours, save for what says nothing', () => {
    expect(hubspot.lifecycle_values.map((value) => [value, stageOfWord(value)])).toEqual([
      ['Subscriber', 'inquiry'],
      ['Lead', 'lead'],
      ['Marketing Qualified Lead', 'mql'],
      ['Sales Qualified Lead', 'sql'],
      ['Opportunity', 'opportunity'],
      ['Customer', 'customer'],
      ['Evangelist', 'customer'],
      ['Other', null],
    ])
  })
})

describe('what users of Odoo expect', () => {
  type Odoo = {
    numbers: Record<string, string>
    separator: { text: string; asked: string; guessed?: string }[]
  }
  const odoo = read<Odoo>('odoo-base_import')
  it.each(Object.entries(odoo.numbers))('%s is %s', (cell, number) => {
    expect(parseDecimal(cell)).toBe(Number(number))
  })
  it.each([
    ['12.000 €', 12_000],
    ['€ 1.234,50', 1234.5],
    ['$1,234.50', 1234.5],
    ['(30)', -30],
    ['30-', -30],
    ['0,125', 0.125],
    ['5,69', 5.69],
    ['93.994', 93_994],
    ['1 234 567', 1_234_567],
    ['1,234,567', 1_234_567],
  ])('%s is %d', (cell, number) => expect(parseDecimal(cell)).toBe(number))
  it.each(['', 'doce', '12,,5', '1.2.3,4,5', '(30', '--', '€'])('%j is no number', (cell) =>
    expect(parseDecimal(cell)).toBeNull(),
  )
  it('the separator is guessed', () => {
    const open = odoo.separator.filter(({ asked }) => asked === '')
    expect(open.map(({ text }) => delimiterOf(text))).toEqual(open.map(({ guessed }) => guessed || ','))
  })
  it('white space alone is no row, and cells keep their line breaks', () => {
    expect(parseCsv('name,Some Value\nfoo,"\tfoo\n\tbar"\n', ',').at(-1)?.cells).toEqual([
      'foo',
      '\tfoo\n\tbar',
    ])
  })
  it('a header in another language does not stop anything', () => {
    expect([' Imię ', '  kraj', ' miasto'].map((name) => fieldOfHeader(name))).toEqual([
      'givenName',
      'country',
      'city',
    ])
    expect([' Vezetéknév ', '  ország', ' város'].map((name) => fieldOfHeader(name))).toEqual([
      null,
      null,
      null,
    ])
    expect([' Nom ', '  pays', ' ville'].map((name) => fieldOfHeader(name))).toEqual([
      'fullName',
      'country',
      'city',
    ])
    expect([' Name ', '  country', ' City'].map((name) => fieldOfHeader(name))).toEqual([
      'fullName',
      'country',
      'city',
    ])
  })
})

describe('the decimal mark is decided for a whole column', () => {
  it.each([
    [['93.994', '-1.8'], '.'],
    [['93.994', '1.234,5'], ','],
    [['93.994', '12'], null],
    [["1'234'567,89"], ','],
  ] as const)('%j: %s', (cells, mark) => expect(decimalMarkOf(cells)).toBe(mark))
  it('real calls with semicolons and points: 93.994 is not 93,994', () => {
    const text = readFileSync('../shared/data/uci-bank-marketing/bank-additional.csv', 'utf8')
    const [header, ...rows] = parseCsv(text, ';')
    const at = header?.cells.indexOf('cons.price.idx') ?? -1
    const cells = rows.map(({ cells }) => cells[at] ?? '').filter(Boolean)
    const mark = decimalMarkOf(cells)
    expect([mark, Math.max(...cells.map((cell) => parseDecimal(cell, mark) ?? Number.NaN))]).toEqual([
      '.',
      94.767,
    ])
  })
})

describe('what users of Data Loader expect', () => {
  type Loader = { dates_with_errors: { in: string; utc?: string; expect?: 'error' }[] }
  const { dates_with_errors: dates } = read<Loader>('salesforce-dataloader')
  it.each(dates)('$in', ({ in: cell, utc }) => {
    const found = readDate(cell, dateOrderOf([cell], 'US').order)
    if (utc === undefined) return expect(found).toBeNull()
    const { day = '', minutes = 0, offset = 0 } = found ?? {}
    // Seconds are not kept.
    expect(Date.parse(day) + ((minutes ?? 0) - (offset ?? 0)) * 60_000).toBe(
      Date.parse(utc) - (Date.parse(utc) % 60_000),
    )
  })
})

describe('what users of Frappe expect', () => {
  it('headers that carry spaces match, and cells are trimmed', () => {
    expect(fieldOfHeader('Title  ')).toBe('title')
    const [column] = suggestColumns(
      [{ name: 'Description        ', nameless: false }],
      [['  test description ']],
      'ES',
    )
    expect([column?.suggestion?.field, column?.samples]).toEqual(['notes', ['test description']])
  })
  it('one order for a whole column of dates', () => {
    const cells = ['05-09-2019', '30-10-2019']
    const { order } = dateOrderOf(cells, 'US')
    expect(cells.map((cell) => readDate(cell, order)?.day)).toEqual(['2019-09-05', '2019-10-30'])
  })
})

describe('CRM files of Maven', () => {
  const fields = (name: string) => {
    const [header, ...rows] = parseCsv(readFileSync(`../shared/data/maven-crm/${name}.csv`, 'utf8'), ',')
    return Object.fromEntries(
      suggestColumns(
        (header?.cells ?? []).map((each) => ({ name: each, nameless: false })),
        rows.slice(0, 1000).map(({ cells }) => cells),
        'US',
      ).map(({ header: each, suggestion }) => [each, suggestion?.field ?? null]),
    )
  }
  it('accounts and pipeline are mapped by their names and cells', () => {
    expect(fields('accounts')).toMatchObject({
      account: 'company',
      sector: 'industry',
      employees: 'employees',
    })
    expect(fields('sales_pipeline')).toMatchObject({
      opportunity_id: 'externalId',
      sales_agent: 'owner',
      account: 'company',
      deal_stage: 'stage',
    })
  })
})
