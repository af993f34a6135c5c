import { extname, resolve, sep } from 'node:path'

export const SCHEME = 'callwright'
/** A scheme of our own gives the page an origin, which `file:` does not have. */
export const ORIGIN = `${SCHEME}://app`

const DIALS = new Set(['tel:', 'sip:', 'callto:'])

export const isOurs = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

/** What may leave the window for the browser: pages over https, and nothing that starts a program. */
export const mayOpen = (url: string): boolean => protocolOf(url) === 'https:'

/** An address for the system's phone program. */
export const isDial = (uri: string): boolean => DIALS.has(protocolOf(uri))

const protocolOf = (url: string) => (URL.canParse(url) ? new URL(url).protocol : '')

/**
 * The file behind one of our own addresses; an address without an extension is a place inside the page.
 * Null for whatever is not below the folder, which is an absolute path.
 */
export function fileFor(url: string, folder: string): string | null {
  if (!isOurs(url)) return null
  const path = decoded(new URL(url).pathname)
  if (path === null) return null
  const file = resolve(folder, `.${extname(path) ? path : '/index.html'}`)
  return file.startsWith(folder + sep) ? file : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
