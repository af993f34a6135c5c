import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import type { Reply } from '#shared/contract/api'
import { callThrough } from './test-app.ts'

const SCRIPTS = { source: 'electron/headless.ts', bundle: 'out/electron/headless.js' } as const

type HeadlessOptions = {
  /** The data folder; a new one that goes with `stop` when it is not given. */
  data?: string
  /** `bundle` wants `npm run build` first and serves the built page; `source` needs neither. */
  from?: keyof typeof SCRIPTS
  flags?: readonly string[]
  env?: NodeJS.ProcessEnv
}

type Ended = { code: number | null; signal: NodeJS.Signals | null }

/** A real headless process, as `npm run headless` starts it. Throws what it said on stderr when it refuses to start. */
export async function startHeadless({
  data,
  from = 'source',
  flags = ['--no-open'],
  env,
}: HeadlessOptions = {}) {
  if (!existsSync(SCRIPTS[from])) throw new Error(`${SCRIPTS[from]} is not there; run "npm run build".`)
  const folder = data ?? mkdtempSync(join(tmpdir(), 'callwright-headless-'))
  const args = [SCRIPTS[from], '--data', folder, '--port', '0', ...flags]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  const ended = once(child, 'exit').then(([code, signal]): Ended => ({ code, signal }))

  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended])
  if (typeof first !== 'string') throw new Error(said.join(''))
  const { url, token } = JSON.parse(first) as { url: string; token: string; data: string }

  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    }).then((response) => response.json())
  const dispatch = (method: string, input: unknown) => post(`/api/${method}`, input) as Promise<Reply>
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return ended
  }
  return {
    url,
    pid: child.pid ?? 0,
    token,
    data: folder,
    firstLine: first,
    dispatch,
    call: callThrough(dispatch),
    /** An address that opens the app in a browser, once. */
    newAddress: async () => `${url}/#${((await post('/code', null)) as { code: string }).code}`,
    stderr: () => said.join(''),
    ended,
    /** Ends it at once, as a power cut would. */
    kill: () => end('SIGKILL'),
    /** Ends it as a person would; a folder of its own is removed. */
    stop: async () => {
      const how = await end('SIGTERM')
      if (!data) rmSync(folder, { recursive: true, force: true })
      return how
    },
  }
}

export type Headless = Awaited<ReturnType<typeof startHeadless>>
