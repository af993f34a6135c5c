import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'

import { isDailyDue } from '#electron/services/backup'
import type { AppEvent, Job } from '#shared/contract/events'
import type { BackupStart } from './messages.ts'

type Why = BackupStart['why']
type Options = { script: URL; data: string; emit: (event: AppEvent) => void }

const MINUTE = 60_000

/** Makes the daily copy, a minute after the start and then as each day comes, and others when asked. */
export function keepBackups({ script, data, emit }: Options) {
  const threads = new Set<Worker>()
  // One after the other: each begins by clearing what an unfinished one left.
  let last: Promise<unknown> = Promise.resolve()

  const make = (why: Why) => {
    const made = last.then(() => run(why))
    last = made.catch(() => {})
    return made
  }

  async function run(why: Why): Promise<void> {
    const now = Date.now()
    const job: Job = {
      id: randomUUID(),
      kind: 'backup',
      label: why,
      state: 'running',
      done: 0,
      total: 1,
      startedAt: now,
    }
    emit({ kind: 'job', job })
    const workerData: BackupStart = { data, why, now }
    const thread = new Worker(script, { workerData })
    threads.add(thread)
    try {
      await ended(thread)
      emit({ kind: 'job', job: { ...job, state: 'done', done: 1 } })
    } catch (error) {
      emit({ kind: 'job', job: { ...job, state: 'failed', message: 'The backup could not be made.' } })
      throw error
    } finally {
      threads.delete(thread)
    }
  }

  const daily = () => {
    if (isDailyDue(data, Date.now())) make('daily').catch(console.error)
  }
  const timers = [setTimeout(daily, MINUTE), setInterval(daily, 60 * MINUTE)]
  for (const timer of timers) timer.unref()

  const stop = async () => {
    for (const timer of timers) clearTimeout(timer)
    await Promise.all([...threads].map((thread) => thread.terminate()))
  }
  return { make, stop }
}

function ended(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The backup ended with ${code}.`)),
    )
  })
}
