import { spawn } from 'node:child_process'

import { runtime } from './runtime.mjs'

/** Why no window can open here, or null. */
export function noWindows() {
  const { env, platform } = process
  if (platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return null
  return 'There is no screen to open a window on.'
}

/**
 * Runs the desktop shell until it ends. `opened` is false when it ended before it could show anything: a library or
 * the sandbox is missing, say.
 * @param {string[]} flags
 * @returns {Promise<{ code: number, opened: boolean }>}
 */
export function runElectron(flags) {
  const env = { ...process.env }
  delete env['ELECTRON_RUN_AS_NODE'] // set by some editors' terminals; it turns Electron into plain Node
  const child = spawn(runtime() ?? '', ['.', ...flags], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  let opened = false
  child.on('message', (message) => {
    opened ||= message === 'ready'
  })
  const stop = () => void child.kill()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  process.on('disconnect', stop)
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: 1, opened: false }))
    child.on('exit', (code) => resolve({ code: code ?? 1, opened: opened || code === 0 }))
  })
}
