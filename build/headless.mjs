// `npm run headless`: the engine on loopback. On stdout its one line of JSON, and nothing else.
import { runHeadless } from './desk/headless.mjs'

await runHeadless()
