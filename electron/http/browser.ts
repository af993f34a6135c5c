import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; runs: (path: string) => boolean }

/** Chromium first: it is the engine of Electron itself, without an account or an update prompt. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
] as const
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'] as const
const WINDOWS = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
] as const
const WINDOWS_ROOTS = ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)'] as const

/** A window of ours must not ask, update, sync or speak to anyone. */
export const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
] as const

/** Chromium refuses its sandbox to root on Linux. */
export const sandboxFlags = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

const HERE: Machine = { platform: process.platform, env: process.env, runs: isExecutable }

/** The path of an installed Chromium, Chrome, Edge or Brave, or null. CALLWRIGHT_BROWSER names one outright. */
export function findBrowser({ platform, env, runs }: Machine = HERE): string | null {
  const named = env['CALLWRIGHT_BROWSER']
  if (named) return runs(named) ? named : null
  const onPath = COMMANDS.flatMap((name) =>
    (env['PATH'] ?? '').split(delimiter).flatMap((folder) => (folder ? [join(folder, name)] : [])),
  )
  const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    win32: WINDOWS.flatMap((path) =>
      WINDOWS_ROOTS.flatMap((root) => (env[root] ? [join(env[root], path)] : [])),
    ),
    darwin: [...MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`), ...onPath],
  }
  return (places[platform] ?? onPath).find(runs) ?? null
}

export type BrowserWindow = {
  /** Settles when the browser has ended by itself or by `close`. */
  ended: Promise<void>
  close: () => Promise<void>
}

/** All of the call screen at once; a throw-away profile remembers no size. */
const SIZE = '--window-size=1280,832'

/** Opens an address as a window of its own, in a profile that is thrown away with it. */
export function openWindow(browser: string, address: string): BrowserWindow {
  const profile = mkdtempSync(join(tmpdir(), 'callwright-window-'))
  const args = [`--app=${address}`, SIZE, `--user-data-dir=${profile}`, ...QUIET, ...sandboxFlags()]
  const child = spawn(browser, args, { stdio: 'ignore' })
  // Its helpers may still write for a moment after it ended.
  const ended = exitOf(child).then(() =>
    rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  )
  return {
    ended,
    close: async () => {
      child.kill()
      await ended
    },
  }
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
