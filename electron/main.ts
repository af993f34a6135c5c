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
import { bringToFront, denyPermissions, openWindow, showPage } from './shell/window.ts'

const beside = (path: string) => new URL(path, import.meta.url)
const { data, demo } = readFlags()
let engine: Engine | undefined
let window: BrowserWindow | undefined

announcePage()
app.enableSandbox()
// Inside the data folder, so that two of them are two programs: the single-instance lock lies here too.
app.setPath('userData', join(data, 'window'))
app.on('second-instance', () => window && bringToFront(window))
app.on('activate', () => engine && !window && open(engine))
app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
app.on('will-quit', closeEngineFirst)
// The launcher holds a channel to us that closes with it, however it ends.
process.on('disconnect', () => app.quit())

if (app.requestSingleInstanceLock()) void app.whenReady().then(run).catch(giveUp)
else app.quit()

async function run(): Promise<void> {
  process.send?.('ready')
  denyPermissions(session.defaultSession)
  servePage(session.defaultSession, fileURLToPath(beside('../renderer')))
  setMenu()
  engine = await startEngine({ data, demo, entry: beside('./engine-worker.js'), openUri })
  open(engine)
}

function open(engine: Engine): void {
  const opened = openWindow(fileURLToPath(beside('./preload.cjs')))
  window = opened
  const stop = serveIpc(engine, opened)
  opened.on('closed', () => {
    stop()
    window = undefined
    // There is one window of ours, and none outlives the engine.
    void engine.dispatch('desk.leave', { seat: null })
  })
  showPage(opened).catch(giveUp)
}

/** Quitting waits for the store to be closed; the second time there is nothing left to wait for. */
function closeEngineFirst(event: { preventDefault: () => void }): void {
  if (!engine) return
  event.preventDefault()
  const closing = engine.close()
  engine = undefined
  void closing.finally(() => app.quit())
}

function giveUp(error: unknown): void {
  sayTrouble(error)
  app.exit(1)
}

function readFlags() {
  // Not strict: Chromium's own flags arrive here as well.
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
    strict: false,
  })
  const demo = values.demo === true
  return { data: resolve(typeof values.data === 'string' ? values.data : defaultDataFolder(demo)), demo }
}
