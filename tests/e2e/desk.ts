import type { Page } from 'playwright-core'

import { en } from '#renderer/i18n/en'
import { es } from '#renderer/i18n/es'

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

  /** Does something after which the live region says that it was saved for whoever it was about. */
  async function untilSaved(name: string, deed: () => Promise<unknown>, what = ''): Promise<void> {
    const before = await said.evaluate((log) => Number(log.lastElementChild?.getAttribute('data-nth') ?? 0))
    await deed()
    const words = SAVED.map((text) => text.replace('{{name}}', name))
    const sentence = page.waitForFunction(newerWith, [words, before] as const)
    await sentence.catch(async (cause: unknown) => {
      const seen = await page.locator('body').innerText()
      throw new Error(`Nothing was saved for ${name} (${what}). On the screen:\n${seen}`, { cause })
    })
    await listen()
  }

  /** Does something that brings the next lead, who may be the same person again. Returns who was called. */
  async function untilNext(deed: () => Promise<unknown>, what?: string): Promise<string> {
    const name = await nameOnDesk()
    await untilSaved(name, deed, what)
    return name
  }

  return {
    nameOnDesk,
    keys,
    type: (text: string) => page.keyboard.type(text),
    listen,
    untilNext,
    /** Space, and somebody answers. */
    talk: () => keys('Space', 'Enter'),
    save: () => keys('Control+Enter'),
    grade: async (grades: Readonly<Record<string, number>>) => {
      for (const [criterion, grade] of Object.entries(grades)) await keys(criterion, String(grade))
    },
  }
}

/** How it is said that an outcome was saved, and for whom: a reminder may name the same person at that moment. */
const SAVED = [en, es].map(
  ({ call: { said } }) => /(?<=\}\}).*?\{\{name\}\}/.exec(said.logged)?.[0] ?? said.logged,
)

/** In the page: whether a sentence with one of those words was said after the `before`th. */
function newerWith([words, before]: readonly [readonly string[], number]): boolean {
  const sentences = document.querySelectorAll<HTMLElement>('[data-testid="said"] p')
  const newer = [...sentences].filter(({ dataset }) => Number(dataset['nth']) > before)
  return newer.some(({ textContent }) => words.some((text) => textContent.includes(text)))
}
