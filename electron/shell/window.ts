import { BrowserWindow, type Session } from 'electron'

import { isOurs, ORIGIN } from './address.ts'
import { keepInside } from './external-links.ts'

/** Copying a number and reminding of a promise ask for these; the page needs nothing else of what a browser can grant. */
const GRANTED: readonly string[] = ['clipboard-sanitized-write', 'notifications']

export function denyPermissions(session: Session): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.includes(permission) && isOurs(origin),
  )
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(GRANTED.includes(permission) && isOurs(contents.getURL())),
  )
  session.setDevicePermissionHandler(() => false)
}

/** The one window. Its size and place come back at the next start. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title: 'Callwright',
    width: 1280,
    height: 832,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  })
  keepInside(window.webContents)
  window.once('ready-to-show', () => window.show())
  return window
}

export const showPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${ORIGIN}/`)

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
