import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, session, type BrowserWindow } from 'electron'

import { defaultDataFolder } from './engine/data-folder.ts'
import { startEngine, type Engine } from './engine/engine.ts'
import { sayTrouble } from './shell/dialogs.ts'
import { openUri } from './shell/external-links.ts'
import { serveIpc } from './shell/ipc.ts'
import { setMenu } from './shell/menu.ts'
import { announcePage, servePage } from './shell/page.ts'
import { bringToFront, createWindow, denyPermissions, showPage } from './shell/window.ts'

const beside = (path: string) => new URL(path, import.meta.url)
const ENTRY = beside('./engine-worker.js')
const PRELOAD = fileURLToPath(beside('./preload.cjs'))
const PAGES = fileURLToPath(beside('../renderer'))

const { values: flags } = parseArgs({
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  // Chromium and the system add flags of their own.
  strict: false,
})
const demo = flags.demo === true
const data = resolve(typeof flags.data === 'string' ? flags.data : defaultDataFolder(demo))

announcePage()
// Chromium's own files, beside ours; the single-instance lock is per folder, so the sample can run next to the real one.
app.setPath('userData', join(data, 'desktop'))
if (app.requestSingleInstanceLock()) start().catch(fail)
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  setMenu()
  servePage(session.defaultSession, PAGES)
  denyPermissions(session.defaultSession)
  const engine = await startEngine({ data, entry: ENTRY, demo, openUri })
  closeWithApp(engine)
  const window = createWindow(PRELOAD)
  // Before the page loads: its first request may not find nobody there.
  serveIpc(engine, window)
  onSecondStart(window)
  await showPage(window)
}

function onSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => bringToFront(window))
  app.on('activate', () => bringToFront(window))
}

/** Quitting waits until the store is closed: the log is written back and the lock is free. */
function closeWithApp(engine: Engine): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

function fail(error: unknown): void {
  sayTrouble(error)
  app.exit(1)
}
