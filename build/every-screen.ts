// Every screen and what opens on it, as tests/e2e reaches them, in every look and at both sizes: to be looked at.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { sitAsAdmin } from '../tests/e2e/seats.ts'
import { IMPORT } from '../tests/e2e/states-import.ts'
import { LEADS_OWN, MORE } from '../tests/e2e/states-more.ts'
import { EMPTY, enter, FULL, type State } from '../tests/e2e/states.ts'
import { openWindow } from '../tests/e2e/window.ts'
import { launchBrowser } from '../tests/helpers/browser.ts'
import { DAY_ENV } from '../tests/helpers/day.ts'
import { startHeadless, type Headless } from '../tests/helpers/headless.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
]
const LANGUAGES = ['es', 'en'] as const
const THEMES = ['light', 'dark'] as const
type Look = { language: (typeof LANGUAGES)[number]; theme: (typeof THEMES)[number] }
const EXITS: State = { name: 'exits', at: '/exits' }

type Wanted = {
  folder: string
  /** Of `LANGUAGES` and `THEMES`. */
  languages: readonly string[]
  themes: readonly string[]
  /** The states' names; an import is taken from its first step to its last. */
  only: RegExp
}

/** Writes `NAME-WIDTH-THEME-LANGUAGE.png` for each; a state that is not reached is said, and the next one taken. */
export async function everyScreen({ folder, only, ...looks }: Wanted): Promise<void> {
  const languages = LANGUAGES.filter((one) => looks.languages.includes(one))
  const themes = THEMES.filter((one) => looks.themes.includes(one))
  mkdirSync(folder, { recursive: true })
  const browser = await launchBrowser()
  const take = async (app: Headless, states: readonly State[], look: Look) => {
    await app.call('settings.save', look)
    for (const viewport of SIZES) {
      const { page } = await openWindow(browser, app, { viewport, reducedMotion: 'reduce' })
      await page.locator('main h1, main h2').first().waitFor()
      const isOfImport = IMPORT.some(({ name }) => only.test(name))
      for (const state of states.filter(
        (one) => only.test(one.name) || (isOfImport && IMPORT.includes(one)),
      )) {
        const about = [state.name.replace(/[^\p{L}\d]+/gu, '-'), viewport.width, look.theme, look.language]
        await shoot(page, state, join(folder, `${about.join('-')}.png`))
      }
      await page.context().close()
    }
  }
  try {
    for (const language of languages) {
      const [full, empty] = await Promise.all([start('--demo'), start()])
      await empty.call('people.add', { name: 'Lucía Marín', role: 'admin' })
      for (const theme of themes) await take(full, [...FULL, ...MORE, EXITS], { language, theme })
      await sitAsAdmin(full)
      for (const theme of themes) await take(full, [...LEADS_OWN, ...IMPORT], { language, theme })
      for (const theme of themes) await take(empty, EMPTY, { language, theme })
      await Promise.all([full.stop(), empty.stop()])
    }
  } finally {
    await browser.close()
  }
}

async function shoot(page: Page, state: State, path: string): Promise<void> {
  try {
    await enter(page, state)
    // Rows that were asked for, too.
    await page.waitForFunction(() => !document.querySelector('main [role$=cell] > i:only-child'))
    await page.screenshot({ path })
    console.log(path)
  } catch (error) {
    console.error(`${path} was not reached:`, error)
    process.exitCode = 1
  }
}

const start = (...flags: string[]) =>
  startHeadless({ from: 'bundle', flags: ['--no-open', ...flags], env: DAY_ENV })
