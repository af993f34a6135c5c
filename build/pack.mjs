// `npm run pack`: installers for this platform in dist/. Flags go to electron-builder, e.g. `npm run pack -- --dir`.
import { build } from 'electron-builder'

import { bundleIfStale } from './bundle/stale.mjs'
import { fetchRuntime, runtime } from './desktop/runtime.mjs'

const dir = process.argv.includes('--dir')
if (!bundleIfStale()) process.exit(1)
if (!runtime() && !(await fetchRuntime())) {
  console.error("Packing needs Electron's runtime, which is not here and cannot be fetched.")
  process.exit(1)
}
const made = await build({
  dir,
  publish: 'never',
  config: 'build/electron-builder.yml',
  projectDir: process.cwd(),
})
console.log(made.join('\n'))
