import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { callAlong, peakMemory } from './along.ts'
import { quantiles, readFlags, report, round, say, timed } from './report.ts'
import { run, until } from './run-import.ts'
import { screenAlong } from './screen-along.ts'

// A Spanish spreadsheet of 16 columns into leads, beside what `sqlite3 .import` and three indexes take on the same file in
// the same run: into an empty store and into one that holds as many, with somebody at the desk who logs calls all the
// while. Then the dry run, and the undo; and a smaller one under the eyes of a window.
const { rows } = readFlags()
const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
const LIMITS = {
  ratioEmpty: 4,
  ratioFull: 5,
  dryRatio: 1,
  undoRatio: 1,
  rssMb: 400,
  logP99Ms: 50,
  turnMs: 50,
  screenMs: 50,
}
/** Rows that come in while a window is open. */
const SEEN = 20_000
/** A Tuesday morning, so that whoever sits there has somebody to call. */
const MORNING = { CALLWRIGHT_CLOCK: '2026-11-24T09:30:00Z' }
try {
  const files = [spanishFile(rows), others(spanishFile(rows))] as const
  files.forEach((bytes, n) => writeFileSync(join(folder, `leads-${n}.csv`), bytes))
  const before = sqliteImport(0)
  const ours = await measured(files)
  const sqliteSeconds = (before + sqliteImport(0)) / 2
  const { empty, full, dry, undo, ...rest } = ours
  const figures = {
    rows,
    sqliteSeconds: round(sqliteSeconds),
    emptySeconds: round(empty),
    fullSeconds: round(full),
    ratioEmpty: round(empty / sqliteSeconds),
    ratioFull: round(full / sqliteSeconds),
    dryRatio: round(dry / empty),
    undoRatio: round(undo / full),
    ...rest,
  }
  report(
    'import',
    figures,
    Object.entries(LIMITS).map(([figure, atMost]) => ({ figure, atMost })),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The same columns of other people at the same companies. */
function others(bytes: Buffer): Buffer {
  const swaps = [
    ['L-', 'K-'],
    ['.example', '.test'],
    ['730-', '731-'],
    ['81 5', '81 6'],
    ['+34 730', '+34 731'],
    ['740-', '741-'],
    ['83 5', '83 6'],
    ['+34 740', '+34 741'],
  ] as const
  const text = swaps.reduce((all, [from, to]) => all.replaceAll(from, to), bytes.toString('latin1'))
  return Buffer.from(text, 'latin1')
}

/** Seconds. */
function sqliteImport(n: number): number {
  const store = join(folder, 'plain.db')
  rmSync(store, { force: true })
  const indexes = [0, 1, 2].map((at) => `CREATE INDEX i${at} ON leads (c${at})`)
  // The code, the number and the address.
  const header = ['c0', 'n', 'e', 'g', 's', 'm', 'c2', 'c1', 'p', 'v', 'o', 'r', 'f', 'd', 'l', 'x']
  const file = join(folder, `leads-${n}.csv`)
  const commands = [
    '.mode csv',
    '.separator ;',
    `CREATE TABLE leads (${header.join(', ')});`,
    `.import --skip 1 "${file}" leads`,
    ...indexes.map((text) => `${text};`),
    'SELECT count(*) FROM leads;',
  ]
  const { took, value } = timed(() => spawnSync('sqlite3', [store, ...commands], { encoding: 'utf8' }))
  if (value.error) throw new Error('sqlite3 is not installed: there is nothing to compare with.')
  if (Number(value.stdout) !== rows) throw new Error(`sqlite3 took ${value.stdout.trim()} of ${rows} rows.`)
  return took / 1000
}

/** In a process of its own, as it is shipped. */
async function measured([first, second]: readonly [Buffer, Buffer]) {
  const app = await startHeadless({ data: join(folder, 'data'), from: 'bundle', env: MORNING })
  try {
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    await run(app, 'run', spanishFile(400), 'Calls')
    const along = callAlong(app, (await app.call('app.state', {})).lists[0]?.id ?? '')
    const memory = peakMemory(app.pid)
    const dry = await run(app, 'check', first, 'One')
    const empty = await run(app, 'run', first, 'One')
    const full = await run(app, 'run', second, 'Two')
    const { log, turn } = await along.stop()
    const undo = await undone(app, full.importId)
    const rssMb = memory.stop()
    const screen = await screenAlong(app)
    await run(app, 'run', others(spanishFile(Math.min(rows, SEEN))), 'Three')
    return {
      dry: dry.seconds,
      empty: empty.seconds,
      full: full.seconds,
      undo,
      rssMb,
      calls: log.length,
      ...(await screen.stop()),
      turnMs: round(Math.max(...turn)),
      ...quantiles(log, 'log'),
    }
  } finally {
    await app.stop()
  }
}

async function undone(app: Headless, importId: string): Promise<number> {
  const began = performance.now()
  await app.call('import.undo', { importId })
  await until(app, importId, 'undoing')
  const seconds = (performance.now() - began) / 1000
  say(`undo: ${round(seconds)} s`)
  return seconds
}
