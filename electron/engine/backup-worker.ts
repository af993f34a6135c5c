import { workerData } from 'node:worker_threads'

import { makeBackup } from '#electron/services/backup'
import type { BackupStart } from './messages.ts'

// In a thread of its own, on its own connection: copying a large store takes seconds, and a call must not wait.
makeBackup(workerData as BackupStart)
