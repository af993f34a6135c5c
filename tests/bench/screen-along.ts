import { launchBrowser, openPage } from '../helpers/browser.ts'
import type { Headless } from '../helpers/headless.ts'
import { watch } from './ui-watch.ts'

/** Milliseconds after the first card in which the rest of the screen comes. */
const SETTLED = 1500

/** A window on the queue, and the longest task of its own thread (ms) from then until `stop`; 0 = none over 50. */
export async function screenAlong(app: Headless): Promise<{ stop: () => Promise<number> }> {
  const browser = await launchBrowser()
  const page = await openPage(browser, app, {}, [(window) => window.addInitScript(watch)])
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(SETTLED)
  await page.evaluate(() => (window.bench.longTasks = []))
  return {
    stop: async () => {
      const tasks = await page.evaluate(() => window.bench.longTasks)
      await browser.close()
      return Math.round(Math.max(0, ...tasks))
    },
  }
}
