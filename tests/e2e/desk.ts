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
  const said = page.getByTestId('said')

  /** Does something after which the live region says a sentence that names whoever it was about. */
  async function untilSaid(name: string, deed: () => Promise<unknown>, what = ''): Promise<string> {
    const before = await said.evaluate((log) => Number(log.lastElementChild?.getAttribute('data-nth') ?? 0))
    await deed()
    const sentence = page.waitForFunction(newerOn, [name, before] as const)
    const found = await sentence.catch(async (cause: unknown) => {
      const seen = await page.locator('body').innerText()
      throw new Error(`Nothing was said of ${name} (${what}). On the screen:\n${seen}`, { cause })
    })
    await listen()
    return String(await found.jsonValue())
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

/** In the page: the sentence on that person that was said after the `before`th. */
function newerOn([name, before]: readonly [string, number]): string | null {
  const sentences = document.querySelectorAll<HTMLElement>('[data-testid="said"] p')
  const newer = [...sentences].filter(({ dataset }) => Number(dataset['nth']) > before)
  return newer.find(({ textContent }) => textContent.includes(name))?.textContent ?? null
}
