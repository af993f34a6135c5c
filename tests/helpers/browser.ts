import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

import { findBrowser, QUIET, sandboxFlags } from '#electron/http/browser'
import type { Headless } from './headless.ts'

/** The system's own browser. Throws when there is none: a walk that did not walk must not pass. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium, Chrome, Edge or Brave was found; see "npm test".')
  return chromium.launch({ executablePath, args: [...QUIET, ...sandboxFlags(), '--disable-gpu', ...more] })
}

/** A window on a headless process, let in by a code of its own. `before` runs before the page is there. */
export async function openPage(
  browser: Browser,
  app: Headless,
  options: BrowserContextOptions = {},
  before: readonly ((page: Page) => unknown)[] = [],
): Promise<Page> {
  const page = await openWindow(browser, options)
  for (const prepare of before) await prepare(page)
  await page.goto(await app.newAddress())
  return page
}

/** An empty window of a Spanish desk. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES', timezoneId: 'Europe/Madrid', ...options })
  return context.newPage()
}
