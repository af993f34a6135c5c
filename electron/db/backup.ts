import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

import { toRemove } from './thin.ts'

/** `hand`: somebody asked for it; `restore`: what stood before an older copy took its place. */
const BACKUP_REASONS = ['daily', 'migration', 'import', 'hand', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** `at` is in epoch milliseconds, to the second. */
export type Backup = { path: string; why: BackupReason; at: number }

/** A copy that is being made, whose size tells how far it is. */
export const UNFINISHED = '.tmp'

type Request = { file: string; folder: string; why: BackupReason; now: number }
type Counts = ReadonlyMap<string, number>

const NAME = /^(daily|migration|import|hand|restore)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/

/**
 * Copies the store beside itself and returns the copy only once it was read back and found whole.
 * Safe while another connection writes. Throws when the copy is not sound; then no copy is left.
 */
export function backUp(request: Request): Backup {
  const unfinished = begin(request)
  try {
    copy(request.file, unfinished)
    return keep(request, unfinished)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/**
 * The same page by page, with what is free in the store as well: several times sooner. What is written from `onBegun` on
 * is not in it.
 */
export async function backUpPages(request: Request, onBegun: () => void = () => {}): Promise<Backup> {
  const unfinished = begin(request)
  try {
    await copyPages(request.file, unfinished, onBegun)
    return keep(request, unfinished)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Clears what an interrupted one left. */
function begin({ folder, why, now }: Request): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name))
  return join(folder, nameOf(why, now)) + UNFINISHED
}

function keep({ folder, why, now }: Request, unfinished: string): Backup {
  const path = unfinished.slice(0, -UNFINISHED.length)
  flush(unfinished, 'r+')
  renameSync(unfinished, path)
  // The rename itself is only safe once the folder is; Windows has no such call and needs none.
  if (process.platform !== 'win32') flush(folder, 'r')
  for (const old of toRemove(listBackups(folder), now)) rmSync(old.path, { force: true })
  return { path, why, at: secondOf(now) }
}

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => parse(folder, name))
    .toSorted((a, b) => b.at - a.at)
}

function copy(from: string, to: string): void {
  const source = new Database(from, { readonly: true, timeout: 5000 })
  try {
    const before = countRows(source)
    source.prepare('VACUUM INTO ?').run(to)
    verify(to, 'integrity_check', { before, after: countRows(source) })
  } finally {
    source.close()
  }
}

/** Eight megabytes. */
const PAGES = 2048

async function copyPages(from: string, to: string, onBegun: () => void): Promise<void> {
  const source = new Database(from, { readonly: true, timeout: 5000 })
  try {
    // KiB: each page is read once.
    source.pragma('cache_size = -2000')
    // From its first look on it sees nothing that is written: the copy has exactly the rows that are counted.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    onBegun()
    // Each piece is on the disk before the next: a call that is logged meanwhile would else wait for gigabytes.
    const progress = (): number => {
      if (existsSync(to)) flush(to, 'r+')
      return PAGES
    }
    await source.backup(to, { progress })
    asOneFile(to)
    // Index and table cannot differ where they do not in the store, whose pages these are.
    const rows = countRows(source)
    verify(to, 'quick_check', { before: rows, after: rows })
  } finally {
    source.close()
  }
}

/** It says of itself, as the store does, that there is a log beside it. */
function asOneFile(path: string): void {
  const made = new Database(path)
  made.pragma('journal_mode = DELETE')
  made.close()
}

/** Whether every page of a copy reads back as it should. Blocks its thread for as long as that takes. */
export function isSound(path: string): boolean {
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return copy.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}

type Check = 'integrity_check' | 'quick_check'

/** With a writer at work the copy stands between the two counts; with none, all three are equal. */
function verify(path: string, check: Check, { before, after }: Record<'before' | 'after', Counts>): void {
  const made = new Database(path, { readonly: true })
  try {
    // KiB: it reads each page once.
    if (check === 'quick_check') made.pragma('cache_size = -2000')
    const verdict = made.pragma(check, { simple: true })
    if (verdict !== 'ok') throw new Error(`The backup is damaged: ${String(verdict)}`)
    const found = countRows(made)
    for (const [table, first] of before) {
      const last = after.get(table) ?? first
      const rows = found.get(table) ?? -1
      if (rows < Math.min(first, last) || rows > Math.max(first, last))
        throw new Error(`The backup has ${rows} rows in ${table} where the store has ${last}.`)
    }
  } finally {
    made.close()
  }
}

function countRows(sqlite: Database.Database): Counts {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .pluck()
    .all()
  const count = (table: string) =>
    sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return new Map(tables.map((table) => [table, count(table)]))
}

export function flush(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const secondOf = (now: number) => Math.floor(now / 1000) * 1000

function nameOf(why: BackupReason, now: number): string {
  const stamp = new Date(secondOf(now)).toISOString().replaceAll(/[-:]|\.000/g, '')
  return `${why}-${stamp}.db`
}

function parse(folder: string, name: string): Backup[] {
  const [, why, ...parts] = NAME.exec(name) ?? []
  if (!why) return []
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return [
    {
      path: join(folder, name),
      why: why as BackupReason,
      at: Date.UTC(year, month - 1, day, hour, minute, second),
    },
  ]
}
