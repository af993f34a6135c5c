import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Engine } from '#electron/engine/engine'
import { CHANNEL } from '#electron/shell/channel'
import { serveIpc } from '#electron/shell/ipc'
import { AppError } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'

type Handler = (event: { senderFrame: unknown }, ...given: unknown[]) => unknown
const handlers = vi.hoisted(() => new Map<string, Handler>())

// Electron's runtime is not to be had under Node; its two entrances that this file is about are.
vi.mock('electron', () => ({
  app: {},
  dialog: {},
  ipcMain: {
    handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    removeHandler: (channel: string) => void handlers.delete(channel),
  },
}))

const ours = { name: 'the page' }
const sent: unknown[] = []
const window = {
  isDestroyed: () => false,
  webContents: { mainFrame: ours, send: (...said: unknown[]) => void sent.push(said) },
} as unknown as BrowserWindow

let tell: (event: AppEvent) => void
const asked: unknown[] = []
const engine = {
  dispatch: async (...given) => {
    asked.push(given)
    return { ok: true, value: null } as never
  },
  onEvent: (listener) => {
    tell = listener
    return () => void (tell = () => {})
  },
  adopt: async (path, name) => ({ fileId: `id of ${path}`, name }),
  outgoing: () => Promise.reject(new AppError('not-found', 'That file is gone.', 'file-gone')),
} as Partial<Engine> as Engine

let stop: () => void
beforeEach(() => {
  stop = serveIpc(engine, window)
})
const invoke = (channel: string, from: unknown, ...given: unknown[]) =>
  handlers.get(channel)?.({ senderFrame: from }, ...given)

describe('the desk over IPC', () => {
  it('passes a request of our page to the engine', async () => {
    expect(await invoke(CHANNEL.send, ours, 'queue.next', { repId: 1 })).toEqual({ ok: true, value: null })
    expect(asked).toEqual([['queue.next', { repId: 1 }]])
    const handedIn = { ok: true, value: { fileId: 'id of /home/ana/list.csv', name: 'list.csv' } }
    expect(await invoke(CHANNEL.upload, ours, '/home/ana/list.csv', 'list.csv')).toEqual(handedIn)
  })

  it('says as the engine did why a file cannot be had', async () => {
    const refused = {
      ok: false,
      error: { code: 'not-found', message: 'That file is gone.', reason: 'file-gone' },
    }
    expect(await invoke(CHANNEL.save, ours, 'gone', 'leads.csv')).toEqual(refused)
  })

  it.each(Object.values(CHANNEL).filter((channel) => channel !== CHANNEL.event))(
    'refuses any other frame on %s',
    (channel) => {
      for (const frame of [null, { name: 'a frame inside' }])
        expect(() => invoke(channel, frame, 'a', 'b')).toThrow('Not a page')
    },
  )

  it('tells the page what the engine announces, until it is closed', () => {
    tell({ kind: 'changed', topics: ['queue'] })
    expect(sent).toEqual([[CHANNEL.event, { kind: 'changed', topics: ['queue'] }]])
    stop()
    tell({ kind: 'changed', topics: ['leads'] })
    expect(sent).toHaveLength(1)
    expect(handlers.size).toBe(0)
  })
})
