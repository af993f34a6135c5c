import { spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

const FLAGS =
  '--prefer-offline --fetch-retries=1 --include=dev --include=optional --ignore-scripts --no-audit --no-fund --loglevel=error'

/**
 * Runs `npm ci` in a folder, under the Node given: npm leaves out what says it cannot run under its own, without a word.
 * Returns what npm said when it failed, or null.
 * @param {string} node
 * @param {string} folder
 */
export function npmCi(node, folder) {
  const args = ['ci', ...FLAGS.split(' ')]
  const env = { ...process.env, PATH: dirname(node) + delimiter + (process.env['PATH'] ?? '') }
  // npm's own chatter goes to stderr: on stdout some tasks promise one line of JSON.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: folder, env, stdio: ['ignore', 2, 'pipe'] }
  const npm = process.env['npm_execpath'] // set by npm; a bare `node build/run.mjs` falls back to the command
  const run = npm
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return run.status === 0 ? null : String(run.stderr ?? '') + (run.error?.message ?? '')
}
