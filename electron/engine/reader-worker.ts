import { parentPort, workerData } from 'node:worker_threads'

import { openReports } from '#electron/services/reader'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

// In a thread of its own: a report over years of calls takes seconds, and the next call must not wait.
const port = parentPort
if (!port) throw new Error('The reader runs as a thread; startEngine starts it.')
const send = (message: FromWorker) => port.postMessage(message)
const { dispatch, close } = openReports((workerData as WorkerStart).data)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'request')
    void dispatch(message.method, message.input).then((reply) =>
      send({ kind: 'reply', id: message.id, reply }),
    )
  if (message.kind === 'close') {
    close()
    process.exit()
  }
})
send({ kind: 'ready' })
