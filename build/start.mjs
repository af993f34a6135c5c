// `npm start`: the desktop window where Electron's runtime is or can be fetched, else the same engine in an installed browser.
import { bundleIfStale } from './bundle/stale.mjs'
import { runDesktop } from './desktop/run.mjs'
import { fetchRuntime, hasDisplay, refusedLately, runtime } from './desktop/runtime.mjs'

const flags = process.argv.slice(2)
if (!bundleIfStale()) process.exit(1)

if (await openedDesktop()) process.exit(0)
await import(new URL('../out/electron/headless.js', import.meta.url).href)

async function openedDesktop() {
  // Asked to be headless, or without a display: no window of our own can open.
  if (flags.includes('--no-open') || flags.includes('--port') || !hasDisplay()) return false
  const path = runtime() ?? (refusedLately() ? null : await fetchRuntime())
  return path !== null && (await runDesktop(path, flags))
}
