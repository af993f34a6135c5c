import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { openPage } from '../helpers/browser.ts'
import { DAY, ZONE } from '../helpers/day.ts'
import type { Headless } from '../helpers/headless.ts'

export type Look = { language: 'es' | 'en'; theme: 'light' | 'dark' }

/** A window on the app, on the day the engine lives. Whatever the page complains of is kept. */
export async function openWindow(
  browser: Browser,
  app: Headless,
  { now = DAY, ...options }: BrowserContextOptions & { now?: string } = {},
) {
  const complaints: string[] = []
  const page = await openPage(
    browser,
    app,
    { timezoneId: ZONE, viewport: { width: 1280, height: 800 }, ...options },
    [
      (page) => page.clock.install({ time: new Date(now) }),
      (page) => {
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
        page.on('pageerror', (error) => complaints.push(error.message))
      },
    ],
  )
  return { page, complaints }
}

/** Violations of WCAG 2.2 A and AA and of best practice: the rule, then the places. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, since the page's policy rightly refuses added script tags.
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`,
  )
}
