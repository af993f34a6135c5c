import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import type { Headless } from '../helpers/headless.ts'
import { UNREACHED } from '../helpers/unreached.ts'

/** Milliseconds between two calls that are logged, and between two looks at the memory. */
const PAUSE = 40
const LOOK = 200

/** Somebody who opens the next lead and logs a call, again and again, until told to stop. Times in milliseconds. */
export function callAlong(app: Headless, listId: string) {
  const times = { log: [] as number[], turn: [] as number[] }
  const until = { isOver: false }
  const clocked = async <T>(into: number[], deed: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const value = await deed()
    into.push(performance.now() - began)
    return value
  }
  const loop = async () => {
    const page = { listId, filter: {}, sort: 'newest', descending: true, offset: 0, limit: 200 } as const
    const { rows } = await app.call('leads.page', page)
    for (let turn = 0; !until.isOver; turn++) {
      // The lightest thing the engine answers: it waits for no more than the turn that is being taken.
      await clocked(times.turn, () => app.call('goals.list', {}))
      const leadId = rows[turn % rows.length]?.leadId ?? ''
      const card = await app.call('desk.open', { listId, leadId, after: null })
      const call = {
        ...UNREACHED,
        leadId,
        listId,
        callId: card?.draft?.callId ?? '',
        outcome: 'technical_failure',
      } as const
      await clocked(times.log, () => app.call('call.log', call))
      await wait(PAUSE)
    }
  }
  const done = loop()
  return {
    async stop() {
      until.isOver = true
      await done
      return times
    },
  }
}

/** The most that a process held at any look, in megabytes, over all of its threads. */
export function peakMemory(pid: number) {
  let most = 0
  const look = () => {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    most = Math.max(most, Number(kilobytes) / 1024)
  }
  const timer = setInterval(look, LOOK)
  return {
    stop(): number {
      clearInterval(timer)
      return Math.round(most)
    },
  }
}
