import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Linux keeps what every thread has freed: with two pools for all of them a large import needs a quarter less memory. Left
 * alone it takes ever larger blocks from its pools, where they leave holes: fifty megabytes of them after a million rows.
 */
const env = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(128 * 1024), ...process.env }

/**
 * Runs a script in a Node of its own and becomes its shadow: same exit code, every signal passed on once.
 * @param {string} node path of the executable
 * @param {string[]} args
 */
export function runTask(node, args) {
  // The fourth channel is never spoken on: the child sees it close when this process dies of kill -9.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  let told = false
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (!told) child.kill(signal) // Ctrl+C arrives twice: from the terminal and from npm
    told = true
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGTERM'))

  // npm killed outright sends us nothing; we only get another parent.
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500)

  child.on('exit', (code, signal) => {
    clearInterval(watch)
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1))
  })
}
