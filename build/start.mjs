// `npm start`: opens the app. As a desktop program where Electron's runtime is there or can be fetched, else in an
// installed browser, else it prints the address; a window that cannot open never ends it.
import { noWindows, runElectron } from './desk/electron.mjs'
import { bundleOrDie, runHeadless } from './desk/headless.mjs'
import { fetchRuntime, mayTry, runtime } from './desk/runtime.mjs'

/** Flags of the browser-hosted app only: who gives them wants that one. */
const HOSTED = ['--no-open', '--port']
const flags = process.argv.slice(2)

bundleOrDie()
if (await asDesktop()) process.exit()
await runHeadless()

async function asDesktop() {
  if (noWindows() || flags.some((flag) => HOSTED.includes(flag.split('=')[0] ?? ''))) return false
  if (!runtime()) {
    if (!mayTry()) return false
    const trouble = await fetchRuntime()
    if (trouble) console.error(`${trouble} Opening in a browser instead.`)
    if (trouble) return false
  }
  const { code, opened } = await runElectron(flags)
  if (opened) process.exitCode = code
  else console.error('The desktop window could not open here. Opening in a browser instead.')
  return opened
}
