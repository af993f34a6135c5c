import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { historyOf, type History } from '../helpers/history.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let add: History
let ana: string
let metal: string
let now: number
beforeEach(() => {
  app = testApp()
  add = historyOf(app.db, app.deps.newId)
  ana = add.rep('Ana')
  metal = add.list('Metal')
  now = app.deps.now()
})
afterEach(() => app.close())

const ago = (days: number) => now - days * DAY
const lead = (name: string, stage: 'inquiry' | 'lead' | 'mql' | 'sql' | 'nurture', days: number, more = {}) =>
  add.lead(add.person(name), metal, {
    stage,
    bornAs: stage,
    arrivedAt: ago(days),
    createdAt: ago(days),
    ...more,
  })
const buckets = async () =>
  (await app.call('metrics.ageing', {})).map(({ stage, days, leads }) => `${stage} ${days}: ${leads}`)
const namesIn = async (stage: string, days: number) => {
  const filter = { stages: [stage], aged: days }
  const order = { filter, sort: 'name', descending: false, offset: 0, limit: 50 } as const
  const { rows } = await app.call('leads.page', order as never)
  return rows.map(({ name }) => name)
}

it('has a bucket for each stage in which somebody waits too long, and its leads are those of the list', async () => {
  lead('Fresh', 'lead', 29)
  lead('Old', 'lead', 31)
  lead('Older', 'lead', 90)
  lead('Closed', 'lead', 90, { stage: 'disqualified' })
  lead('Asleep', 'nurture', 200, { wakesAt: ago(13) })
  lead('Overslept', 'nurture', 200, { wakesAt: ago(15) })
  lead('No date', 'nurture', 200)
  expect(await buckets()).toEqual(['lead 30: 2', 'nurture 14: 1'])
  expect(await namesIn('lead', 30)).toEqual(['Old', 'Older'])
  expect(await namesIn('nurture', 14)).toEqual(['Overslept'])
})

it('counts from when it came into the stage; an imported interest of long ago is not old on its first day', async () => {
  const moved = lead('Moved', 'mql', 90)
  add.stage({ leadId: moved, repId: ana, at: ago(3), from: 'lead', to: 'mql' })
  lead('Imported', 'lead', 400, { createdAt: ago(1) })
  expect(await buckets()).toEqual([])
})

it('lets an SQL rest once the CRM has accepted it', async () => {
  const waiting = lead('Waiting', 'sql', 20)
  expect(await buckets()).toEqual(['sql 7: 1'])
  add.verdict(waiting, ana, ago(1), 'accepted')
  expect(await buckets()).toEqual([])
})

it('takes its limit from thirty that went on', async () => {
  for (let nth = 0; nth < 30; nth++) {
    const gone = lead(`Gone ${nth}`, 'sql', 40, { bornAs: 'mql' })
    add.stage({ leadId: gone, repId: ana, at: ago(35), from: 'mql', to: 'sql' })
    add.verdict(gone, ana, ago(1), 'accepted')
  }
  lead('Ten days', 'mql', 10)
  expect(await buckets()).toEqual(['mql 5: 1'])
})
