import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { settleImports, type Begun } from '#electron/services/import/settle'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { ended, handIn, importFile, inspect, planOf, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const leads = () => app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM leads`).n

/** An import that was cut off in the middle of its so many-th try, whose file is still there. */
async function cutOff(begun: number | null): Promise<string> {
  const fileId = handIn(app, spanishFile(25))
  const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
  await ended(app, importId)
  const progress = begun === null ? null : JSON.stringify({ begun, tries: 0 } satisfies Begun)
  app.db.run(
    sql`UPDATE imports SET state = 'running', finished_at = NULL, progress = ${progress} WHERE id = ${importId}`,
  )
  if (!readdirSync(join(app.data, 'inbox')).includes(fileId))
    writeFileSync(join(app.data, 'inbox', fileId), spanishFile(25))
  return importId
}

it.each([
  // Before it could say so itself.
  [null, 'done', 25],
  [4, 'done', 25],
  [5, 'failed', 0],
])('an import that was begun %s times and cut off is %s', async (begun, state, rows) => {
  const importId = await cutOff(begun)
  let again: Promise<void> | undefined
  const seen: unknown[] = []
  await settleImports(app.deps, (_, job) => {
    again = job.done
    seen.push(app.db.get(sql`SELECT progress ->> 'begun' AS begun FROM imports`))
  })
  await again
  expect(seen).toEqual(state === 'done' ? [{ begun: (begun ?? 1) + 1 }] : [])
  expect(app.db.get(sql`SELECT id, state FROM imports`)).toEqual({ id: importId, state })
  expect(leads()).toBe(rows)
})

it('one whose file is gone is taken out, says that it was cut off, and leaves nothing staged', async () => {
  const importId = await cutOff(1)
  for (const name of readdirSync(join(app.data, 'inbox'))) rmSync(join(app.data, 'inbox', name))
  mkdirSync(join(app.data, 'staging'), { recursive: true })
  writeFileSync(join(app.data, 'staging', `${importId}.db`), 'x')
  app.clock.advance(60_000)
  app.events.length = 0
  await settleImports(app.deps, () => expect.unreachable())
  expect(readdirSync(join(app.data, 'staging'))).toEqual([])
  expect(leads()).toBe(0)
  expect(app.db.get(sql`SELECT state, message, counts, progress, finished_at AS at FROM imports`)).toEqual({
    state: 'failed',
    message: 'interrupted',
    counts: '{}',
    progress: null,
    at: app.clock.now(),
  })
  expect(app.events).toContainEqual({ kind: 'changed', topics: ['imports', 'lists', 'leads', 'queue'] })
})

it('whom somebody worked on meanwhile stays as they are, and the others come in again', async () => {
  const importId = await cutOff(1)
  const { leadId, listId } = app.db.get<{ leadId: string; listId: string }>(
    sql`SELECT id AS leadId, list_id AS listId FROM leads ORDER BY id LIMIT 1`,
  )
  await app.call('desk.open', { listId, leadId, after: null })
  await app.call('desk.note', { leadId, note: 'llamar' })
  let again: Promise<void> | undefined
  await settleImports(app.deps, (_, job) => (again = job.done))
  await again
  expect(await app.call('import.status', { importId })).toMatchObject({ state: 'done', rows: 25 })
  expect([leads(), app.db.all(sql`SELECT lead_id, note FROM drafts`)]).toEqual([
    25,
    [{ lead_id: leadId, note: 'llamar' }],
  ])
  expect(app.db.all(sql`SELECT id FROM leads WHERE person_id NOT IN (SELECT id FROM persons)`)).toEqual([])
})

it('stops without a word when the app is closed meanwhile, and the next start goes on', async () => {
  const importId = await cutOff(1)
  await settleImports({ ...app.deps, closing: AbortSignal.abort() }, () => expect.unreachable())
  expect(app.db.get(sql`SELECT state FROM imports`)).toEqual({ state: 'running' })
  let again: Promise<void> | undefined
  await settleImports(app.deps, (id, job) => {
    expect(id).toBe(importId)
    again = job.done
  })
  await again
  expect(leads()).toBe(25)
})

it.each(['undoing', 'undone'])(
  'one that was %s is taken back to the end, with the words of who is gone',
  async (state) => {
    const { importId } = await importFile(app, spanishFile(25))
    if (state === 'undone') await undoImport(app, importId)
    app.db.run(sql`UPDATE imports SET state = ${state}, progress = '"words"'`)
    await settleImports(app.deps)
    expect(app.db.get(sql`SELECT state, progress FROM imports`)).toEqual({ state: 'undone', progress: null })
    expect(leads()).toBe(0)
  },
)

it('what a check of an earlier session staged is thrown away, and nothing else', async () => {
  const folder = join(app.data, 'staging')
  mkdirSync(folder, { recursive: true })
  for (const name of ['00000000-0000-7000-8000-00000000000a.db', 'note.txt'])
    writeFileSync(join(folder, name), 'x')
  await settleImports(app.deps)
  expect(readdirSync(folder)).toEqual(['note.txt'])
})
