import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const PEOPLE = 'ID,Nombre,Teléfono\n1,Ana Roa,600111222\n2,Luis Gil,600111333\n3,Eva Sanz,600111444\n'
const queued = () => app.db.all(sql`SELECT name FROM queue JOIN persons ON persons.id = person_id ORDER BY 1`)

/** As they were written before a wish was noted with its file. */
function asBefore(): void {
  const triggers = app.db.all<{ name: string; sql: string }>(
    sql`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'suppressions'`,
  )
  for (const { name } of triggers) app.db.run(sql.raw(`DROP TRIGGER ${name}`))
  app.db.run(sql`UPDATE suppressions SET call_id = NULL WHERE source = 'import'`)
  for (const trigger of triggers) app.db.run(sql.raw(trigger.sql))
}

it('a wish that does not say of which file it is goes with the one that came in then, and the undo says so', async () => {
  await importFile(app, PEOPLE)
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const into = { newList: null, listId }
  const all = queued()
  app.clock.advance(MINUTE)
  const one = await importFile(app, 'ID,No llamar\n1,sí\n2,no\n', into)
  app.clock.advance(MINUTE)
  const two = await importFile(app, 'ID,No llamar\n1,sí\n3,sí\n', into)
  asBefore()
  app.clock.advance(MINUTE)
  const three = await importFile(app, 'ID,No llamar\n2,sí\n', {
    ...into,
    listId: null,
    newList: { ...NEW_LIST, name: 'B' },
  })
  expect(queued()).toEqual([])
  const undo = async (importId: string, wishes: number) => {
    app.clock.advance(MINUTE)
    expect(await app.call('import.undoPreview', { importId })).toMatchObject({ wishes })
    await undoImport(app, importId)
  }
  await undo(one.importId, 0)
  expect(queued()).toEqual([])
  await undo(two.importId, 2)
  expect(queued()).toEqual(all.filter((_, at) => at < 2))
  await undo(three.importId, 1)
  expect(queued()).toEqual(all)
})
