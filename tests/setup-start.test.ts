import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Stands in for Electron's runtime, which is not to be had everywhere: says what it was asked and does as told. */
function standIn(deed: string): NodeJS.ProcessEnv {
  const program = `#!${process.execPath}
    require('fs').writeFileSync(__dirname + '/asked', JSON.stringify(process.argv.slice(2)))
    ${deed}`
  writeFileSync(join(folder, 'electron'), program)
  chmodSync(join(folder, 'electron'), 0o755)
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' }
}

const asked = () => JSON.parse(readFileSync(join(folder, 'asked'), 'utf8')) as unknown

describe('npm start', () => {
  it('opens the desktop with its flags, and ends as that ends', () => {
    const env = standIn("process.send('ready', () => process.exit(3))")
    const flags = ['--demo', '--data', folder]
    const { status, stdout } = spawnSync(process.execPath, ['build/start.mjs', ...flags], {
      env,
      encoding: 'utf8',
    })
    expect({ status, stdout, asked: asked() }).toEqual({ status: 3, stdout: '', asked: ['.', ...flags] })
  })

  it.each([
    { why: 'the window cannot open', env: {}, flags: [], tried: true },
    { why: 'there is no screen', env: { DISPLAY: '', WAYLAND_DISPLAY: '' }, flags: [], tried: false },
    { why: 'that was asked for', env: {}, flags: ['--no-open'], tried: false },
  ])('serves the same app, and prints where, when $why', async ({ env, flags, tried }) => {
    const data = join(folder, 'data')
    const child = spawn(process.execPath, ['build/start.mjs', '--data', data, ...flags], {
      env: { ...standIn('process.exit(127)'), CALLWRIGHT_BROWSER: '/nowhere', ...env },
    })
    const ended = once(child, 'exit')
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
    expect(JSON.parse(String(line))).toMatchObject({
      data,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    })
    expect(existsSync(join(folder, 'asked'))).toBe(tried)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(existsSync(join(data, 'callwright.db'))).toBe(true)
  })
})

describe('npm run electron', () => {
  it('says plainly where no window can open, and what does', () => {
    const env = { ...standIn(''), DISPLAY: '', WAYLAND_DISPLAY: '' }
    const { status, stderr } = spawnSync(process.execPath, ['build/electron.mjs'], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('"npm start" opens the same app in an installed browser.')
  })
})
