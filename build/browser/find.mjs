import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const { env, platform } = process

/** Chromium first: it is the engine of Electron itself, without an account or an update prompt. */
const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
]

const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Chromium\\Application\\chrome.exe',
].flatMap((path) =>
  [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].flatMap((folder) =>
    folder ? [join(folder, path)] : [],
  ),
)

/** Path of an installed browser of Chromium's family, or null. CALLWRIGHT_BROWSER names one outright. */
export function findBrowser() {
  const named = env['CALLWRIGHT_BROWSER']
  if (named) return runs(named) ? named : null
  if (platform === 'win32') return WINDOWS.find(runs) ?? null
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...(platform === 'darwin' ? MAC : []), ...onPath].find(runs) ?? null
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
