import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { CsvRecord } from '#shared/domain/import/csv'
import { allRecordsOf, type Pick } from '#electron/services/import/records'

const TEXT = { encoding: 'utf-8', delimiter: ',' } as const
type Reading = Pick & Partial<Omit<Parameters<typeof allRecordsOf>[1], keyof Pick>>

/** A folder of its own for files that are read once. */
export function tableFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-table-'))
  let made = 0
  const put = (bytes: Buffer | Uint8Array | string): string => {
    const path = join(folder, `${made++}`)
    writeFileSync(path, bytes)
    return path
  }
  return { put, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Every record of a file, as preview, dry run and run read it. */
export async function recordsIn(path: string, reading: Reading = {}): Promise<CsvRecord[]> {
  const found: CsvRecord[] = []
  for await (const { records } of allRecordsOf(path, { ...TEXT, ...reading })) found.push(...records)
  return found
}
