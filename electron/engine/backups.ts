import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'

import { bytesCopied, isDailyDue, storeBytes } from '#electron/services/backup'
import type { AppEvent, Job } from '#shared/contract/events'
import { MINUTE } from '#shared/lib/time'
import type { BackupStart } from './messages.ts'

type Why = 'daily' | 'import' | 'hand'
type Options = { script: URL; data: string; emit: (event: AppEvent) => void }

/** Megabytes. */
const SMALL = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 }
/** Milliseconds between two words about how far it is. */
const TELL = 500

/** Makes the daily copy, a minute after the start and then as each day comes, and others when asked. */
export function keepBackups({ script, data, emit }: Options) {
  const threads = new Set<Worker>()
  // One after the other: each begins by clearing what an unfinished one left.
  let last: Promise<unknown> = Promise.resolve()

  const make = (why: Why, onBegun: () => void = () => {}) => {
    const made = last.then(() => run(why, onBegun))
    last = made.catch(() => {})
    return made
  }

  async function run(why: Why, onBegun: () => void): Promise<void> {
    const now = Date.now()
    const job = { id: randomUUID(), kind: 'backup', label: '', done: 0, total: 0, startedAt: now } as const
    const total = storeBytes(data)
    const tell = (state: Job['state']) =>
      emit({
        kind: 'job',
        job: { ...job, state, total, done: state === 'done' ? total : Math.min(total, bytesCopied(data)) },
      })
    // Nobody waits for the daily one; it speaks up only when it fails.
    if (why !== 'daily') tell('running')
    const telling = why === 'daily' ? undefined : setInterval(() => tell('running'), TELL)
    try {
      const code = await inThread({ data, why, now }, onBegun)
      if (code !== 0) throw new Error(`The backup ended with ${code}.`)
      if (why !== 'daily') tell('done')
    } catch (error) {
      tell('failed')
      throw error
    } finally {
      clearInterval(telling)
    }
  }

  /** Resolves to the code it ended with. */
  async function inThread(workerData: BackupStart, onBegun: () => void = () => {}): Promise<number> {
    const thread = new Worker(script, { workerData, resourceLimits: SMALL })
    thread.once('message', onBegun)
    threads.add(thread)
    try {
      return await ended(thread)
    } finally {
      threads.delete(thread)
    }
  }
  const check = async (path: string): Promise<boolean> => (await inThread({ check: path })) === 0

  let isClosing = false
  const daily = () => {
    if (isDailyDue(data, Date.now())) make('daily').catch((error) => isClosing || console.error(error))
  }
  const timers = [setTimeout(daily, MINUTE), setInterval(daily, 60 * MINUTE)]
  for (const timer of timers) timer.unref()

  const stop = async () => {
    isClosing = true
    for (const timer of timers) clearTimeout(timer)
    await Promise.all([...threads].map((thread) => thread.terminate()))
  }
  return { make, check, stop }
}

function ended(thread: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', resolve)
  })
}
