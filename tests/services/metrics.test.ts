import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wilson } from '#shared/domain/wilson'
import { historyOf, type History } from '../helpers/history.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let add: History
let ana: string
let bea: string
let metal: string
beforeEach(() => {
  app = testApp()
  add = historyOf(app.db, app.deps.newId)
  ana = add.rep('Ana')
  bea = add.rep('Bea')
  metal = add.list('Metal')
})
afterEach(() => app.close())

const madrid = (text: string) => Date.parse(`${text}+01:00`)
const filter = {
  from: '2026-03-02',
  to: '2026-03-03',
  listId: null,
  repId: null,
  source: null,
  unit: 'people',
  basis: 'cohort',
} as const

function person(name: string, more: { arrivedAt?: number; source?: string } = {}) {
  const personId = add.person(name)
  const leadId = add.lead(personId, metal, { ...more, sourceKey: more.source?.toLowerCase() ?? null })
  return { personId, leadId, listId: metal }
}
const steps = async (change: object = {}) => {
  const { figures } = await app.call('metrics.funnel', { ...filter, ...change })
  return Object.fromEntries(figures.steps.map(({ step, n }) => [step, n]))
}

describe('the funnel', () => {
  it('takes days as the workspace lives them, the last one whole', async () => {
    for (const when of [
      '2026-03-01T23:59:59',
      '2026-03-02T00:00:00',
      '2026-03-03T23:59:59',
      '2026-03-04T00:00:00',
    ])
      add.call({ ...person(when), repId: ana, at: madrid(when), outcome: 'no_answer' })
    expect(await steps()).toMatchObject({ called: 2 })
  })

  it('counts a step of the people first called then, whenever it came', async () => {
    const early = person('Early')
    add.call({ ...early, repId: ana, at: madrid('2026-03-02T10:00'), outcome: 'no_answer' })
    add.stage({ leadId: early.leadId, repId: ana, at: madrid('2026-03-20T10:00'), to: 'opportunity' })
    const before = person('Before')
    add.call({ ...before, repId: ana, at: madrid('2026-02-02T10:00'), outcome: 'no_answer' })
    add.stage({ leadId: before.leadId, repId: ana, at: madrid('2026-03-02T10:00'), to: 'customer' })

    const implied = { called: 1, interested: 1, sql: 1, accepted: 1, opportunity: 1, contract: 0 }
    expect(await steps()).toEqual(implied)
    const happened = { called: 1, interested: 0, sql: 0, accepted: 0, opportunity: 0, contract: 1 }
    expect(await steps({ basis: 'period' })).toEqual(happened)
  })

  it('shows n and interval with a rate, and no interval between different people', async () => {
    for (let n = 0; n < 40; n++) {
      const outcome = n < 10 ? 'interested' : 'no_answer'
      add.call({ ...person(`P${n}`), repId: ana, at: madrid('2026-03-02T10:00') + n, outcome })
    }
    const rateOf = async (change: object) =>
      (await app.call('metrics.funnel', { ...filter, ...change })).figures.steps[1]?.rate
    expect(await rateOf({})).toEqual({
      n: 10,
      of: 40,
      people: 40,
      value: 0.25,
      interval: wilson(0.25, 40),
      thin: false,
    })
    expect(await rateOf({ basis: 'period' })).toMatchObject({ value: 0.25, interval: null })
    expect(await rateOf({ from: '2026-03-03' })).toBeNull()
  })

  it('by calls is as sure as its distinct people are many', async () => {
    const one = person('One')
    for (let n = 0; n < 4; n++)
      add.call({ ...one, repId: ana, at: madrid('2026-03-02T10:00') + n, outcome: n ? 'busy' : 'interested' })
    const { basis, figures } = await app.call('metrics.funnel', { ...filter, unit: 'calls' })
    expect(basis).toBe('period')
    expect(figures.connectRate).toEqual({
      n: 1,
      of: 4,
      people: 1,
      value: 0.25,
      interval: wilson(0.25, 1),
      thin: true,
    })
  })

  it('gives each person to the rep of the first call with them', async () => {
    const shared = person('Shared')
    add.call({ ...shared, repId: bea, at: madrid('2026-03-02T10:00'), outcome: 'no_answer' })
    add.call({ ...shared, repId: ana, at: madrid('2026-03-02T16:00'), outcome: 'interested', talk: 60 })
    const { rows } = await app.call('metrics.table', { ...filter, by: 'rep' })
    const shown = rows.map(({ name, figures }) => [name, figures.steps[0]?.n, figures.dials])
    expect(shown).toEqual([
      ['Ana', 1, 1],
      ['Bea', 0, 1],
    ])
  })

  it('puts a source spelt two ways in one row, and those without one last', async () => {
    for (const source of ['Google', 'google', undefined])
      add.call({
        ...person(`From ${source}`, source ? { source } : {}),
        repId: ana,
        at: madrid('2026-03-02T10:00'),
        outcome: 'busy',
      })
    const { rows } = await app.call('metrics.table', { ...filter, by: 'source' })
    expect(rows.map(({ key, name, figures }) => [key, name, figures.dials])).toEqual([
      ['google', 'Google', 2],
      ['', null, 1],
    ])
  })

  it('refuses a period that ends before it starts', async () => {
    await expect(app.call('metrics.funnel', { ...filter, to: '2026-03-01' })).rejects.toThrow(
      'ends before it starts',
    )
  })
})

