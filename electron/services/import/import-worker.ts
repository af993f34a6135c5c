import { parentPort, workerData } from 'node:worker_threads'

import { AppError } from '#shared/contract/errors'
import { clientOf } from '#electron/db/raw'
import { openReader } from '#electron/db/reader'
import { diskFull, isDiskFull } from '../disk-full.ts'
import type { FromJudge, ThreadStart } from './batches.ts'
import { judgeFile } from './judging.ts'

const port = parentPort
if (!port) throw new Error('Files are judged in a thread of their own; see batches.ts.')

const { store, start } = workerData as ThreadStart
const reader = openReader(store)
// KiB: most rows ask for nothing that is stored, and others seldom for the same page again.
clientOf(reader.db).pragma('cache_size = -4000')

/** As far as it comes: what is staged waits on the disk for who writes it. */
async function judgeAll(): Promise<FromJudge> {
  try {
    for await (const judged of judgeFile(start, reader.db))
      port?.postMessage({ kind: 'judged', judged } satisfies FromJudge)
    return { kind: 'end' }
  } catch (error) {
    const refusal = isDiskFull(error) ? diskFull() : error
    if (refusal instanceof AppError) {
      const { code, message, reason } = refusal
      return { kind: 'failed', code, message, reason }
    }
    console.error(error)
    return { kind: 'failed', code: 'internal', message: 'The file could not be read.', reason: undefined }
  } finally {
    reader.close()
  }
}

port.postMessage(await judgeAll())
