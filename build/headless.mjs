// `npm run headless`: the engine on loopback. Its one line of JSON is all that goes to stdout.
import { bundleIfStale } from './bundle/stale.mjs'

if (!bundleIfStale()) process.exit(1)
await import(new URL('../out/electron/headless.js', import.meta.url).href)
