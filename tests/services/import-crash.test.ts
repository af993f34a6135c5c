import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { settleImports } from '#electron/services/import/settle'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { closingAfter } from '../helpers/closing.ts'
import { handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp

const whole = spanishFile(50).toString('latin1')
const rows = whole.slice(whole.indexOf('\r\n') + 2)
/** Everybody of the first file again with something more, new people, and some of them twice. */
const second = Buffer.from(
  whole.replaceAll('Gerente', 'CEO') +
    rows.slice(0, 1200).replaceAll('L-0', 'M-0').replaceAll('730-', '731-'),
  'latin1',
)

/** A store that holds some people, and the import that is about to meet them. */
async function prepared() {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  await importFile(app, spanishFile(20))
  const fileId = handIn(app, second)
  const plan = planOf(await inspect(app, fileId), { newList: { ...NEW_LIST, name: 'Second' } })
  return { fileId, plan }
}

const all = () => ({
  ...storeDump(app.db),
  imports: app.db.all(sql`SELECT id, state, counts ->> 'rows' AS rows, progress,
    finished_at IS NOT NULL AS finished FROM imports ORDER BY id`),
  looked: app.db.all(sql`SELECT import_id, line, verdict, problems FROM import_rows ORDER BY 1, 2`),
  wishes: app.db.all(sql`SELECT person_id FROM suppressions ORDER BY 1`),
  found: app.db.all(sql`SELECT id FROM search_docsize ORDER BY 1`),
})

/** Until it is over, or whoever worked on it has stopped. */
async function ended(importId: string, isClosed: () => boolean): Promise<void> {
  while (!isClosed() && (await app.call('import.status', { importId })).state === 'running')
    await new Promise((done) => setImmediate(done))
  await app.call('import.cancel', { importId })
}

async function interrupted(looks: number) {
  const { fileId, plan } = await prepared()
  const { signal, isClosed, looked } = closingAfter(looks)
  Object.assign(app.deps, { closing: signal })
  const { importId } = await app.call('import.run', { fileId, plan })
  await ended(importId, isClosed)
  Object.assign(app.deps, { closing: new AbortController().signal })
  let again: Promise<void> | undefined
  await settleImports(app.deps, (_, job) => (again = job.done))
  await again
  const result = { stood: all(), looked: looked() }
  app.close()
  return result
}

it('cut off anywhere and started again, an import ends as if nothing had happened', async () => {
  const { stood, looked } = await interrupted(1_000_000)
  expect(stood.imports).toMatchObject([{ state: 'done' }, { state: 'done', progress: null }])
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: looked }), async (looks) => {
      expect((await interrupted(looks)).stood).toEqual(stood)
    }),
    { numRuns: 50, endOnFailure: true },
  )
})
