import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openStore } from '#electron/db/open'
import { createApp } from '#electron/services/app'
import type { Deps } from '#electron/services/deps'
import type { Call, Reply } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'

/** Tuesday 10 March 2026, 10:00 in Madrid. */
export const NOW = Date.UTC(2026, 2, 10, 9)
export const ZONE = 'Europe/Madrid'
/** When the machine was switched on. */
const STARTED = Date.UTC(2026, 2, 1)

export type TestOptions = {
  now?: number
  zone?: string
  /** A path to keep the store in a file; in memory without it. */
  file?: string
  deps?: Partial<Deps>
}

/** The real app on an in-memory store: real migrations, a stopped clock, counted ids, every event kept. */
export function testApp({ now = NOW, zone = ZONE, file = ':memory:', deps: given = {} }: TestOptions = {}) {
  const data = mkdtempSync(join(tmpdir(), 'callwright-test-'))
  const store = openStore({ file, migrations: 'migrations', backups: join(data, 'backups'), now })
  const clock = movableClock(now)
  const events: AppEvent[] = []
  const dialled: string[] = []
  const closing = new AbortController()
  const deps: Deps = {
    db: store.db,
    now: clock.now,
    uptime: () => clock.now() - STARTED,
    offset: (at) => offsetIn(zone, at),
    zone,
    newId: countedIds(),
    emit: (event) => void events.push(event),
    openUri: (uri) => Promise.resolve(dialled.push(uri) > 0),
    data,
    demo: false,
    backup: () => Promise.resolve(),
    checkBackup: () => Promise.resolve(true),
    reopen: () => {},
    closing: closing.signal,
    workers: { import: null },
    ...given,
  }
  const dispatch = createApp(deps)
  const close = () => {
    closing.abort()
    store.close()
    rmSync(data, { recursive: true, force: true })
  }
  return {
    deps,
    db: store.db,
    store,
    data,
    clock,
    events,
    dialled,
    dispatch,
    call: callThrough(dispatch),
    close,
  }
}

export type TestApp = ReturnType<typeof testApp>

/** What a screen holds: the value, or an AppError thrown. */
export function callThrough(dispatch: (method: string, input: unknown) => Promise<Reply>): Call {
  return async (method, input) => {
    const reply = (await dispatch(method, input)) as Reply<typeof method>
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.reason)
    return reply.value
  }
}

function movableClock(start: number) {
  let at = start
  return {
    now: () => at,
    set: (to: number) => void (at = to),
    advance: (milliseconds: number) => void (at += milliseconds),
  }
}

/** Valid UUIDv7s that sort in the order they were made. */
function countedIds(): () => string {
  let made = 0
  return () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`
}

/** Minutes east of UTC. */
function offsetIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  )
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
