import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Engine } from '#electron/engine/engine'
import { CHANNEL } from '#electron/shell/channel'
import { serveIpc } from '#electron/shell/ipc'
import { AppError, INTERNAL } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'

type Handler = (event: { senderFrame: unknown }, ...given: unknown[]) => unknown
const handlers = vi.hoisted(() => new Map<string, Handler>())
const chosen = vi.hoisted((): { filePath?: string } => ({}))

// Electron's runtime is not to be had under Node; its two entrances that this file is about are.
vi.mock('electron', () => ({
  app: {},
  dialog: { showSaveDialog: async () => ({ canceled: chosen.filePath === undefined, ...chosen }) },
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
const logged: unknown[] = []
const bug = new Error('ENOTDIR /home/ana')
const folder = mkdtempSync(join(tmpdir(), 'callwright-ipc-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engine = {
  dispatch: async (...given) => {
    asked.push(given)
    return { ok: true, value: null } as never
  },
  onEvent: (listener) => {
    tell = listener
    return () => void (tell = () => {})
  },
  adopt: async (path, name) => {
    if (path === '') throw bug
    return { fileId: `id of ${path}`, name }
  },
  outgoing: async (fileId) => {
    if (fileId === 'gone') throw new AppError('not-found', 'That file is gone.', 'file-gone')
    return join(folder, fileId)
  },
  log: (error) => void logged.push(error),
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

  it('puts a file where it was asked to, and says what to do when nothing can be written there', async () => {
    writeFileSync(join(folder, 'made'), 'Ana')
    chosen.filePath = join(folder, 'leads.csv')
    expect(await invoke(CHANNEL.save, ours, 'made', 'leads.csv')).toEqual({ ok: true, value: true })
    expect(readFileSync(chosen.filePath, 'utf8')).toBe('Ana')
    chosen.filePath = join(folder, 'no such folder', 'leads.csv')
    expect(await invoke(CHANNEL.save, ours, 'made', 'leads.csv')).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', reason: 'not-written' },
    })
  })

  it('shows a bug as one plain sentence, and logs it whole', async () => {
    expect(await invoke(CHANNEL.upload, ours, '', 'list.csv')).toEqual({ ok: false, error: INTERNAL })
    expect(logged).toEqual([bug])
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
