import { startHeadless } from '../helpers/headless.ts'
import { launchBrowser, openPage } from '../helpers/browser.ts'

type Painted = { data: string; now: number; presses: number }

/** Milliseconds from the key to the frame; of those, until the engine's answer was there, and from then on. */
type Turn = { painted: number; answered: number; drawn: number }

declare global {
  interface Window {
    benchTurns: Turn[]
  }
}

/** A new lead takes no key for so long. */
const GUARD = 450

/**
 * From the key of an outcome to the first frame that shows another name, each measured inside the page of the real app
 * in a real browser.
 */
export async function painted({ data, now, presses }: Painted): Promise<Turn[]> {
  const env = { CALLWRIGHT_CLOCK: new Date(now).toISOString() }
  const app = await startHeadless({ data, from: 'bundle', env })
  const browser = await launchBrowser()
  try {
    const page = await openPage(browser, app)
    await page.locator('h1').first().waitFor()
    await page.evaluate(watchName)
    for (let pressed = 0; pressed < presses; pressed++) {
      await page.waitForTimeout(GUARD)
      await page.keyboard.press('1')
      await page.waitForFunction((wanted) => window.benchTurns.length === wanted, pressed + 1, {
        // Asking at every frame would be work in the frames that are measured.
        polling: 100,
      })
    }
    return await page.evaluate(() => window.benchTurns)
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** Runs in the page: from the key's own time stamp to the task after the frame in which the name is another one. */
function watchName(): void {
  const nameNow = () => document.querySelector('h1')?.textContent ?? ''
  let name = nameNow()
  let pressedAt = 0
  window.benchTurns = []
  const turnOf = (since: number): Turn => {
    const logged = performance
      .getEntriesByType('resource')
      .findLast(({ name }) => name.endsWith('/api/call.log'))
    const painted = performance.now() - since
    const answered = logged && 'responseEnd' in logged ? Number(logged.responseEnd) - since : NaN
    performance.clearResourceTimings()
    return { painted, answered, drawn: painted - answered }
  }
  window.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true)
  new MutationObserver(() => {
    const now = nameNow()
    if (now === name || now === '' || pressedAt === 0) return
    const since = pressedAt
    name = now
    pressedAt = 0
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => window.benchTurns.push(turnOf(since)), {
        once: true,
      })
      port1.start()
      port2.postMessage(null)
    })
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}
