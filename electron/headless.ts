import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { AppError } from '#shared/contract/errors'
import { defaultDataFolder } from './engine/data-folder.ts'
import { startEngine } from './engine/engine.ts'
import { findBrowser, openWindow, type BrowserWindow } from './http/browser.ts'
import { openUri } from './http/open-uri.ts'
import { serve } from './http/serve.ts'
import { watchWindows } from './http/window-watch.ts'

/** The same places seen from the bundle and from the sources. */
const beside = (bundled: string, source: string) =>
  new URL(import.meta.url.endsWith('.ts') ? source : bundled, import.meta.url)
const ENTRY = beside('./engine-worker.js', './engine/engine-worker.ts')
const PAGES = fileURLToPath(beside('../renderer', '../out/renderer'))

async function main(): Promise<void> {
  const flags = readFlags()
  const data = resolve(flags.data ?? defaultDataFolder(flags.demo))
  const engine = await startEngine({ data, entry: ENTRY, demo: flags.demo, openUri })

  let window: BrowserWindow | undefined
  let closing = false
  const windows = watchWindows({
    onClosed: () => void close(),
    onNeverOpened: () => tell('No window could be opened.'),
  })
  const server = await serve({
    ...engine,
    pages: PAGES,
    port: flags.port,
    onWindows: (open) => window && windows.count(open),
  })
  const tell = (why: string) =>
    void process.stderr.write(
      `${why} Open this address once, in a browser of your choice:\n${server.newAddress()}\n`,
    )

  async function close(): Promise<void> {
    if (closing) return
    closing = true
    windows.stop()
    await server.close()
    await engine.close()
    await window?.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close())
  // The launcher holds a channel to us that closes with it, however it ends.
  process.on('disconnect', () => void close())

  process.stdout.write(`${JSON.stringify({ url: server.url, token: server.token, data })}\n`)
  if (flags['no-open']) return
  const browser = findBrowser()
  if (!browser) return tell('No Chromium, Chrome, Edge or Brave was found.')
  window = openWindow(browser, server.newAddress())
  void window.ended.then(windows.browserEnded)
}

function readFlags() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError('invalid-input', `--port takes a number from 0 to 65535, not "${values.port}".`)
  return { ...values, port }
}

main().catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`)
  process.exit(1)
})

function plainly(error: unknown): string {
  if (error instanceof AppError) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return 'That port is taken by another program. Choose another one, or --port 0 for any.'
  if (code === 'EACCES' || code === 'EROFS') return `The data folder cannot be written: ${error.message}`
  if (String(code).startsWith('ERR_PARSE_ARGS')) return error.message
  return error.stack ?? error.message
}
