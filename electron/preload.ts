import { contextBridge, ipcRenderer, webUtils } from 'electron'

import type { Bridge } from '#shared/contract/bridge'
import type { AppEvent } from '#shared/contract/events'
import { CHANNEL } from './shell/channel.ts'

const bridge: Bridge = {
  send: (method, input) => ipcRenderer.invoke(CHANNEL.send, method, input),
  onEvent: (listener) => {
    const hear = (_event: unknown, event: AppEvent) => listener(event)
    ipcRenderer.on(CHANNEL.event, hear)
    return () => ipcRenderer.off(CHANNEL.event, hear)
  },
  upload: async (file) => {
    const path = webUtils.getPathForFile(file)
    if (!path) throw new Error('This is not a file on this machine.')
    return ipcRenderer.invoke(CHANNEL.upload, path, file.name)
  },
  save: (fileId, name) => ipcRenderer.invoke(CHANNEL.save, fileId, name),
}

contextBridge.exposeInMainWorld('callwright', bridge)
