import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { redactor, type Needles } from '#shared/domain/redact'
import type { Deps } from '../deps.ts'

/** Bytes; what is larger is not read through but thrown away. */
const MOST_READ = 16 * 1024 * 1024
const HEAD = 2

/** Files handed in and made: those that name somebody, and those that do not say whom they name. */
export function dropFiles({ data }: Pick<Deps, 'data'>, needles: Needles): void {
  const redact = redactor(needles)
  const isNamed = (text: string) => redact(text) !== text
  for (const path of filesIn(join(data, 'inbox'), join(data, 'outbox')))
    if (!isReadable(path) || decoded(path).some(isNamed)) drop(path)
  // Of imports and dry runs that are over, and of the one that is held: an import that runs holds erasing up.
  for (const path of filesIn(join(data, 'staging'))) drop(path)
}

const filesIn = (...folders: string[]): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))

/** No archive and no workbook. */
function isReadable(path: string): boolean {
  if (statSync(path).size > MOST_READ) return false
  const head = readFileSync(path).subarray(0, HEAD).toString('latin1')
  return head !== 'PK' && head !== '\x1f\x8b'
}

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le'] as const
const decoded = (path: string): string[] => {
  const bytes = readFileSync(path)
  return ENCODINGS.map((encoding) => new TextDecoder(encoding).decode(bytes))
}

/** One that somebody holds open goes by itself, a month after it was made. */
function drop(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    console.error(error)
  }
}
