import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { axeViolations, openWindow, type Look } from './window.ts'

const SCREENS = ['queue', 'leads', 'import', 'numbers', 'export', 'settings'] as const
const LOOKS: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'es', theme: 'dark' },
]
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
]

let app: Headless
let browser: Browser
beforeAll(async () => {
  app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

describe.each(LOOKS)('in $language, $theme', (look) => {
  it.each(SIZES)(
    'every screen at $width x $height can be used by everyone and breaks nowhere',
    async (viewport) => {
      await app.call('settings.save', look)
      const { page, complaints } = await openWindow(browser, app, { viewport, colorScheme: look.theme })
      const violations: string[] = []
      for (const screen of SCREENS) {
        await page.evaluate((hash) => void (location.hash = hash), `/${screen}`)
        await page.locator('main h1, main h2').first().waitFor()
        await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))
        violations.push(...(await axeViolations(page)).map((violation) => `${screen} ${violation}`))
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, `${screen} is wider than its window`).toBeLessThanOrEqual(0)
      }
      expect(violations).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})
