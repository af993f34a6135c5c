import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { settleImports, type Begun } from '#electron/services/import/settle'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const leads = () => app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM leads`).n

/** An import that was cut off in the middle of its so many-th try, whose file is still there. */
async function cutOff(begun: number): Promise<string> {
  const fileId = handIn(app, spanishFile(25))
  const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
  await ended(app, importId)
  const progress = JSON.stringify({ begun, tries: 0 } satisfies Begun)
  app.db.run(
    sql`UPDATE imports SET state = 'running', finished_at = NULL, progress = ${progress} WHERE id = ${importId}`,
  )
  if (!readdirSync(join(app.data, 'inbox')).includes(fileId))
    writeFileSync(join(app.data, 'inbox', fileId), spanishFile(25))
  return importId
}

it.each([
  [4, 'done', 25],
  [5, 'failed', 0],
])('an import that was begun %i times and cut off is %s', async (begun, state, rows) => {
  const importId = await cutOff(begun)
  let again: Promise<void> | undefined
  const seen: unknown[] = []
  await settleImports(app.deps, (_, job) => {
    again = job.done
    seen.push(app.db.get(sql`SELECT progress ->> 'begun' AS begun FROM imports`))
  })
  await again
  expect(seen).toEqual(state === 'done' ? [{ begun: begun + 1 }] : [])
  expect(app.db.get(sql`SELECT id, state FROM imports`)).toEqual({ id: importId, state })
  expect(leads()).toBe(rows)
})

it('what a check of an earlier session staged is thrown away, and nothing else', async () => {
  const folder = join(app.data, 'staging')
  mkdirSync(folder, { recursive: true })
  for (const name of ['00000000-0000-7000-8000-00000000000a.db', 'note.txt'])
    writeFileSync(join(folder, name), 'x')
  await settleImports(app.deps)
  expect(readdirSync(folder)).toEqual(['note.txt'])
})
