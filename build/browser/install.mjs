import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { findBrowser } from '../../electron/http/browser.ts'

/** The one command to run, by what the system calls itself. */
const COMMANDS = {
  darwin: 'brew install --cask chromium',
  win32: 'winget install --id Google.Chrome',
  debian: 'sudo apt-get update && sudo apt-get install -y chromium',
  ubuntu: 'sudo apt-get update && sudo apt-get install -y chromium-browser',
  fedora: 'sudo dnf install -y chromium',
  arch: 'sudo pacman -S --noconfirm chromium',
}

/**
 * A browser for the walks: one that is there, else Debian's when we may install it, else words that say what to do.
 * @returns {{ browser: string, advice: null } | { browser: '', advice: string }}
 */
export function browserOrAdvice() {
  const browser = findBrowser() ?? (mayInstall() && aptInstall() ? findBrowser() : null)
  if (browser) return { browser, advice: null }
  const known = systemNames().find((name) => name in COMMANDS)
  const command = known
    ? COMMANDS[/** @type {keyof typeof COMMANDS} */ (known)]
    : 'install Chromium, Chrome, Edge or Brave'
  return {
    browser: '',
    advice: `The walks need a browser of Chromium's family and none is installed here. Run: ${command}`,
  }
}

const mayInstall = () =>
  process.getuid?.() === 0 && systemNames().some((name) => name === 'debian' || name === 'ubuntu')

function aptInstall() {
  console.error('No browser for the walks: installing chromium from the distribution.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}

/** @returns {string[]} the system's own name first, then what it is like */
function systemNames() {
  if (process.platform !== 'linux') return [process.platform]
  try {
    const release = readFileSync('/etc/os-release', 'utf8')
    return [...release.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    )
  } catch {
    return []
  }
}
