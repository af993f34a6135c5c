import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Call, Output } from '#shared/contract/api'
import type { ImportPlan } from '#shared/contract/import-plan'

export type Inspected = Output<'import.inspect'>
export type Imported = Output<'import.status'>
type Desk = { data: string; call: Call }

/** Puts bytes where a shell would have put them. */
export function handIn({ data }: Pick<Desk, 'data'>, bytes: Buffer | string): string {
  const fileId = crypto.randomUUID()
  mkdirSync(join(data, 'inbox'), { recursive: true })
  writeFileSync(join(data, 'inbox', fileId), bytes)
  return fileId
}

export const NEW_LIST = {
  name: 'Imported',
  business: true,
  country: 'ES',
  language: 'es',
  costMinor: null,
  currency: null,
  basis: 'B2B interest',
} as const

/** The plan that somebody gets who agrees with all that is suggested. */
export function planOf(inspected: Inspected, change: Partial<ImportPlan> = {}): ImportPlan {
  const { name, encoding, delimiter, entry, sheet, headerLine, headerRows, columns, emptyWords } = inspected
  return {
    name,
    encoding,
    delimiter,
    entry,
    sheet,
    headerLine,
    headerRows,
    columns: columns.map(({ index, suggestion, sensitive, empty }) => ({
      index,
      field: sensitive || empty ? 'skip' : (suggestion?.field ?? null),
      rule: 'fill',
      ...(suggestion?.wishIs ? { wishIs: suggestion.wishIs } : {}),
    })),
    listId: null,
    newList: { ...NEW_LIST },
    mode: 'create_update',
    country: 'ES',
    source: null,
    emptyWords,
    ...change,
  }
}

export const inspect = ({ call }: Desk, fileId: string, name = 'leads.csv') =>
  call('import.inspect', { fileId, name, encoding: null, delimiter: null, headerLine: null })

/** Asks until it is over, as the screen does when it missed the last announcement. */
export async function ended({ call }: Desk, importId: string): Promise<Imported> {
  for (;;) {
    const status = await call('import.status', { importId })
    if (status.state !== 'running' && status.state !== 'undoing') return status
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Takes an import back, whole. */
export async function undoImport(desk: Desk, importId: string): Promise<Imported> {
  await desk.call('import.undo', { importId })
  return ended(desk, importId)
}

export async function importFile(
  desk: Desk,
  bytes: Buffer | string,
  change: Partial<ImportPlan> = {},
): Promise<Imported> {
  const fileId = handIn(desk, bytes)
  const plan = planOf(await inspect(desk, fileId), change)
  const { importId } = await desk.call('import.run', { fileId, plan })
  return ended(desk, importId)
}
