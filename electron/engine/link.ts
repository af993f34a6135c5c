import { Worker } from 'node:worker_threads'

import type { Reply } from '#shared/contract/api'
import { AppError, toAppError, type ApiError } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

type LinkOptions = {
  entry: URL
  start: WorkerStart
  emit: (event: AppEvent) => void
  openUri: (uri: string) => Promise<boolean>
  log: (line: string) => void
  /** The thread ended although nobody asked it to. */
  onLost: () => void
}

export type Link = {
  request: (method: string, input: unknown) => Promise<Reply>
  close: () => Promise<void>
}

/** Milliseconds the store gets to close before its thread is ended; a killed store loses nothing confirmed. */
const CLOSING_TIME = 10_000

/**
 * Megabytes. What is short-lived would else take sixty before anybody clears it away, and it is all swept in a blink. Where
 * there is no end to what may grow old, four times what is in use is held before anybody looks what of it is; up to here
 * it is little more than half as much again.
 */
const SIZES = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

const STOPPED: ApiError = {
  code: 'internal',
  message: 'The engine stopped before it answered. What was confirmed is safe; try again.',
}

/** Starts the engine's thread and waits until its store is open. Throws the AppError it refused with. */
export function connect(options: LinkOptions): Promise<Link> {
  // Both streams to the log: the root's own stdout carries one line of JSON and nothing else.
  const worker = new Worker(options.entry, {
    workerData: options.start,
    stdout: true,
    stderr: true,
    resourceLimits: SIZES,
  })
  const send = (message: ToWorker) => worker.postMessage(message)
  const pending = new Map<number, (reply: Reply) => void>()
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let last = 0
  let state: 'opening' | 'open' | 'closing' = 'opening'

  const request = (method: string, input: unknown) =>
    new Promise<Reply>((resolve) => {
      if (state !== 'open') return resolve({ ok: false, error: STOPPED })
      const id = ++last
      // Throws, and so refuses the request, when the input holds what cannot be copied.
      send({ kind: 'request', id, method, input })
      pending.set(id, resolve)
    })

  const close = async () => {
    state = 'closing'
    send({ kind: 'close' })
    const late = setTimeout(() => void worker.terminate(), CLOSING_TIME)
    await exited
    clearTimeout(late)
  }

  return new Promise<Link>((resolve, reject) => {
    const hear: { [K in FromWorker['kind']]: (message: Extract<FromWorker, { kind: K }>) => void } = {
      ready: () => {
        state = 'open'
        resolve({ request, close })
      },
      failed: ({ error }) => reject(toAppError(error)),
      reply: ({ id, reply }) => {
        pending.get(id)?.(reply)
        pending.delete(id)
      },
      event: ({ event }) => options.emit(event),
      'open-uri': ({ id, uri }) =>
        void options
          .openUri(uri)
          .catch(() => false)
          .then((taken) => send({ kind: 'uri-opened', id, taken })),
    }
    // `hear` pairs each kind with its message; the compiler cannot follow that through a union.
    worker.on('message', (message: FromWorker) =>
      (hear[message.kind] as (message: FromWorker) => void)(message),
    )
    worker.on('error', (error) =>
      options.log(`engine: ${error instanceof Error ? error.stack : String(error)}\n`),
    )
    for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', options.log)
    void exited.then(() => {
      for (const answer of pending.values()) answer({ ok: false, error: STOPPED })
      pending.clear()
      reject(new AppError('internal', 'The engine could not start. The log has the details.'))
      if (state === 'open') options.onLost()
    })
  })
}
