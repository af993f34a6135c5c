import type { Source } from './sources.ts'

const PURE = ['temporal-polyfill', 'libphonenumber-js/*', 'fastest-levenshtein']
const NODE_FOR_DB = ['node:crypto', 'node:fs', 'node:path']
const LIBRARIES = ['iconv-lite', 'libphonenumber-js/*', 'uuidv7', 'zod', '#package.json']
const SCREEN = ['react', 'react-aria-components', 'react-i18next', 'i18next', 'lucide-react']

/**
 * Who may import whom. A zone is named by its folder, the longest that fits; it may import itself and what stands
 * here, nothing else. A `#folder` means all that lies in it; `*` at the end is anything that begins so.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/lib': [],
  'shared/domain': ['#shared/lib', ...PURE],
  'shared/contract': ['#shared/domain', '#shared/lib', 'zod'],

  'electron/db': ['#shared', 'drizzle-orm*', 'better-sqlite3', ...NODE_FOR_DB],
  'electron/services': ['#shared', '#electron/db', 'node:*', ...LIBRARIES],
  'electron/engine': ['#shared', '#electron/services', 'node:*'],
  'electron/http': ['#shared', '#electron/services', 'node:*'],
  'electron/shell': ['#shared', '#electron/engine', 'electron', 'node:*'],
  'electron/main.ts': ['#electron/engine', '#electron/shell', 'electron', 'node:*'],
  'electron/preload.ts': ['#shared', '#electron/shell/channel', 'electron'],
  'electron/headless.ts': ['#shared', '#electron/engine', '#electron/http', 'node:*'],

  'renderer/ui': [...SCREEN, '@tanstack/react-virtual'],
  'renderer/i18n': ['#shared/domain', 'i18next', 'react-i18next'],
  'renderer/features': ['#shared', '#renderer/ui', '#renderer/i18n', ...SCREEN, 'zustand*', 'wouter*', 'uqr'],
  renderer: [
    '#shared',
    '#renderer/*',
    ...SCREEN,
    'react-dom/client',
    'zustand*',
    'wouter*',
    '@fontsource-variable/*',
  ],
}

/** Although a wider entry would let them through. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'electron/services': ['node:http*', 'node:net', 'node:tls', 'node:dgram'],
}

export function zoneOf(file: string): string {
  const fits = Object.keys(MAY_IMPORT).filter((zone) => file === zone || file.startsWith(`${zone}/`))
  return fits.sort((one, other) => other.length - one.length)[0] ?? ''
}

/** Each import that its zone may not have, in words. */
export function trespasses({ file, imports }: Source): string[] {
  const zone = zoneOf(file)
  // A feature is a zone of its own: one that imported another would pull its whole screen along.
  const home = file.match(/^renderer\/features\/[^/]+/)?.[0] ?? zone
  const allowed = [`#${home}`, ...(MAY_IMPORT[zone] ?? [])]
  const never = NEVER[zone] ?? []
  return imports
    .filter((name) => some(never, name) || !some(allowed, name))
    .map((name) => `${file} imports ${name}`)
}

const some = (entries: readonly string[], name: string) => entries.some((entry) => covers(entry, name))

function covers(entry: string, name: string): boolean {
  if (entry.endsWith('*')) return name.startsWith(entry.slice(0, -1))
  return name === entry || (entry.startsWith('#') && name.startsWith(`${entry}/`))
}
