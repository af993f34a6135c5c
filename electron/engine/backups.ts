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
    const job = { id: randomUUID(), kind: 'backup', label: '', done: 0, total: 0, startedAt: now } as const
    const tell = (state: Job['state']) => emit({ kind: 'job', job: { ...job, state } })
    // Nobody waits for the daily one; it speaks up only when it fails.
    if (why !== 'daily') tell('running')
    const workerData: BackupStart = { data, why, now }
    const thread = new Worker(script, { workerData })
    threads.add(thread)
    try {
      await ended(thread)
      if (why !== 'daily') tell('done')
    } catch (error) {
      tell('failed')
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
