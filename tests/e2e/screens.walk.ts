import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { EMPTY, enter, FULL, type State } from './states.ts'
import { axeViolations, cutOff, openWindow } from './window.ts'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 900, height: 700 }
/** 1280 x 800 at 200 % zoom. */
const ZOOMED = { width: 640, height: 400 }

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

type Run = {
  language: 'es' | 'en'
  viewport: { width: number; height: number }
  /** How much of axe: in every look, in one, or only what is cut. */
  axe: 'looks' | 'light' | 'none'
}
const RUNS: readonly Run[] = [
  { language: 'es', viewport: WIDE, axe: 'looks' },
  { language: 'es', viewport: NARROW, axe: 'none' },
  { language: 'es', viewport: ZOOMED, axe: 'light' },
  { language: 'en', viewport: WIDE, axe: 'none' },
  { language: 'en', viewport: ZOOMED, axe: 'none' },
]

describe.each([
  { workspace: 'with work in it', flags: ['--no-open', '--demo'], states: FULL, runs: RUNS },
  { workspace: 'with nobody in it', flags: ['--no-open'], states: EMPTY, runs: [RUNS[0], RUNS[2]] },
])('every screen and state of a workspace $workspace', ({ flags, states, runs }) => {
  let app: Headless
  beforeAll(async () => {
    app = await startHeadless({ from: 'bundle', flags, env: DAY_ENV })
    const { reps } = await app.call('app.state', {})
    if (reps.length === 0) await app.call('people.add', { name: 'Lucía Marín', role: 'admin' })
  })
  afterAll(() => app?.stop())

  it.each(runs.filter((run) => run !== undefined))(
    'in $language at $viewport.width x $viewport.height: for everybody, axe in $axe, nothing cut',
    async ({ language, viewport, axe }) => {
      await app.call('settings.save', { language, theme: 'system' })
      const { page, complaints } = await openWindow(browser, app, { viewport, reducedMotion: 'reduce' })
      await page.locator('main h1, main h2').first().waitFor()
      const found: string[] = []
      for (const state of states) {
        await enter(page, state)
        found.push(...(await wrongIn(page, state, axe)))
      }
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})

async function wrongIn(page: Page, { name }: State, axe: Run['axe']): Promise<string[]> {
  const found = (await cutOff(page)).map((what) => `${name}: ${what}`)
  const add = async (look: string, only: 'all' | 'colours') =>
    found.push(...(await axeViolations(page, only)).map((what) => `${name}, ${look}: ${what}`))
  if (axe !== 'none') await add('light', 'all')
  if (axe !== 'looks') return found
  await page.emulateMedia({ colorScheme: 'dark' })
  await add('dark', 'colours')
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await add('forced colours', 'colours')
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}
