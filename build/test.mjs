// `npm test`: types, lint, build, every test, the walks in a real browser. `npm test -- PATTERN` runs the matching tests
// only; `--electron` walks in the desktop window as well. The last line is always `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { browserOrAdvice } from './browser/install.mjs'
import { bundleIfStale } from './bundle/stale.mjs'
import { countReport } from './check/count.mjs'
import { runtime } from './desk/runtime.mjs'

const bin = (/** @type {string} */ name) =>
  join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(command, args, env = process.env) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' }
  return spawnSync(bin(command), args, options).status === 0
}

const NO_RUNTIME = "Electron's runtime is not here; `npm run electron` fetches it where it can be reached."

const total = { passed: 0, failed: 0 }

/** @param {string} name @param {() => boolean} check */
function step(name, check) {
  const began = Date.now()
  console.log(`\n${name}`)
  const passed = check()
  total[passed ? 'passed' : 'failed']++
  console.log(`${name}: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** @param {string} name @param {string[]} projects @param {NodeJS.ProcessEnv} [env] */
function vitest(name, projects, env) {
  console.log(`\n${name}`)
  const report = join('out', 'test', `${name}.json`)
  rmSync(report, { force: true })
  const args = ['run', '--config', 'build/vitest.config.ts', '--passWithNoTests']
  for (const project of projects) args.push('--project', project)
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters)
  const { passed, failed } = countReport(report, run('vitest', args, env))
  total.passed += passed
  total.failed += failed
}

const flags = process.argv.slice(2)
const electron = flags.includes('--electron')
const filters = flags.filter((flag) => flag !== '--electron')
mkdirSync(join('out', 'test'), { recursive: true })

if (filters.length === 0) {
  step('types', () => run('tsc', ['--noEmit']))
  step('lint', () => {
    const linted = run('oxlint', ['-c', 'build/oxlintrc.json', '--type-aware'])
    return run('prettier', ['--config', 'build/prettier.json', '--check', '--log-level=warn', '.']) && linted
  })
}

if (!bundleIfStale()) total.failed++
vitest('tests', ['node', 'screen'])
if (globSync('tests/e2e/**/*.walk.ts').length > 0) walk()

function walk() {
  const { browser, advice } = browserOrAdvice()
  const desktop = electron ? runtime() : null
  const lack = advice ?? (electron && !desktop ? NO_RUNTIME : null)
  if (lack) {
    console.error(lack)
    total.failed++
    return
  }
  const env = { ...process.env, CALLWRIGHT_BROWSER: browser }
  vitest('walks', ['walks'], desktop ? { ...env, CALLWRIGHT_ELECTRON: desktop } : env)
}

if (total.passed + total.failed === 0) {
  console.error(`No test matches ${filters.join(' ')}.`)
  total.failed++
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
