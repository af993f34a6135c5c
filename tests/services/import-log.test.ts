import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'

import { LOG_PAGES } from '#electron/db/settings'
import { clientOf } from '#electron/db/raw'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { importFile } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const IMPORT = new URL('../../electron/services/import/import-worker.ts', import.meta.url)
const LOG = new URL('../../electron/services/import/log-worker.ts', import.meta.url)
const BROKEN = new URL('../fixtures/crashing-worker.ts', import.meta.url)

let app: TestApp
let folder: string
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

async function imported(log: URL) {
  folder = mkdtempSync(join(tmpdir(), 'callwright-log-'))
  app = testApp({ file: join(folder, 'callwright.db'), deps: { workers: { import: IMPORT, log } } })
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  const done = await importFile(app, spanishFile(1200))
  // It is over once the log is as well.
  await app.call('import.cancel', { importId: done.importId })
  return done
}
/** Pages that whoever writes puts into the log before writing it back. */
const byItself = () => clientOf(app.db).pragma('wal_autocheckpoint', { simple: true })

it('the log of an import is written back by a thread of its own, and begins anew after it', async () => {
  expect(await imported(LOG)).toMatchObject({ state: 'done', rows: 1200 })
  expect(byItself()).toBe(LOG_PAGES)
  await app.call('people.add', { name: 'Eva', role: 'rep' })
  const [log] = clientOf(app.db).pragma('wal_checkpoint(PASSIVE)') as { log: number }[]
  expect(log?.log).toBeLessThan(50)
})

it('where that thread breaks the import goes on without it', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await imported(BROKEN)).toMatchObject({ state: 'done', rows: 1200 })
  expect(byItself()).toBe(LOG_PAGES)
  expect(said).toHaveBeenCalled()
  said.mockRestore()
})
