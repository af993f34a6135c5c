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

/** Stands in for npm: notes that it ran, and does what the case wants. */
const NPM = `
import { appendFileSync, mkdirSync } from 'node:fs'
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
mkdirSync('node_modules', { recursive: true })
process.stderr.write(process.env.NPM_SAYS ?? '')
process.exit(process.env.NPM_SAYS ? 1 : 0)
`

/** A folder as it is after cloning: the launcher, what it reads, and tasks of the test's own. */
export function freshClone(tasks: Record<string, string> = {}) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'callwright-clone-')))
  const write = (name: string, text: string) => writeFileSync(join(root, name), text)
  const manifest = (parts: object) => write('package.json', JSON.stringify({ type: 'module', ...parts }))
  mkdirSync(join(root, 'build/node24'), { recursive: true })
  for (const part of ['run.mjs', 'setup', 'bundle', 'node24/package.json'])
    cpSync(join('build', part), join(root, 'build', part), { recursive: true })
  manifest({ dependencies: { a: '1.0.0' } })
  write('package-lock.json', '{}')
  write('npm.mjs', NPM)
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
    /** One line for each time npm was asked to install. */
    installs: () =>
      existsSync(join(root, 'npm.log')) ? readFileSync(join(root, 'npm.log'), 'utf8').trim().split('\n') : [],
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
