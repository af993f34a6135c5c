import { parentPort, workerData } from 'node:worker_threads'

import { openWorkspace, type Workspace } from '#electron/services/workspace'
import type { Reply } from '#shared/contract/api'
import { AppError, toApiError, toAppError, type ApiError } from '#shared/contract/errors'
import { keepBackups } from './backups.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'
import { scriptsBeside } from './scripts.ts'
import { warmUp } from './warm-up.ts'

/** Milliseconds without a request after which the log is written back into the store. */
const IDLE = 3000

const port = parentPort
if (!port) throw new Error('The engine runs as a thread; start it with startEngine.')
const send = (message: FromWorker) => port.postMessage(message)
const start = workerData as WorkerStart

const scripts = scriptsBeside(new URL(start.entry))
const closing = new AbortController()
const backups = keepBackups({
  script: scripts.backup,
  data: start.data,
  emit: (event) => send({ kind: 'event', event }),
})

/** Ends the thread once all is answered and closed; who started it begins it anew, unless it was asked to close. */
let leave = () => {}

const asked = new Map<number, (taken: boolean) => void>()
let lastAsked = 0
function openUri(uri: string): Promise<boolean> {
  return new Promise((resolve) => {
    asked.set(++lastAsked, resolve)
    send({ kind: 'open-uri', id: lastAsked, uri })
  })
}

try {
  const workspace = openWorkspace({
    data: start.data,
    demo: start.demo,
    migrations: scripts.migrations,
    emit: (event) => send({ kind: 'event', event }),
    openUri,
    backup: backups.make,
    checkBackup: backups.check,
    reopen: () => leave(),
    closing: closing.signal,
    workers: { import: scripts.import, log: scripts.log },
  })
  if (start.demo) await fillSample(workspace)
  listen(workspace)
  send({ kind: 'ready' })
  setImmediate(() => void warmUp(workspace.dispatch))
} catch (error) {
  send({ kind: 'failed', error: worded(error) })
}

function listen({ dispatch, checkpoint, close }: Workspace): void {
  const running = new Set<Promise<void>>()
  let idle: NodeJS.Timeout | undefined

  const hear: { [K in ToWorker['kind']]: (message: Extract<ToWorker, { kind: K }>) => void } = {
    request: ({ id, method, input }) => {
      // Its link says that it was not done.
      if (closing.signal.aborted) return
      const answered = dispatch(method, input).then((reply) => send({ kind: 'reply', id, reply }))
      running.add(answered)
      void answered.finally(() => running.delete(answered))
      clearTimeout(idle)
      idle = setTimeout(checkpoint, IDLE)
    },
    'uri-opened': ({ id, taken }) => {
      asked.get(id)?.(taken)
      asked.delete(id)
    },
    close: () => leave(),
  }
  leave = () => {
    closing.abort()
    clearTimeout(idle)
    // After this turn, so that the request that asked for it is among those that are answered first.
    setImmediate(() => {
      void Promise.allSettled(running)
        .then(backups.stop)
        .then(close)
        // Ends what is left of long work: its next slice would find the store closed.
        .finally(() => process.exit())
    })
  }
  // `hear` pairs each kind with its message; the compiler cannot follow that through a union.
  port?.on('message', (message: ToWorker) => (hear[message.kind] as (message: ToWorker) => void)(message))
}

async function fillSample({ dispatch }: Workspace): Promise<void> {
  const state = (await dispatch('app.state', {})) as Reply<'app.state'>
  if (!state.ok || state.value.reps.length > 0) return
  const filled = await dispatch('demo.seed', {})
  if (!filled.ok) throw toAppError(filled.error)
}

function worded(error: unknown): ApiError {
  if (error instanceof AppError) return toApiError(error)
  console.error(error)
  return { code: 'internal', message: 'The store could not be opened. The log has the details.' }
}
