import { parentPort, workerData } from 'node:worker_threads'

import { openLogWriter } from '#electron/db/log-writer'

// In a thread of its own: writing the log back waits for the disk, and a call must not wait with it.
const port = parentPort
if (!port) throw new Error('The log is written back by a thread; see log-keeper.ts.')
const log = openLogWriter(workerData as string)
port.on('message', (what: 'write' | 'end') => {
  if (what === 'write') port.postMessage(log.write())
  else {
    log.close()
    port.close()
  }
})
