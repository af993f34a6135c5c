import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openStore } from '#electron/db/open'
import { assertSettings, isAtLeast, settle } from '#electron/db/settings'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'callwright-open-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const options = () => ({
  file: join(folder, 'callwright.db'),
  migrations: 'migrations',
  backups: join(folder, 'backups'),
  now: 0,
})

const pragma = (store: ReturnType<typeof openStore>, name: string) =>
  Object.values(store.db.get<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`)) ?? {})[0]

describe('a store that is opened', () => {
  it('runs with every setting of the contract, on the first open and on the second', () => {
    for (let open = 1; open <= 2; open++) {
      const store = openStore(options())
      expect(pragma(store, 'journal_mode')).toBe('wal')
      expect(pragma(store, 'synchronous')).toBe(2)
      expect(pragma(store, 'foreign_keys')).toBe(1)
      expect(pragma(store, 'trusted_schema')).toBe(0)
      expect(pragma(store, 'cell_size_check')).toBe(1)
      expect(pragma(store, 'mmap_size')).toBe(0)
      store.close()
    }
  })

  it('leaves one file behind when it is closed', () => {
    openStore(options()).close()
    expect(existsSync(`${options().file}-wal`)).toBe(false)
  })

  it('applies its migrations once', () => {
    const first = openStore(options())
    expect(first.migrated).toBeGreaterThan(0)
    first.close()
    const second = openStore(options())
    expect(second.migrated).toBe(0)
    second.close()
  })

  it('can live in memory', () => {
    const store = openStore({ ...options(), file: ':memory:' })
    expect(pragma(store, 'foreign_keys')).toBe(1)
    store.close()
  })
})

describe('a setting', () => {
  it('that was flipped is noticed', () => {
    for (const flip of [
      'foreign_keys = OFF',
      'synchronous = NORMAL',
      'trusted_schema = ON',
      'journal_mode = DELETE',
    ]) {
      const sqlite = new Database(join(folder, 'flip.db'))
      settle(sqlite)
      sqlite.pragma(flip)
      expect(() => assertSettings(sqlite)).toThrow(`with ${flip.split(' ')[0]} =`)
      sqlite.close()
    }
  })

  it('of an older SQLite is refused, part by part', () => {
    expect(isAtLeast([3, 51, 3], [3, 51, 3])).toBe(true)
    expect(isAtLeast([3, 51, 2], [3, 51, 3])).toBe(false)
    expect(isAtLeast([3, 52, 0], [3, 51, 3])).toBe(true)
    expect(isAtLeast([4, 0, 0], [3, 51, 3])).toBe(true)
    expect(isAtLeast([2, 99, 9], [3, 51, 3])).toBe(false)
  })
})

describe('a file that is not ours to open', () => {
  const refusal = () => {
    try {
      openStore(options()).close()
      return null
    } catch (error) {
      return (error as { code?: string }).code ?? String(error)
    }
  }

  it('of a newer version is refused and left as it was', () => {
    openStore(options()).close()
    const sqlite = new Database(options().file)
    sqlite.pragma('user_version = 9999')
    sqlite.close()
    const before = readFileSync(options().file)
    expect(refusal()).toBe('newer-file')
    expect(readFileSync(options().file).equals(before)).toBe(true)
    expect(existsSync(`${options().file}-wal`)).toBe(false)
  })

  it('of a newer version that crashed is refused too: its log is read, and stays', () => {
    openStore(options()).close()
    const sqlite = new Database(options().file)
    sqlite.pragma('user_version = 9999')
    const copy = join(folder, 'crashed.db')
    for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(options().file + end))
    sqlite.close()
    const before = ['', '-wal'].map((end) => readFileSync(copy + end))
    expect(() => openStore({ ...options(), file: copy })).toThrow(/newer version/)
    expect(['', '-wal'].map((end, at) => before[at]?.equals(readFileSync(copy + end)))).toEqual([true, true])
  })

  it('of another program is refused and left as it was', () => {
    const sqlite = new Database(options().file)
    sqlite.exec('CREATE TABLE theirs (a)')
    sqlite.close()
    const before = readFileSync(options().file)
    expect(refusal()).toBe('unreadable-file')
    expect(readFileSync(options().file).equals(before)).toBe(true)
  })

  it('that is no database at all is refused and left as it was', () => {
    writeFileSync(options().file, 'name;phone\nAda;600111222\n'.repeat(50))
    expect(refusal()).toBe('unreadable-file')
    expect(readFileSync(options().file, 'utf8')).toMatch(/^name;phone/)
  })

  it('but an empty file is a new store', () => {
    writeFileSync(options().file, '')
    expect(refusal()).toBeNull()
  })
})
