import { contextBridge, ipcRenderer, webUtils } from 'electron'

import type { Shell } from '#shared/contract/bridge'
import type { AppEvent } from '#shared/contract/events'
import { CHANNEL } from './shell/channel.ts'

const bridge: Shell = {
  send: (method, input) => ipcRenderer.invoke(CHANNEL.send, method, input),
  onEvent: (listener) => {
    const hear = (_event: unknown, event: AppEvent) => listener(event)
    ipcRenderer.on(CHANNEL.event, hear)
    return () => void ipcRenderer.off(CHANNEL.event, hear)
  },
  upload: async (file) => {
    const path = webUtils.getPathForFile(file)
    if (path) return ipcRenderer.invoke(CHANNEL.upload, path, file.name)
    const message = 'This is not a file on this machine.'
    return { ok: false, error: { code: 'unreadable-file', message, reason: 'file-gone' } }
  },
  save: (fileId, name) => ipcRenderer.invoke(CHANNEL.save, fileId, name),
}

contextBridge.exposeInMainWorld('callwright', bridge)
