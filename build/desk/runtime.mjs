import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PACKAGE = 'node_modules/electron'
/** Milliseconds to find out whether the runtime can be fetched. */
const PATIENCE = 5000
/** A failed try is remembered this long, in milliseconds, so that an offline desk starts at once every other time. */
const REMEMBERED = 24 * 3_600_000
const FAILED = 'out/electron-out-of-reach'

/** Path of Electron's executable, or null where it was never fetched. Since version 42 no installation brings it. */
export function runtime() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist')
  try {
    const path = join(folder, readFileSync(join(PACKAGE, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** False when a try failed not long ago. */
export const mayTry = () => !existsSync(FAILED) || Date.now() - statSync(FAILED).mtimeMs > REMEMBERED

/** Fetches the runtime with Electron's own installer, which checks what it got. Why it could not, or null. */
export async function fetchRuntime() {
  const trouble = (await isInReach()) ? await install() : 'Electron cannot be fetched from here.'
  mkdirSync(dirname(FAILED), { recursive: true })
  if (trouble) writeFileSync(FAILED, '')
  else rmSync(FAILED, { force: true })
  return trouble
}

/** Asks for the file's head only, at the address the installer will use. */
async function isInReach() {
  const electron = createRequire(join(process.cwd(), PACKAGE, 'package.json'))
  const get = electron.resolve('@electron/get')
  const { getArtifactRemoteURL } = await import(join(dirname(get), 'artifact-utils.js'))
  const { version } = electron('./package.json')
  const url = await getArtifactRemoteURL({
    version: `v${version}`,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
  })
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) })
    return answer.ok
  } catch {
    return false
  }
}

/** @returns {Promise<string | null>} */
function install() {
  console.error("Fetching Electron's runtime: once, about 110 MB.")
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], { stdio: ['ignore', 2, 2] })
    child.on('exit', (code) => resolve(code === 0 && runtime() ? null : 'Fetching Electron failed.'))
  })
}