describe('speed to lead', () => {
  it('runs in working minutes, and counts those never dialled', async () => {
    const friday = madrid('2026-02-27T17:30')
    const filterAll = { ...filter, from: '2026-02-27' }
    const late = person('Late', { arrivedAt: friday })
    add.call({ ...late, repId: ana, at: madrid('2026-03-02T09:15'), outcome: 'busy' })
    const quick = person('Quick', { arrivedAt: madrid('2026-03-02T11:00') })
    add.call({ ...quick, repId: ana, at: madrid('2026-03-02T11:04'), outcome: 'busy' })
    const early = person('Dialled before it arrived', { arrivedAt: madrid('2026-03-03T11:00') })
    add.call({ ...early, repId: ana, at: madrid('2026-03-02T11:04'), outcome: 'busy' })
    person('Never', { arrivedAt: madrid('2026-03-03T12:00') })

    add.firstDials()
    const { speed } = await app.call('metrics.funnel', filterAll)
    expect(speed).toEqual({ median: 4, p90: 45, dialled: 3, neverDialled: 1 })
  })
})

describe('the rows behind a figure', () => {
  it('are the people, oldest first, with what took them there', async () => {
    const one = person('One')
    add.call({ ...one, repId: bea, at: madrid('2026-03-03T10:00'), outcome: 'interested', talk: 95 })
    const two = person('Two')
    add.call({ ...two, repId: ana, at: madrid('2026-03-02T10:00'), outcome: 'no_answer' })
    const ask = { ...filter, figure: 'called', slot: null, offset: 0, limit: 10 } as const

    const { total, rows } = await app.call('metrics.rows', ask)
    expect(total).toBe(2)
    expect(rows.map((row) => [row.name, row.rep, row.outcome, row.talk, row.at])).toEqual([
      ['Two', 'Ana', 'no_answer', null, madrid('2026-03-02T10:00')],
      ['One', 'Bea', 'interested', 95, madrid('2026-03-03T10:00')],
    ])
    const second = await app.call('metrics.rows', { ...ask, offset: 1 })
    expect([second.total, second.rows[0]?.name]).toEqual([2, 'One'])
  })
})

describe('the time of day', () => {
  it('is the time where the person is, and each cell opens its calls', async () => {
    const here = person('Here')
    add.call({ ...here, repId: ana, at: madrid('2026-03-02T17:30'), outcome: 'interested' })
    const there = add.person('There', { phones: ['+34922123456'] })
    const islands = { personId: there, leadId: add.lead(there, metal), listId: metal }
    add.call({ ...islands, repId: ana, at: madrid('2026-03-02T17:40'), outcome: 'no_answer' })
    const nowhere = add.person('Nowhere')
    const listId = add.list('Unheard of', 'XX')
    const lost = { personId: nowhere, listId, leadId: add.lead(nowhere, listId) }
    add.call({ ...lost, repId: ana, at: madrid('2026-03-02T17:50'), outcome: 'busy' })

    const { slots, unplaced } = await app.call('metrics.byHour', filter)
    expect(unplaced).toBe(1)
    expect(slots.map(({ weekday, hour, dials, connects }) => [weekday, hour, dials, connects])).toEqual([
      [1, 16, 1, 0],
      [1, 17, 1, 1],
    ])
    const cell = { ...filter, figure: 'dials', slot: { weekday: 1, hour: 16 }, offset: 0, limit: 10 } as const
    expect((await app.call('metrics.rows', cell)).rows.map((row) => row.name)).toEqual(['There'])
  })
})
