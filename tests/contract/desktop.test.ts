import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { defaultDataFolder } from '#electron/engine/data-folder'
import { findBrowser } from '#electron/http/browser'
import { openUri } from '#electron/http/open-uri'

describe('the data folder', () => {
  const home = join('/home', 'ana')
  it.each([
    ['linux', {}, join(home, '.local', 'share', 'Callwright')],
    ['linux', { XDG_DATA_HOME: join('/data') }, join('/data', 'Callwright')],
    ['darwin', {}, join(home, 'Library', 'Application Support', 'Callwright')],
    ['win32', { APPDATA: join('/roaming') }, join('/roaming', 'Callwright')],
    ['win32', {}, join(home, 'AppData', 'Roaming', 'Callwright')],
  ] as const)('on %s with %j is where the platform keeps it', (platform, env, folder) => {
    expect(defaultDataFolder(false, { platform, env, home })).toBe(folder)
    expect(defaultDataFolder(true, { platform, env, home })).toBe(`${folder} Demo`)
  })
})

describe('finding a browser', () => {
  const found = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...there: string[]) =>
    findBrowser({ platform, env, runs: (path) => there.includes(path) })

  it('looks on the path, Chromium before the others', () => {
    const env = { PATH: '/bin:/usr/bin' }
    expect(found('linux', env, '/usr/bin/brave', '/usr/bin/chromium')).toBe('/usr/bin/chromium')
    expect(found('linux', env, '/usr/bin/brave')).toBe('/usr/bin/brave')
    expect(found('linux', env)).toBeNull()
  })

  it('looks where macOS and Windows keep programs', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(found('darwin', {}, edge)).toBe(edge)
    const chrome = join('/programs', 'Google/Chrome/Application/chrome.exe')
    expect(found('win32', { ProgramFiles: '/programs' }, chrome)).toBe(chrome)
  })

  it('takes the one that was named, or none', () => {
    const env = { PATH: '/bin', CALLWRIGHT_BROWSER: '/opt/mine' }
    expect(found('linux', env, '/opt/mine', '/bin/chromium')).toBe('/opt/mine')
    expect(found('linux', env, '/bin/chromium')).toBeNull()
  })
})

describe('handing a number to the phone', () => {
  const taken = [process.execPath, '-e', 'process.exit(0)'] as const
  const refused = [process.execPath, '-e', 'process.exit(3)'] as const

  it('says whether the opener took it', async () => {
    expect(await openUri('tel:+34911234567', [...taken])).toBe(true)
    expect(await openUri('tel:+34911234567;ext=14', [...taken])).toBe(true)
    expect(await openUri('sip:ana@example.com', [...taken])).toBe(true)
    expect(await openUri('tel:+34911234567', [...refused])).toBe(false)
    expect(await openUri('tel:+34911234567', ['/nowhere/opener'])).toBe(false)
  })

  it.each([
    'https://example.com',
    'file:///etc/passwd',
    'tel:',
    'tel:+34 911',
    'tel:+34;rm -rf',
    'tel:+34911234567;ext=1;x',
    'tel:+34$(id)',
    '-h',
    '',
  ])('never hands over %j', async (uri) => {
    expect(await openUri(uri, [...taken])).toBe(false)
  })
})
