import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { getuid } from 'node:process'

/** A window that ends sooner than this with an error never opened. */
const NEVER_OPENED_MS = 10_000

/**
 * Runs the desktop until its window is closed. False when it never opened: the caller has another way.
 * @param {string} runtime @param {string[]} flags
 */
export async function runDesktop(runtime, flags) {
  const began = Date.now()
  // Chromium's sandbox refuses to start for root on Linux.
  const sandbox = process.platform === 'linux' && getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(runtime, [...sandbox, '.', ...flags], { stdio: ['ignore', 'inherit', 'inherit'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill('SIGTERM'))
  process.on('disconnect', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'exit').catch(() => [1])
  return code === 0 || code === null || Date.now() - began >= NEVER_OPENED_MS
}
