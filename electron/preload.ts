import { contextBridge, ipcRenderer, webUtils } from 'electron'

import type { Bridge, HandedIn } from '#shared/contract/bridge'
import type { AppEvent } from '#shared/contract/events'
import { CHANNEL, type Outcome } from './shell/channel.ts'

const bridge: Bridge = {
  send: (method, input) => ipcRenderer.invoke(CHANNEL.send, method, input),
  onEvent: (listener) => {
    const hear = (_event: unknown, event: AppEvent) => listener(event)
    ipcRenderer.on(CHANNEL.event, hear)
    return () => void ipcRenderer.off(CHANNEL.event, hear)
  },
  upload: async (file) => {
    const path = webUtils.getPathForFile(file)
    if (!path) throw new Error('This is not a file on this machine.')
    return ask<HandedIn>(CHANNEL.upload, path, file.name)
  },
  save: (fileId, name) => ask<boolean>(CHANNEL.save, fileId, name),
}

async function ask<T>(channel: string, ...given: readonly string[]): Promise<T> {
  const outcome: Outcome<T> = await ipcRenderer.invoke(channel, ...given)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

contextBridge.exposeInMainWorld('callwright', bridge)
