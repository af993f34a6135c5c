import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { broughtIn, lines } from '../helpers/brought-in.ts'
import { planOf, undoImport, type Inspected } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Exports that say a stage in two columns, or why somebody is out. Who sleeps waits in the queue. */
let app: TestApp
beforeEach(() => (app = testApp()))
afterEach(() => app.close())

const HUBSPOT = lines(
  'Record ID,First Name,Phone Number,Lifecycle Stage,Lead Status',
  '1,Ana,+34600111001,Lead,Unqualified',
  '2,Eva,+34600111002,Lead,Bad timing',
  '3,Pol,+34600111003,Customer,Open deal',
  '4,Sol,+34600111004,Lead,Attempted to contact',
  '5,Luz,+34600111005,Subscriber,Connected',
  '6,Jon,+34600111006,Opportunity,In progress',
  '7,Mar,+34600111007,,New',
  '8,Teo,+34600111008,Lead,Kiosk',
)
type Standing = { name: string; stage: string; reason: string | null; queued: number; extra: string | null }
const standing = () =>
  app.db
    .all<Standing>(
      sql`SELECT persons.name, stage, leads.reason, extra,
        (SELECT COUNT(*) FROM queue WHERE lead_id = leads.id) AS queued
        FROM leads JOIN persons ON persons.id = person_id ORDER BY persons.name`,
    )
    .map(({ name, stage, reason, queued }) => [name, stage, reason, queued])
const said = (name: string): unknown =>
  JSON.parse(
    app.db.get<{ extra: string }>(
      sql`SELECT extra FROM leads JOIN persons ON persons.id = person_id WHERE persons.name = ${name}`,
    )?.extra ?? '{}',
  )

it('of a lifecycle and a status the one that closes goes, and the words of both are kept', async () => {
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
  const { inspected, counts, marked } = await broughtIn(app, HUBSPOT)
  expect(inspected.columns.slice(3).map(({ suggestion }) => suggestion?.field)).toEqual(['stage', 'stage'])
  expect(counts).toMatchObject({ create: 8 })
  expect(marked).toEqual([[9, 'stage_unknown']])
  expect(standing()).toEqual([
    ['Ana', 'disqualified', null, 0],
    ['Eva', 'nurture', 'timing', 1],
    ['Jon', 'opportunity', null, 0],
    ['Luz', 'lead', null, 1],
    ['Mar', 'inquiry', null, 1],
    ['Pol', 'customer', null, 0],
    ['Sol', 'lead', null, 1],
    ['Teo', 'lead', null, 1],
  ])
  expect(said('Eva')).toEqual({ 'Lifecycle Stage': 'Lead', 'Lead Status': 'Bad timing' })
})

it('of a rep a customer in one of them is closed as one already, whatever the other says', async () => {
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
  const { id } = await app.call('people.add', { name: 'Lucía Paz', role: 'rep' })
  await app.call('people.sit', { repId: id })
  await broughtIn(app, HUBSPOT)
  expect(standing()).toMatchObject([
    ['Ana', 'disqualified', null, 0],
    ['Eva', 'nurture', 'timing', 1],
    ['Jon', 'lead', null, 1],
    ['Luz', 'lead', null, 1],
    ['Mar', 'inquiry', null, 1],
    ['Pol', 'disqualified', 'already_customer', 0],
    ['Sol', 'lead', null, 1],
    ['Teo', 'lead', null, 1],
  ])
})

it('what somebody says that a word of the second means is heeded', async () => {
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
  const said = (inspected: Inspected) => {
    const plan = planOf(inspected)
    const columns = plan.columns.map((column) =>
      column.index === 4 ? { ...column, values: { kiosk: 'disqualified' } } : column,
    )
    return { ...plan, columns }
  }
  const { marked } = await broughtIn(app, HUBSPOT, said)
  expect(marked).toEqual([])
  expect(standing().at(-1)).toEqual(['Teo', 'disqualified', null, 0])
})

it('words that say why are kept, and close for that reason until an undo; a second row of theirs finds it so', async () => {
  await app.call('people.add', { name: 'Ana Roa', role: 'rep' })
  const { counts, marked, importId } = await broughtIn(
    app,
    lines(
      'Id,Nombre,Teléfono,Estado',
      '1,Eva,600111002,Descartado: sin presupuesto',
      '2,Jon,600111003,No interesado',
      '3,Luz,600111004,Lost - competitor',
      '4,Mar,600111005,Contactado',
      '5,Sol,600111006,"Descartado - no llamar"',
      '6,Jon,600111003,Nuevo',
      '7,Eva,600111002,Nuevo',
    ),
  )
  expect(marked).toEqual([])
  expect(counts).toMatchObject({ create: 4, suppressed: 1, re_disqualified: 1, update: 1 })
  expect(standing()).toEqual([
    ['Eva', 'nurture', 'no_budget', 1],
    ['Jon', 'disqualified', 'refused', 1],
    ['Jon', 'disqualified', 'refused', 0],
    ['Luz', 'nurture', 'competitor_contract', 0],
    ['Mar', 'lead', null, 1],
    ['Sol', 'lead', null, 0],
  ])
  expect(said('Eva')).toEqual({ Estado: 'Descartado: sin presupuesto' })
  const wakes = app.db.all<{ days: number }>(
    sql`SELECT ROUND((wakes_at - created_at) / 86400000.0) AS days FROM leads WHERE wakes_at IS NOT NULL ORDER BY days`,
  )
  expect(wakes.map(({ days }) => days)).toEqual([180, 365])
  await undoImport(app, importId)
  expect(standing()).toEqual([])
})
