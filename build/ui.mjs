// `npm run ui`: every part of the kit in every state, on a page without an engine. Prints its address and serves until
// it is ended. `-- --port N` for a port of one's own.
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4175' } } })
const configFile = 'build/vite-ui.config.ts'
await build({ configFile })
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: Number(values.port) } })
console.log(server.resolvedUrls?.local[0])
