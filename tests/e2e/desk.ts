import type { Page } from 'playwright-core'

/** Longer than a new lead is deaf to keys (`DEAF`): the walk's clock is moved on, so nobody waits. */
const LISTENING = 450

/** A rep at the desk, who has a keyboard and no mouse. */
export function repAt(page: Page) {
  const nameOnDesk = () => page.locator('main h1').innerText()
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
  const type = (text: string) => page.keyboard.type(text)
  const listen = () => page.clock.runFor(LISTENING)

  /** Does something that brings the next lead, and waits until that one is there. Returns who was called. */
  async function untilNext(deed: () => Promise<unknown>): Promise<string> {
    const name = await nameOnDesk()
    await deed()
    await page.waitForFunction((before) => document.querySelector('main h1')?.textContent !== before, name)
    await listen()
    return name
  }

  return {
    nameOnDesk,
    keys,
    type,
    listen,
    untilNext,
    /** Space, and somebody answers. */
    talk: () => keys('Space', 'Enter'),
    save: () => keys('Control+Enter'),
    grade: async (grades: Readonly<Record<'b' | 'a' | 'n' | 't', number>>) => {
      for (const [criterion, grade] of Object.entries(grades)) {
        await keys(criterion, String(grade))
        // The engine has it when the row is closed again.
        await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))
      }
    },
  }
}
