import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { listBackups } from '#electron/db/backup'
import { openStore } from '#electron/db/open'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-migrate-'))
  mkdirSync(join(folder, 'migrations'))
  write(
    '0000_init',
    `CREATE TABLE parents (id INTEGER PRIMARY KEY);
    --> statement-breakpoint
    CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents(id) ON DELETE CASCADE);`,
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (id: string, text: string) => writeFileSync(join(folder, 'migrations', `${id}.sql`), text)
const open = () =>
  openStore({
    file: join(folder, 'callwright.db'),
    migrations: join(folder, 'migrations'),
    backups: join(folder, 'backups'),
    now: Date.UTC(2026, 2, 10, 9),
  })
const within = <T>(read: (store: ReturnType<typeof open>) => T): T => {
  const store = open()
  try {
    return read(store)
  } finally {
    store.close()
  }
}
const count = (table: string) =>
  within(({ db }) => db.get<{ n: number }>(sql.raw(`SELECT count(*) n FROM ${table}`))?.n)
const addFamily = () =>
  within(({ db }) => {
    db.run(sql`INSERT INTO parents VALUES (1)`)
    db.run(sql`INSERT INTO children VALUES (10, 1), (11, 1)`)
  })

/** What drizzle-kit writes for a changed column: the table is built anew beside itself. */
const REBUILD = `CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT);
  INSERT INTO new_parents SELECT id, NULL FROM parents;
  DROP TABLE parents;
  ALTER TABLE new_parents RENAME TO parents;`

describe('a migration', () => {
  it('that rebuilds a table keeps the rows that point at it', () => {
    addFamily()
    write('0001_name', REBUILD)
    expect(count('children')).toBe(2)
    expect(count('parents')).toBe(1)
  })

  it('that orphans rows is taken back whole, and the store stays at the version before', () => {
    addFamily()
    write('0001_lose', 'CREATE TABLE made_before (id INTEGER); DELETE FROM parents;')
    expect(open).toThrow(/leaves 2 rows/)
    rmSync(join(folder, 'migrations', '0001_lose.sql'))
    expect(count('parents')).toBe(1)
    expect(() => count('made_before')).toThrow(/no such table/)
  })

  it('that fails half-way leaves those before it applied', () => {
    addFamily()
    write('0001_good', 'CREATE TABLE good (id INTEGER);')
    write('0002_bad', 'CREATE TABLE bad (id INTEGER); SELECT nonsense;')
    expect(open).toThrow(/nonsense/)
    rmSync(join(folder, 'migrations', '0002_bad.sql'))
    expect(count('good')).toBe(0)
  })

  it('that was edited after it was applied is refused, other newlines are not an edit', () => {
    within(() => {})
    write('0000_init', 'CREATE TABLE parents (id INTEGER PRIMARY KEY);')
    expect(open).toThrow(expect.objectContaining({ code: 'conflict' }))
  })

  it('with the newlines of another system is the same migration', () => {
    write('0000_lines', 'CREATE TABLE a (\n  id INTEGER\n);\n')
    within(() => {})
    write('0000_lines', 'CREATE TABLE a (\r\n  id INTEGER\r\n);\r\n')
    expect(within((store) => store.migrated)).toBe(0)
  })

  it('that this version does not know means a newer store', () => {
    write('0001_later', 'CREATE TABLE later (id INTEGER);')
    within(() => {})
    rmSync(join(folder, 'migrations', '0001_later.sql'))
    expect(open).toThrow(expect.objectContaining({ code: 'newer-file' }))
  })

  it('slipped in between two applied ones is not taken for an old store', () => {
    write('0002_second', 'CREATE TABLE second (id INTEGER);')
    within(() => {})
    write('0001_between', 'CREATE TABLE between_them (id INTEGER);')
    expect(open).toThrow(expect.objectContaining({ code: 'newer-file' }))
  })
})

describe('the copy before a migration', () => {
  it('is made when there is something to lose, and holds it', () => {
    addFamily()
    expect(listBackups(join(folder, 'backups'))).toEqual([])
    write('0001_name', REBUILD)
    within(() => {})
    const [copy] = listBackups(join(folder, 'backups'))
    expect(copy?.why).toBe('migration')

    rmSync(join(folder, 'migrations', '0001_name.sql'))
    copyFileSync(copy?.path ?? '', join(folder, 'callwright.db'))
    expect(count('children')).toBe(2)
  })

  it('leaves the store as it was when it cannot be made', () => {
    addFamily()
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    write('0001_name', REBUILD)
    expect(open).toThrow(/EEXIST|ENOTDIR/)
    rmSync(join(folder, 'migrations', '0001_name.sql'))
    expect(count('parents')).toBe(1)
  })
})

describe('our own migrations', () => {
  it('can each be applied to a store at the one before', () => {
    const ours = readdirSync('migrations')
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
    rmSync(join(folder, 'migrations', '0000_init.sql'))
    for (const name of ours) {
      copyFileSync(join('migrations', name), join(folder, 'migrations', name))
      expect([name, within((store) => store.migrated)]).toEqual([name, 1])
    }
  })
})
