import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY, DAY_ENV } from '../helpers/day.ts'
import { startHeadless } from '../helpers/headless.ts'
import { LOGGED, mixed, outcomeOf, WORDS } from './calls.ts'
import { repAt } from './desk.ts'
import { callsIn } from './store.ts'
import { openWindow } from './window.ts'

const CALLS = 60

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

it.each(['en', 'es'] as const)(
  'sixty mixed calls by keyboard alone, in %s: each in the store once',
  async (language) => {
    const app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
    try {
      await app.call('settings.save', { language })
      const { page, complaints } = await openWindow(browser, app)
      const rep = repAt(page)
      await page.locator('main h1').waitFor()
      await rep.listen()
      const plan = mixed(CALLS)
      const names: string[] = []
      for (const [nth, kind] of plan.entries())
        names.push(await rep.untilNext(() => LOGGED[kind](rep, WORDS[language], nth), `${kind}, call ${nth}`))

      const calls = callsIn(app.data, Date.parse(DAY))
      expect(calls.map(({ name, outcome }) => `${outcome} ${name}`)).toEqual(
        plan.map((kind, nth) => `${outcomeOf(kind)} ${names[nth]}`),
      )
      expect(calls.filter(({ byHand }) => byHand)).toEqual([])
      // Each line has the time at which it was begun.
      expect(calls.flatMap(({ note }) => note?.replace(/^\d\d:\d\d /, '') ?? [])).toEqual(
        plan.filter((kind) => kind === 'interested').map(() => WORDS[language].note),
      )
      expect(complaints).toEqual([])
      await page.context().close()
    } finally {
      await app.stop()
    }
  },
)
