import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What each bundle is made of. Contents are hashed, not dates: a fresh clone or a branch switch changes all dates. */
const MADE_OF = {
  electron: [
    'electron/**/*.{ts,json}',
    'shared/**/*.{ts,json}',
    'build/vite-electron.config.ts',
    'build/vite-preload.config.ts',
  ],
  renderer: ['renderer/**/*', 'shared/**/*.{ts,json}', 'build/vite-renderer.config.ts'],
}
const ALWAYS = ['package.json', 'package-lock.json', 'build/aliases.ts', 'build/bundle/*.mjs']

/** @typedef {keyof typeof MADE_OF} Bundle */
export const BUNDLES = /** @type {Bundle[]} */ (Object.keys(MADE_OF))

/** @param {Bundle} bundle */
export const stampOf = (bundle) => join('out', bundle, '.stamp')

/** @param {Bundle} bundle */
export function fingerprint(bundle) {
  const hash = createHash('sha256')
  const files = globSync([...MADE_OF[bundle], ...ALWAYS], { withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {Bundle} bundle */
export const isStale = (bundle) =>
  !existsSync(stampOf(bundle)) || readFileSync(stampOf(bundle), 'utf8') !== fingerprint(bundle)

/** Builds what is stale in a process of its own, whose chatter goes to stderr. False when a bundle failed. */
export function bundleIfStale() {
  if (!BUNDLES.some(isStale)) return true
  return spawnSync(process.execPath, [join('build', 'build.mjs')], { stdio: ['ignore', 2, 2] }).status === 0
}
