import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { openPage } from '../helpers/browser.ts'
import { DAY, ZONE } from '../helpers/day.ts'
import type { Headless } from '../helpers/headless.ts'

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

/** Beyond what axe does unasked: WCAG 2.2's size of targets. */
const ALL = { rules: { 'target-size': { enabled: true } } }
/** What hangs on the colours alone. */
const COLOURS = { runOnly: ['color-contrast'] }

/** Violations of WCAG 2.2 A and AA and of best practice: the rule, then the places. */
export async function axeViolations(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Evaluated, since the page's policy rightly refuses added script tags.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options = only === 'all' ? ALL : COLOURS
  const found = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    options,
  )
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`,
  )
}

/** What a reader can't get at: the page wider than its window, or words cut off without a sign that they go on. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className.split(' ')[0]} "${element.textContent?.slice(0, 40)}"`
    const found: string[] = []
    const wider = document.documentElement.scrollWidth - innerWidth
    if (wider > 0) found.push(`the page is ${wider} px wider than its window`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('.sr-only, svg, [aria-hidden=true], option') || element.offsetParent === null)
        continue
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!hasWords) continue
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      // Put out of sight on purpose, until it has the focus.
      if (box.bottom <= 0 || box.right <= 0) continue
      const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (style.overflowX === 'hidden' && !isEllipsis && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${name(element)}`)
      // Outside its window, and nothing around it scrolls there.
      let around: HTMLElement | null = element
      let scrolls = false
      while ((around = around.parentElement)) scrolls ||= around.scrollWidth > around.clientWidth + 1
      if (!scrolls && (box.right > innerWidth + 1 || box.left < -1)) found.push(`outside: ${name(element)}`)
    }
    return found
  })
