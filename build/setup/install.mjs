import { rmSync } from 'node:fs'

import { bringNode } from './bring-node.mjs'
import { ableNode } from './node.mjs'
import { npmCi } from './npm.mjs'

/** What npm says, and what that means to the person who typed `npm start`. */
const TROUBLES = [
  {
    seen: /EUSAGE|in sync/,
    say: 'package.json and package-lock.json disagree. Run "npm install", then commit both.',
    quote: /(?:Missing|Invalid): .*/g,
  },
  {
    seen: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/,
    say: 'The package registry cannot be reached. Connect once, then start again; after that Callwright needs no network.',
  },
  { seen: /ENOSPC/, say: 'The disk is full: the installation needs about 800 MB here.' },
  {
    seen: /EACCES|EPERM/,
    say: 'This folder cannot be written to. Own it, or copy it to where you may write.',
  },
]

/** Installs what the lock file names. Returns what went wrong in plain words, or null. */
export function install() {
  console.error('Installing what Callwright needs: once, about a minute.')
  const node = ableNode()
  if (node) return inWords(npmCi(node, '.'))
  const brought = bringNode()
  const trouble = brought.trouble ?? npmCi(brought.node, '.')
  rmSync(brought.folder, { recursive: true, force: true })
  return inWords(trouble)
}

/** @param {string | null} said */
function inWords(said) {
  if (said === null) return null
  const trouble = TROUBLES.find(({ seen }) => seen.test(said))
  if (!trouble) return ['npm ci failed:', ...said.split('\n').slice(0, 12)].join('\n  ')
  return [trouble.say, ...((trouble.quote && said.match(trouble.quote)) ?? [])].join('\n  ')
}
