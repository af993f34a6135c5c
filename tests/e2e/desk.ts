import type { Page } from 'playwright-core'

/** Longer than a new lead is deaf to keys (`DEAF`): the walk's clock is moved on, so nobody waits. */
const LISTENING = 450

export type Rep = ReturnType<typeof repAt>

/** A rep at the desk, who has a keyboard and no mouse. Waits for what the screen says, never for time. */
export function repAt(page: Page) {
  const nameOnDesk = () => page.locator('main h1').innerText()
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
  const listen = () => page.clock.runFor(LISTENING)
  const said = async () => (await page.getByTestId('said').innerText()).trim()

  /** Does something that ends with new words in the live region, which name whoever it was about. */
  async function untilSaid(name: string, deed: () => Promise<unknown>, what = ''): Promise<string> {
    const before = await said()
    await deed()
    const isSaid = ([name, before]: readonly [string, string]) => {
      const now = document.querySelector('[data-testid="said"]')?.textContent ?? ''
      return now.trim() !== before && now.includes(name)
    }
    await page.waitForFunction(isSaid, [name, before] as const).catch(async (cause: unknown) => {
      const seen = await page.locator('body').innerText()
      throw new Error(`Nothing was said of ${name} (${what}). On the screen:\n${seen}`, { cause })
    })
    await listen()
    return said()
  }

  /** Does something that brings the next lead, who may be the same person again. Returns who was called. */
  async function untilNext(deed: () => Promise<unknown>, what?: string): Promise<string> {
    const name = await nameOnDesk()
    await untilSaid(name, deed, what)
    return name
  }

  return {
    nameOnDesk,
    keys,
    type: (text: string) => page.keyboard.type(text),
    listen,
    said,
    untilSaid,
    untilNext,
    /** Space, and somebody answers. */
    talk: () => keys('Space', 'Enter'),
    save: () => keys('Control+Enter'),
    grade: async (grades: Readonly<Record<string, number>>) => {
      for (const [criterion, grade] of Object.entries(grades)) await keys(criterion, String(grade))
    },
  }
}
