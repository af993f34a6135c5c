import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'

import { fingerprint, stampOf } from './stale.mjs'

/** The stores' side is two builds into one folder: ES modules, and the preload, which a sandbox wants as CommonJS. */
const CONFIGS = {
  electron: [
    { config: 'build/vite-electron.config.ts', needs: 'electron/engine/engine-worker.ts' },
    { config: 'build/vite-preload.config.ts', needs: 'electron/preload.ts' },
  ],
  renderer: [{ config: 'build/vite-renderer.config.ts', needs: 'renderer/index.html' }],
}

/** @param {import('./stale.mjs').Bundle} name */
export async function bundle(name) {
  const began = Date.now()
  // Taken first: what changes while we build must make the bundle stale again.
  const stamp = fingerprint(name)
  rmSync(stampOf(name), { force: true })
  for (const { config, needs } of CONFIGS[name]) if (existsSync(needs)) await build({ configFile: config })
  mkdirSync(`out/${name}`, { recursive: true })
  writeFileSync(stampOf(name), stamp)
  console.error(`built ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}
