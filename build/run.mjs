// `node build/run.mjs TASK ...`: installs what is missing, then runs build/TASK.mjs under a Node that can load the store.
// This file and build/setup/ run before anything is installed: Node built-ins only, in the syntax of Node 18.
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { isInstalled, STAMP, wanted } from './setup/installed.mjs'
import { install } from './setup/install.mjs'
import { dropLock, takeLock } from './setup/lock.mjs'
import { ableNode, comesAlong, noAbleNode } from './setup/node.mjs'
import { runTask } from './setup/task.mjs'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

/** @param {string} text @returns {never} */
function die(text) {
  console.error(`\n${text}`)
  process.exit(1)
}

const [task = '', ...flags] = process.argv.slice(2)
const script = join('build', `${task}.mjs`)
if (!/^[a-z]+$/.test(task) || !existsSync(script))
  die(`There is no task "${task}": see "scripts" in package.json.`)

if (!ableNode() && !comesAlong()) die(noAbleNode())
if (!isInstalled()) {
  takeLock()
  const trouble = isInstalled() ? null : install()
  if (!trouble) writeFileSync(STAMP, wanted())
  dropLock()
  if (trouble) die(trouble)
}

const node = ableNode()
if (!node) die(noAbleNode())
runTask(node, [script, ...flags])
