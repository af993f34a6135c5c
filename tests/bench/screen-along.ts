import { launchBrowser, openPage } from '../helpers/browser.ts'
import type { Headless } from '../helpers/headless.ts'
import { watch } from './ui-watch.ts'

/** Milliseconds after the first card in which the rest of the screen comes. */
const SETTLED = 1500

/** An event of the browser's own record; `tdur` in microseconds of the processor. */
type Task = { name: string; tdur?: number; pid: number; tid: number; args?: { name?: string } }

/**
 * A window on the queue. From then until `stop`, the longest task of its own thread in ms on the wall (0 = none over 50),
 * and the most of the processor's time that any took: where the one is long and the other short, the machine was busy.
 */
export async function screenAlong(
  app: Headless,
): Promise<{ stop: () => Promise<{ screenMs: number; screenCpuMs: number }> }> {
  const browser = await launchBrowser()
  const page = await openPage(browser, app, {}, [(window) => window.addInitScript(watch)])
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(SETTLED)
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await page.evaluate(() => (window.bench.longTasks = []))
  return {
    stop: async () => {
      const tasks = await page.evaluate(() => window.bench.longTasks)
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Task[] }
      await browser.close()
      return {
        screenMs: Math.round(Math.max(0, ...tasks)),
        screenCpuMs: Math.round(Math.max(0, ...mainTasks(traceEvents)) / 1000),
      }
    },
  }
}

/** Microseconds of the processor that each task of a page's main thread took. */
function mainTasks(events: readonly Task[]): number[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const isMain = ({ pid, tid }: Task) => mains.some((main) => main.pid === pid && main.tid === tid)
  return events.filter((event) => event.name.endsWith('RunTask') && isMain(event)).map(({ tdur = 0 }) => tdur)
}
