import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { DAY } from '#shared/lib/time'

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string }

const PARTS = ['inbox', 'outbox', 'backups'] as const
/** Milliseconds a file handed in or out is kept. */
const KEPT = 30 * DAY

const HERE: Machine = { platform: process.platform, env: process.env, home: homedir() }

/** One folder per user, by the platform's convention. The sample workspace has its own, so it never mixes. */
export function defaultDataFolder(demo: boolean, { platform, env, home }: Machine = HERE): string {
  const name = demo ? 'Callwright Demo' : 'Callwright'
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), name)
}

/** Makes what is missing, readable by its owner only, and clears files nobody came back for. */
export function prepareDataFolder(data: string): void {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  for (const part of PARTS) mkdirSync(join(data, part), { recursive: true, mode: 0o700 })
  const oldest = Date.now() - KEPT
  for (const part of ['inbox', 'outbox'])
    for (const name of readdirSync(join(data, part))) removeIfOlder(join(data, part, name), oldest)
}

function removeIfOlder(path: string, oldest: number): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found && found.mtimeMs < oldest) rmSync(path, { recursive: true, force: true })
}
