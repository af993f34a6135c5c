// `npm run electron`: the desktop window, or a plain word why there is none.
import { bundleIfStale } from './bundle/stale.mjs'
import { runDesktop } from './desktop/run.mjs'
import { fetchRuntime, runtime } from './desktop/runtime.mjs'

if (!bundleIfStale()) process.exit(1)
const path = runtime() ?? (await fetchRuntime())
if (!path) {
  console.error(
    'Electron\'s runtime is not on this machine and cannot be fetched. "npm start" opens a browser instead.',
  )
  process.exit(1)
}
process.exit((await runDesktop(path, process.argv.slice(2))) ? 0 : 1)
