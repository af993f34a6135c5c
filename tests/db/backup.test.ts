import Database from 'better-sqlite3'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { backUp, backUpPages, listBackups } from '#electron/db/backup'
import { openStore } from '#electron/db/open'
import { createApp } from '#electron/services/app'
import { callThrough, testApp, NOW } from '../helpers/test-app.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'callwright-backup-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'callwright.db')
const backups = () => join(folder, 'backups')
const request = () => ({ file: file(), folder: backups(), why: 'daily' as const, now: NOW })

/** Every row of every table; where a table begins in the file is nobody's business. */
function contents(path: string): Map<string, unknown> {
  const sqlite = new Database(path, { readonly: true })
  const rows = (query: string) => JSON.stringify(sqlite.prepare(query).all())
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
  const found = new Map<string, unknown>(tables.map((table) => [table, rows(`SELECT * FROM "${table}"`)]))
  found.set('schema', rows('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'))
  for (const pragma of ['application_id', 'user_version'])
    found.set(pragma, sqlite.pragma(pragma, { simple: true }))
  sqlite.close()
  return found
}

it('a backup by pages has nothing of what is written once it says that it is begun', async () => {
  const app = testApp({ file: file() })
  await app.call('people.add', { name: 'Zoë', role: 'rep' })
  const { path } = await backUpPages(request(), () => void app.db.run(`UPDATE reps SET name = 'Ana'`))
  app.close()
  const made = new Database(path, { readonly: true })
  expect(made.prepare('SELECT name FROM reps').pluck().all()).toEqual(['Zoë'])
  made.close()
})

const WAYS = { rows: async (of: ReturnType<typeof request>) => backUp(of), pages: backUpPages }

describe.each(Object.entries(WAYS))('a backup by %s', (_, copy) => {
  it('restored is the store it was made from, and opens as one', async () => {
    const app = testApp({ file: file() })
    await app.call('people.add', { name: 'Zoë', role: 'rep' })
    // Still in the log alone: the copy must hold it all the same.
    const made = await copy(request())
    app.close()
    expect(contents(made.path)).toEqual(contents(file()))

    rmSync(file())
    writeFileSync(file(), readFileSync(made.path))
    const store = openStore({ file: file(), migrations: 'migrations', backups: backups(), now: NOW })
    const state = await callThrough(createApp({ ...app.deps, db: store.db }))('app.state', {})
    expect(state.atDesk?.name).toBe('Zoë')
    store.close()
  })

  it('is the store of one moment, whatever is written while it is made', async () => {
    const app = testApp({ file: file() })
    await app.call('people.add', { name: 'Zoë', role: 'rep' })
    const copying = copy(request())
    app.store.checkpoint()
    await app.call('people.add', { name: 'Iñaki', role: 'rep' })
    const { path } = await copying
    await app.call('people.add', { name: 'Ana', role: 'rep' })
    app.close()
    const made = new Database(path, { readonly: true })
    expect(made.prepare('SELECT name FROM reps').pluck().all()).toEqual(['Zoë'])
    made.close()
  })

  it('is one file and nothing beside it', async () => {
    testApp({ file: file() }).close()
    const { path } = await copy(request())
    expect(readdirSync(backups())).toEqual(['daily-20260310T090000Z.db'])
    expect(path).toBe(join(backups(), 'daily-20260310T090000Z.db'))
  })

  it('thins out the older ones', async () => {
    testApp({ file: file() }).close()
    mkdirSync(backups())
    const names = Array.from({ length: 40 }, (_, days) => {
      const day = new Date(NOW - (days + 1) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
      return `daily-${day}T090000Z.db`
    })
    for (const name of names) writeFileSync(join(backups(), name), 'x')
    const { path } = await copy(request())
    const left = listBackups(backups()).map((each) => each.path)
    expect(left[0]).toBe(path)
    expect(left).toContain(join(backups(), names[0] ?? ''))
    expect(left.length).toBeLessThan(20)
  })

  it('clears what an interrupted one left', async () => {
    testApp({ file: file() }).close()
    await copy(request())
    writeFileSync(join(backups(), 'daily-20260309T090000Z.db.tmp'), 'half')
    await copy({ ...request(), now: NOW + 1000 })
    expect(readdirSync(backups()).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('of a damaged store is refused and not kept', async () => {
    const app = testApp({ file: file() })
    app.db.run('CREATE TABLE filler (a TEXT)')
    for (let row = 0; row < 50; row++) app.db.run(`INSERT INTO filler VALUES ('${'x'.repeat(4000)}')`)
    app.close()
    const bytes = readFileSync(file())
    bytes.fill(0xff, bytes.length - 40_000)
    writeFileSync(file(), bytes)
    await expect(copy(request())).rejects.toThrow(/malformed|damaged/)
    expect(listBackups(backups())).toEqual([])
    expect(readdirSync(backups())).toEqual([])
  })

  it('of a store whose rows can be counted and not read is refused as well', async () => {
    const app = testApp({ file: file() })
    // They are counted by the index, which is whole.
    app.db.run('CREATE TABLE filler (n INTEGER, a TEXT)')
    app.db.run('CREATE INDEX filler_n ON filler (n)')
    for (let row = 0; row < 50; row++) app.db.run(`INSERT INTO filler VALUES (${row}, '${'x'.repeat(4000)}')`)
    app.close()
    const bytes = readFileSync(file())
    bytes.fill(0xff, bytes.length - 40_000)
    writeFileSync(file(), bytes)
    const damaged = new Database(file(), { readonly: true })
    expect(damaged.prepare('SELECT count(*) FROM filler').pluck().get()).toBe(50)
    damaged.close()
    await expect(copy(request())).rejects.toThrow(/malformed|damaged/)
    expect(readdirSync(backups())).toEqual([])
  })

  it('of a store that is not there makes neither a copy nor a store', async () => {
    await expect(copy(request())).rejects.toThrow(/unable to open/)
    expect(existsSync(file())).toBe(false)
  })
})
