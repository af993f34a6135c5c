import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'

import type { Engine } from '#electron/engine/engine'
import type { Outcome } from '#shared/contract/bridge'
import { AppError, INTERNAL, toApiError } from '#shared/contract/errors'
import { CHANNEL } from './channel.ts'
import { saveCopy } from './dialogs.ts'

/** The same dispatch, over IPC, for our own window's page and no other. Returns how to stop. */
export function serveIpc(engine: Engine, window: BrowserWindow): () => void {
  const save = async (fileId: string, name: string) => saveCopy(window, await engine.outgoing(fileId), name)
  const told = <T>(deed: Promise<T>) => outcome(deed, engine.log)
  const answers = {
    [CHANNEL.send]: (method: unknown, input: unknown) => engine.dispatch(String(method), input),
    [CHANNEL.upload]: (path: unknown, name: unknown) => told(engine.adopt(String(path), String(name))),
    [CHANNEL.save]: (fileId: unknown, name: unknown) => told(save(String(fileId), String(name))),
  }
  for (const [channel, answer] of Object.entries(answers)) {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, first: unknown, second: unknown) => {
      if (event.senderFrame !== window.webContents.mainFrame) throw new Error('Not a page of Callwright.')
      return answer(first, second)
    })
  }
  const stop = engine.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNEL.event, event)
  })
  return () => {
    stop()
    for (const channel of Object.keys(answers)) ipcMain.removeHandler(channel)
  }
}

/** Electron wraps what is thrown in words of its own, so refusals travel as data. */
function outcome<T>(deed: Promise<T>, log: Engine['log']): Promise<Outcome<T>> {
  return deed.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => {
      if (error instanceof AppError) return { ok: false, error: toApiError(error) }
      log(error)
      return { ok: false, error: INTERNAL }
    },
  )
}
