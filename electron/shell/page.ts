import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { protocol, type Session } from 'electron'

import { CSP } from './csp.ts'

const SCHEME = 'callwright'
export const ORIGIN = `${SCHEME}://app`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. A scheme of our own gives the page an origin, which `file:` does not have. */
export function announcePage(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page, and nothing outside its folder. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = fileFor(request.url, folder)
    const body = file && (await readFile(file).catch(() => null))
    if (!file || !body) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** An address without an extension is a place inside the page. Null for whatever is not below the folder. */
export function fileFor(url: string, folder: string): string | null {
  const { host, pathname } = new URL(url)
  if (`${SCHEME}://${host}` !== ORIGIN) return null
  const file = resolve(folder, `.${decodeURIComponent(extname(pathname) ? pathname : '/index.html')}`)
  return file.startsWith(folder + sep) ? file : null
}
