import { parentPort, workerData } from 'node:worker_threads'

import { isSound, makeBackup } from '#electron/services/backup'
import type { BackupStart } from './messages.ts'

// In a thread of its own, on its own connection: copying a large store takes seconds, and a call must not wait.
const start = workerData as BackupStart
if (!('check' in start)) await makeBackup(start, () => parentPort?.postMessage('begun'))
// Its exit is its answer.
else if (!isSound(start.check)) process.exit(1)
