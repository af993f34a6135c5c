import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'admin' })
})
afterEach(() => app.close())

const bring = (csv: string, name: string) => {
  app.clock.advance(60_000)
  return importFile(app, csv, { newList: { ...NEW_LIST, name } })
}
const lead = () => app.db.get<{ id: string }>(sql`SELECT id FROM leads`).id
const TODAY = '2026-03-09'
const DEEDS = {
  'a score set by hand': (leadId: string) =>
    app.call('lead.setScore', { leadId, score: 'fit', points: 90_00, days: 2, reason: 'they asked' }),
  'a ground to call, told to a rep': (leadId: string) =>
    app.call('basis.save', {
      leadId,
      channel: 'call',
      kind: 'consent',
      given: true,
      on: TODAY,
      source: 'phone',
      proof: 'said so',
    }),
  'that they asked to be erased': (leadId: string) => app.call('erase.ask', { leadId, askedOn: TODAY }),
}

it.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])('an undo keeps whom somebody gave %s', async (what) => {
  const { importId } = await bring('Nombre,Teléfono\nAna Roa,600111222\n', 'A')
  app.clock.advance(60_000)
  await DEEDS[what](lead())
  expect(await app.call('import.undoPreview', { importId })).toMatchObject({
    counts: { reversed: 0, kept: 1, failed: 0 },
  })
  await undoImport(app, importId)
  expect(app.db.all(sql`SELECT name FROM persons`)).toEqual([{ name: 'Ana Roa' }])
})

describe('people who were found to be one', () => {
  const people = () =>
    app.db.all(sql`SELECT name, (SELECT count(*) FROM leads WHERE person_id = persons.id) AS leads,
      (SELECT group_concat(e164) FROM phones WHERE person_id = persons.id) AS phones FROM persons ORDER BY name`)
  it.each(['A', 'B'] as const)(
    'stay whole when file %s is undone, and are two again with a lead each',
    async (which) => {
      const a = await bring('Nombre,Teléfono\nAna Roa,600111222\n', 'A')
      const b = await bring('Nombre,Teléfono\nAna Roa Gil,600111333\n', 'B')
      const [keep, other] = app.db.all<{ id: string }>(sql`SELECT id FROM persons ORDER BY name`)
      const two = { kind: 'person', keepId: keep?.id ?? '', otherId: other?.id ?? '', choices: {} } as const
      const before = people()
      const { pairingId } = await app.call('review.merge', two)
      const { importId } = which === 'A' ? a : b
      expect(await app.call('import.undoPreview', { importId })).toMatchObject({
        counts: { reversed: 0, kept: 1 },
        rows: [{ name: 'Ana Roa', why: 'merged' }],
      })
      await undoImport(app, importId)
      await app.call('review.undo', { pairingId })
      expect(people()).toEqual(before)
    },
  )
})
