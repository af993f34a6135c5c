import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { inspect, planOf } from '../helpers/import-file.ts'
import { readFlags, report, round, say, timed } from './report.ts'

// A Spanish spreadsheet of 16 columns into leads, beside what `sqlite3 .import` takes to make one plain table of the same
// file in the same run. Ours reads, checks, recognises people, scores and queues them, and may be cancelled.
const { rows } = readFlags()
const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
const file = join(folder, 'leads.csv')
const POLL = 20
try {
  writeFileSync(file, spanishFile(rows))
  const before = sqliteImport()
  const seconds = await ours()
  const sqliteSeconds = (before + sqliteImport()) / 2
  const figures = { rows, seconds: round(seconds), sqliteSeconds: round(sqliteSeconds) }
  report('import', { ...figures, ratio: round(seconds / sqliteSeconds) }, [])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Seconds. */
function sqliteImport(): number {
  const store = join(folder, 'plain.db')
  rmSync(store, { force: true })
  const commands = ['.mode csv', '.separator ;', `.import "${file}" leads`, 'SELECT count(*) FROM leads;']
  const { took, value } = timed(() => spawnSync('sqlite3', [store, ...commands], { encoding: 'utf8' }))
  if (value.error) throw new Error('sqlite3 is not installed: there is nothing to compare with.')
  if (Number(value.stdout) !== rows) throw new Error(`sqlite3 took ${value.stdout.trim()} of ${rows} rows.`)
  return took / 1000
}

/** Seconds from the request to the answer that says it is done, in a process of its own. */
async function ours(): Promise<number> {
  const app = await startHeadless({ data: join(folder, 'data'), from: 'bundle' })
  try {
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    const fileId = crypto.randomUUID()
    mkdirSync(join(app.data, 'inbox'), { recursive: true })
    writeFileSync(join(app.data, 'inbox', fileId), spanishFile(rows))
    const plan = planOf(await inspect(app, fileId))
    const began = performance.now()
    const { importId } = await app.call('import.run', { fileId, plan })
    const counts = await done(app, importId)
    const seconds = (performance.now() - began) / 1000
    say(JSON.stringify(counts))
    return seconds
  } finally {
    await app.stop()
  }
}

async function done(app: Headless, importId: string): Promise<Record<string, number>> {
  for (;;) {
    const status = await app.call('import.status', { importId })
    if (status.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, POLL))
      continue
    }
    const taken = Object.values(status.counts).reduce((sum, count) => sum + count, 0)
    if (status.state !== 'done' || taken !== rows)
      throw new Error(`The import ended as ${status.state} with ${taken} of ${rows} rows.`)
    return status.counts
  }
}
