import { parentPort, workerData } from 'node:worker_threads'

import { AppError } from '#shared/contract/errors'
import type { FromReader } from './batches.ts'
import { rowsOf, type ReadStart } from './reader.ts'

const port = parentPort
if (!port) throw new Error('Files are read in a thread of their own; see batches.ts.')

const rows = rowsOf(workerData as ReadStart)

/** A batch for each time it is asked, so that it never runs far ahead of who writes. */
port.on('message', () => {
  void rows
    .next()
    .then(({ value, done }): FromReader => (done ? { kind: 'end' } : { kind: 'batch', batch: value }))
    .catch((error: unknown): FromReader => {
      if (error instanceof AppError) {
        const { code, message, reason } = error
        return { kind: 'failed', code, message, reason }
      }
      console.error(error)
      return { kind: 'failed', code: 'internal', message: 'The file could not be read.', reason: undefined }
    })
    .then((message) => port.postMessage(message))
})
