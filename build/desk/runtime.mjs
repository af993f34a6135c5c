import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { download } from './download.mjs'

const PACKAGE = 'node_modules/electron'
/** A failed try is remembered this long, in milliseconds, so that an offline desk starts at once every other time. */
const REMEMBERED = 24 * 3_600_000
const FAILED = 'out/electron-out-of-reach'

/** Path of Electron's executable, or null where it was never fetched. Since version 42 no installation brings it. */
export function runtime() {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'] // as Electron's own tools have it
  const path = join(named ?? join(PACKAGE, 'dist'), executable() ?? (named ? 'electron' : ''))
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? resolve(path) : null
}

function executable() {
  try {
    return readFileSync(join(PACKAGE, 'path.txt'), 'utf8')
  } catch {
    return null
  }
}

/** False when a try failed not long ago. */
export const mayTry = () => !existsSync(FAILED) || Date.now() - statSync(FAILED).mtimeMs > REMEMBERED

/** Fetches the runtime. Why it could not, or null. */
export async function fetchRuntime() {
  const trouble = await fetchZip().then(unpack, () => 'Electron cannot be fetched from here.')
  mkdirSync(dirname(FAILED), { recursive: true })
  if (trouble) writeFileSync(FAILED, '')
  else rmSync(FAILED, { force: true })
  return trouble
}

/** Into the cache that Electron's own tools share; what is there already needs no network. */
async function fetchZip() {
  const electron = createRequire(resolve(PACKAGE, 'package.json'))
  const { downloadArtifact } = await import(pathToFileURL(electron.resolve('@electron/get')).href)
  await downloadArtifact({
    version: electron('./package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: electron('./checksums.json'),
    downloader: { download },
  })
}

/** Electron's own installer finds the file in the cache, checks it and lays it out. */
function unpack() {
  const { status } = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: ['ignore', 2, 2] })
  return status === 0 && runtime() ? null : 'Electron could not be unpacked.'
}
