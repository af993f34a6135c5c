import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const home = dirname(require.resolve('electron/package.json'))
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))

/** How long it may take to find out whether Electron's runtime can be fetched. */
const FIND_OUT_MS = 5000
/** After a refusal the next start does not ask again for this long, so that offline starts stay quick. */
const ASK_AGAIN_MS = 86_400_000
const REFUSED = join('out', '.no-desktop')

/** Path of Electron's executable, or null when it is not on this machine. */
export function runtime() {
  try {
    const path = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    const found = readFileSync(join(home, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return found === version && existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** On Linux a window needs a display; elsewhere there always is one. */
export const hasDisplay = ({ platform, env } = process) =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

export const refusedLately = (now = Date.now()) =>
  now - (statSync(REFUSED, { throwIfNoEntry: false })?.mtimeMs ?? 0) < ASK_AGAIN_MS

/** Fetches the runtime from where its package says, with progress on stderr. Null when it cannot be had. */
export async function fetchRuntime() {
  const stop = new AbortController()
  const giveUp = setTimeout(() => stop.abort(), FIND_OUT_MS)
  try {
    await download(stop.signal, () => clearTimeout(giveUp))
    // Its own installer unpacks what the download left in the cache.
    spawnSync(process.execPath, [join(home, 'install.js')], { stdio: ['ignore', 2, 2] })
  } catch {
    mkdirSync('out', { recursive: true })
    writeFileSync(REFUSED, '')
  } finally {
    clearTimeout(giveUp)
  }
  return runtime()
}

/** @param {AbortSignal} signal @param {() => void} onFirst */
async function download(signal, onFirst) {
  const { downloadArtifact } = await import(require.resolve('@electron/get', { paths: [home] }))
  let shown = -1
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: JSON.parse(readFileSync(join(home, 'checksums.json'), 'utf8')),
    downloadOptions: {
      quiet: true,
      signal,
      getProgressCallback: (/** @type {{ percent: number }} */ { percent }) => {
        onFirst()
        const tenth = Math.floor(percent * 10)
        if (tenth > shown) console.error(`Fetching the desktop window, once: ${tenth * 10} %`)
        shown = Math.max(shown, tenth)
      },
    },
  })
}
