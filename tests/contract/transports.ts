import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { startEngine, type Engine } from '#electron/engine/engine'
import { serve, type Serving } from '#electron/http/serve'
import type { Reply } from '#shared/contract/api'
import type { AppEvent } from '#shared/contract/events'
import { testApp } from '../helpers/test-app.ts'

/** One way in. `nextEvent` settles with the first event after it was asked for. */
export type Opened = {
  send: (method: string, input: unknown) => Promise<Reply>
  nextEvent: () => Promise<AppEvent>
  close: () => Promise<void>
}

export const WORKER = pathToFileURL(resolve('electron/engine/engine-worker.ts'))

export async function openEngine(
  entry = WORKER,
): Promise<{ engine: Engine; data: string; close: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'callwright-engine-'))
  const engine = await startEngine({ data, entry, openUri: () => Promise.resolve(true) })
  const close = async () => {
    await engine.close()
    rmSync(data, { recursive: true, force: true })
  }
  return { engine, data, close }
}

export async function openServer(): Promise<{ server: Serving; data: string; close: () => Promise<void> }> {
  const { engine, data, close } = await openEngine()
  const server = await serve({ ...engine, pages: resolve('tests/fixtures/pages') })
  return {
    server,
    data,
    close: async () => {
      await server.close()
      await close()
    },
  }
}

export const TRANSPORTS: Readonly<Record<string, () => Promise<Opened>>> = {
  direct: async () => {
    let hear: (event: AppEvent) => void = () => {}
    const app = testApp({ deps: { emit: (event) => hear(event) } })
    return {
      send: app.dispatch,
      nextEvent: () => new Promise((heard) => (hear = heard)),
      close: () => Promise.resolve(app.close()),
    }
  },
  worker: async () => {
    const { engine, close } = await openEngine()
    return {
      send: engine.dispatch,
      nextEvent: () =>
        new Promise((heard) => {
          const stop = engine.onEvent((event) => {
            stop()
            heard(event)
          })
        }),
      close,
    }
  },
  http: async () => {
    const { server, close } = await openServer()
    const headers = { authorization: `Bearer ${server.token}` }
    const stream = await fetch(`${server.url}/events`, { headers })
    return {
      send: async (method, input) => {
        const address = `${server.url}/api/${encodeURIComponent(method)}`
        const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) })
        return (await response.json()) as Reply
      },
      nextEvent: () => firstEvent(stream),
      close,
    }
  },
}

async function firstEvent(stream: Response): Promise<AppEvent> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const found = /^data: (.*)\n\n/m.exec(text)
    if (found?.[1]) return JSON.parse(found[1]) as AppEvent
  }
  throw new Error('The event stream ended.')
}
