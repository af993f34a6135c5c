import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { raw } from '#electron/db/raw'
import { entries, unclean } from '#electron/services/erase/journal'
import type { TestApp } from './test-app.ts'

/** Until no page of the store holds what was erased. */
export async function untilClean({ deps }: Pick<TestApp, 'deps'>): Promise<void> {
  while (unclean(entries(deps)).length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

const filesIn = (path: string): string[] =>
  !existsSync(path)
    ? []
    : statSync(path).isDirectory()
      ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
      : [path]

/** Where any of these words stands, in whatever case: tables, index of the search, bytes of the files. */
export function traces(app: Pick<TestApp, 'db' | 'data'>, file: string, words: readonly string[]): string[] {
  const wanted = words.map((word) => word.toLowerCase())
  const isIn = (text: string) => wanted.filter((word) => text.toLowerCase().includes(word))
  const tables = raw<{ name: string }>(
    app.db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'`,
  ).all()
  const rows = tables.flatMap(({ name }) =>
    isIn(JSON.stringify(raw(app.db, `SELECT * FROM ${name}`).all())).map((word) => `${name}: ${word}`),
  )
  const terms = new Set(['search', 'search_kept'].flatMap((index) => termsOf(app.db, index)))
  const indexed = wanted
    .flatMap((word) =>
      word.split(/[^\p{L}\p{N}]+/u).map((part) => part.normalize('NFKD').replace(/\p{M}/gu, '')),
    )
    .filter((part) => part.length > 4 && terms.has(part))
    .map((part) => `search: ${part}`)
  const files = [file, `${file}-wal`, ...filesIn(app.data).filter((path) => !path.includes('backups'))]
  const bytes = files
    .filter((path) => existsSync(path))
    .flatMap((path) => isIn(readFileSync(path).toString('utf8')).map((word) => `${path}: ${word}`))
  return [...rows, ...indexed, ...bytes]
}

/** Every word that stands in an index of the search. */
function termsOf(db: TestApp['db'], index: string): string[] {
  raw(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_${index} USING fts5vocab(main, ${index}, row)`,
  ).run()
  return raw<{ term: string }>(db, `SELECT term FROM temp.words_of_${index}`)
    .all()
    .map(({ term }) => term)
}
