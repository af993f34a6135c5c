// `npm run screenshots`: the pictures of README.md, taken of the sample workspace on a fixed day. `-- DIR en,es light,dark
// [NAME]` takes every screen in every look into DIR instead, or those whose names have NAME in them: to be looked at.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

import { browserOrAdvice } from './browser/install.mjs'
import { bundleIfStale } from './bundle/stale.mjs'

const DAY = '2026-11-24T09:42:00Z'
const ZONE = 'Europe/Madrid'
const SIZE = { width: 1280, height: 800 }
/** A call in progress: answered, two grades and a note. */
const TALKING = ['Space', 'Enter', 'n', '1', 'b', '2', 'm']
const NOTE = '10:43 scrap over 6 %, two clients lost; Carmen decides in November'
const README = [
  { name: 'call', screen: 'queue', language: 'en', theme: 'light', keys: TALKING },
  { name: 'numbers', screen: 'numbers', language: 'en', theme: 'light' },
].map((shot) => ({ keys: /** @type {string[]} */ ([]), ...shot }))

const [folder = join('docs', 'screenshots'), languages, themes = 'light', only = ''] = process.argv.slice(2)

if (!bundleIfStale()) process.exit(1)
const { browser: executablePath, advice } = browserOrAdvice()
if (advice) {
  console.error(advice)
  process.exit(1)
}
if (languages) {
  const { everyScreen } = await import('./every-screen.ts')
  const looks = { languages: languages.split(','), themes: themes.split(',') }
  await everyScreen({ folder, ...looks, only: new RegExp(only) })
  process.exit()
}
mkdirSync(folder, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'callwright-screenshots-'))
const engine = spawn(
  process.execPath,
  [join('out', 'electron', 'headless.js'), '--data', data, '--demo', '--no-open'],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: ZONE, CALLWRIGHT_CLOCK: DAY } },
)
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({
  executablePath,
  args: [
    ...sandbox,
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--force-color-profile=srgb',
  ],
})
try {
  const [line] = await new Promise((resolve) =>
    createInterface(engine.stdout).once('line', (text) => resolve([text])),
  )
  const { url, token } = JSON.parse(line)
  /** @param {string} path @param {object} body */
  const post = async (path, body) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  for (const { language, theme, screen, name, keys } of README) {
    await post('/api/settings.save', { language, theme })
    const { code } = await post('/code', {})
    const page = await browser.newPage({ viewport: SIZE, timezoneId: ZONE, reducedMotion: 'reduce' })
    await page.clock.install({ time: new Date(DAY) })
    await page.goto(`${url}/#${code}`)
    await page.locator('main h1').first().waitFor()
    await page.evaluate((hash) => void (location.hash = hash), `/${screen}`)
    await page.locator('main h1').first().waitFor()
    await page.waitForFunction(
      () => !document.querySelector('main [aria-busy="true"], main [role="status"][aria-label] > i'),
    )
    await page.evaluate(() => document.fonts.ready)
    await page.clock.runFor(1000)
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.clock.runFor(1000)
    }
    if (keys.length > 0) {
      await page.keyboard.type(NOTE)
      // The meter shows what the engine made of the answers.
      await page.getByText(/42\.5/).first().waitFor()
    }
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(join(folder, `${name}.png`))
    await page.close()
  }
} finally {
  await browser.close()
  engine.kill('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
