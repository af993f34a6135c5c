import { Worker } from 'node:worker_threads'

import { AppError, type ErrorCode } from '#shared/contract/errors'
import type { Deps } from '../deps.ts'
import { rowsOf, type ReadBatch, type ReadStart } from './reader.ts'

export type FromReader =
  | { kind: 'batch'; batch: ReadBatch }
  | { kind: 'end' }
  | { kind: 'failed'; code: ErrorCode; message: string; reason: string | undefined }

/** Batches that are read while earlier ones are written. */
const AHEAD = 3

/** What a file holds, read in a thread of its own where there is one. */
export const batchesOf = (deps: Deps, start: ReadStart): AsyncGenerator<ReadBatch> =>
  deps.workers.import ? fromThread(deps.workers.import, start) : rowsOf(start)

async function* fromThread(script: URL, start: ReadStart): AsyncGenerator<ReadBatch> {
  const worker = new Worker(script, { workerData: start })
  const arrived: FromReader[] = []
  let wake = () => {}
  const tell = (message: FromReader) => {
    arrived.push(message)
    wake()
  }
  worker.on('message', tell)
  worker.on('error', (error) => {
    console.error(error)
    tell({ kind: 'failed', code: 'internal', message: 'The file could not be read.', reason: undefined })
  })
  worker.on('exit', () =>
    tell({ kind: 'failed', code: 'internal', message: 'Reading stopped.', reason: undefined }),
  )
  try {
    for (let n = 0; n < AHEAD; n++) worker.postMessage('more')
    for (;;) {
      const message = arrived.shift()
      if (!message) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if (message.kind === 'end') return
      if (message.kind === 'failed') throw new AppError(message.code, message.message, message.reason)
      worker.postMessage('more')
      yield message.batch
    }
  } finally {
    await worker.terminate()
  }
}
