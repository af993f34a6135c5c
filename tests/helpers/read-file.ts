import type { Input, Output } from '#shared/contract/api'
import type { NoticeKind } from '#shared/domain/import/notice'
import { rowsOf, type ReadBatch } from '#electron/services/import/reader'
import { handIn, planOf, type Inspected } from './import-file.ts'
import type { TestApp } from './test-app.ts'

type Change = Partial<Input<'import.inspect'>>
type Read = { inspected: Inspected; rows: ReadBatch['rows'] }

export async function inspectAs(app: TestApp, bytes: Buffer | string, change: Change = {}) {
  const fileId = handIn(app, bytes)
  const found = { encoding: null, delimiter: null, headerLine: null }
  const inspected = await app.call('import.inspect', { fileId, name: 'x', ...found, ...change })
  return { fileId, inspected }
}

/** What the wizard shows of a file, and all its rows as the plan that follows reads them. */
export async function readAs(app: TestApp, bytes: Buffer | string, change: Change = {}): Promise<Read> {
  const { fileId, inspected } = await inspectAs(app, bytes, change)
  const start = {
    path: `${app.data}/inbox/${fileId}`,
    plan: planOf(inspected),
    zone: 'Europe/Madrid',
    at: app.clock.now(),
  }
  const rows: Read['rows'] = []
  for await (const batch of rowsOf(start)) rows.push(...batch.rows)
  return { inspected, rows }
}

export const noticesIn = ({
  notices,
}: Inspected): Map<NoticeKind, Output<'import.inspect'>['notices'][number]> =>
  new Map(notices.map((notice) => [notice.kind, notice]))
