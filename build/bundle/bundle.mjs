import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'

import { fingerprint, stampOf } from './stale.mjs'

/** Node's side is two builds into one folder: ES modules, and the preload, which a sandbox wants as CommonJS. */
const CONFIGS = {
  electron: ['build/vite-electron.config.ts', 'build/vite-preload.config.ts'],
  renderer: ['build/vite-renderer.config.ts'],
}

/** @param {import('./stale.mjs').Bundle} name */
export async function bundle(name) {
  const began = Date.now()
  // Taken first: what changes while we build must make the bundle stale again.
  const stamp = fingerprint(name)
  rmSync(stampOf(name), { force: true })
  for (const configFile of CONFIGS[name]) await build({ configFile })
  mkdirSync(`out/${name}`, { recursive: true })
  writeFileSync(stampOf(name), stamp)
  console.error(`Built ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}
