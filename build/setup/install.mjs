import { spawnSync } from 'node:child_process'

const FLAGS =
  '--prefer-offline --fetch-retries=1 --include=dev --include=optional --ignore-scripts --no-audit --no-fund --loglevel=error'

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
  const run = npmCi()
  if (run.status === 0) return null
  const said = String(run.stderr ?? '') + (run.error?.message ?? '')
  const trouble = TROUBLES.find(({ seen }) => seen.test(said))
  if (!trouble) return ['npm ci failed:', ...said.split('\n').slice(0, 12)].join('\n  ')
  return [trouble.say, ...((trouble.quote && said.match(trouble.quote)) ?? [])].join('\n  ')
}

function npmCi() {
  const args = ['ci', ...FLAGS.split(' ')]
  // npm's own chatter goes to stderr: on stdout some tasks promise one line of JSON.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 'pipe'] }
  const npm = process.env['npm_execpath'] // set by npm; a bare `node build/run.mjs` falls back to the command
  return npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}
