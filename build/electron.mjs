// `npm run electron`: the desktop shell, where its runtime is there or can be fetched; else it says so.
import { bundleOrDie } from './desk/headless.mjs'
import { noWindows, runElectron } from './desk/electron.mjs'
import { fetchRuntime, runtime } from './desk/runtime.mjs'

const trouble = noWindows() ?? (runtime() ? null : await fetchRuntime())
if (trouble) {
  console.error(`${trouble} "npm start" opens the same app in an installed browser.`)
  process.exit(1)
}
bundleOrDie()
const { code } = await runElectron(process.argv.slice(2))
process.exit(code)
