import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundleIfStale } from '../bundle/stale.mjs'

/** Nothing can run from a bundle that failed; what failed was said by then. */
export function bundleOrDie() {
  if (bundleIfStale()) return
  console.error('Callwright could not be built; the lines above say why.')
  process.exit(1)
}

/** Runs the engine and its server in this very process, which has the flags and the channel to the launcher. */
export async function runHeadless() {
  bundleOrDie()
  await import(pathToFileURL(resolve('out/electron/headless.js')).href)
}
