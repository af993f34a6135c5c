import { Worker } from 'node:worker_threads'

import { AppError, type ErrorCode } from '#shared/contract/errors'
import { clientOf } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { judgeFile, type Judged, type JudgeStart } from './judging.ts'

export type ThreadStart = { store: string; start: JudgeStart }
export type FromJudge =
  | { kind: 'judged'; judged: Judged }
  | { kind: 'end' }
  | { kind: 'failed'; code: ErrorCode; message: string; reason: string | undefined }

/** How far judging is, again and again: in a thread of its own where there is one, and a store that it can open. */
export function judgedOf({ db, workers }: Deps, start: JudgeStart): AsyncGenerator<Judged> {
  const { memory, name } = clientOf(db)
  return workers.import && !memory ? fromThread(workers.import, { store: name, start }) : judgeFile(start, db)
}

async function* fromThread(script: URL, workerData: ThreadStart): AsyncGenerator<Judged> {
  const worker = new Worker(script, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP, maxYoungGenerationSizeMb: YOUNG },
  })
  const arrived: FromJudge[] = []
  let wake = () => {}
  const tell = (message: FromJudge) => {
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
    for (;;) {
      const message = arrived.shift()
      if (!message) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if (message.kind === 'end') return
      if (message.kind === 'failed') throw new AppError(message.code, message.message, message.reason)
      yield message.judged
    }
  } finally {
    await worker.terminate()
  }
}
/** Megabytes, ten times what a million rows need. The more it may be, the longer garbage lies about; see `engine/link.ts`. */
const MOST_HEAP = 512
/** Rows come and go: a third of what is usual costs no time and keeps a hundred megabytes free. */
const YOUNG = 16
