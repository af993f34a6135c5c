import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

import { HttpRefusal } from './reply.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The built page. A request is looked up among the names found at the start, so no path from outside ever reaches
 * the disk. An address without a dot is a screen of the page, which finds its own way.
 */
export function staticFiles(root: string) {
  const files = new Map(
    (existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(root, path).split(sep).join('/')}`, path]),
  )
  return async (pathname: string, response: ServerResponse): Promise<void> => {
    const path = files.get(pathname) ?? (pathname.includes('.') ? undefined : files.get('/index.html'))
    const type = path && TYPES[extname(path)]
    if (!type) throw new HttpRefusal(404, 'not-found', 'There is nothing at this address.')
    const body = await readFile(path)
    response.writeHead(200, { 'content-type': type, 'content-length': body.length })
    response.end(body)
  }
}
