import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { launchBrowser } from '../helpers/browser.ts'
import { DAY, DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { LOGGED, mixed, outcomeOf, WORDS } from './calls.ts'
import { repAt, type Rep } from './desk.ts'
import { callsIn } from './store.ts'
import { openWindow } from './window.ts'

const data = mkdtempSync(join(tmpdir(), 'callwright-killed-'))
const NOTE = 'Quiere un caso de automoción; Carmen deci'
/** The line has the time at which it was begun. */
const STAMPED = new RegExp(`^\\d\\d:\\d\\d ${NOTE}$`)
const words = WORDS.es

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(async () => {
  await browser?.close()
  rmSync(data, { recursive: true, force: true })
})

/** What a window said was saved, and what it was about to save when the engine went. */
const confirmed: string[] = []
const plan = mixed(40)
let made = 0

it('a morning with three power cuts: what was said to be saved is there, once, and so is what was typed', async () => {
  // In the middle of a note.
  await sitting(async ({ app, page, rep }) => {
    await calls(rep, 6)
    await rep.talk()
    await rep.keys('n', '1', 'm')
    const kept = page.waitForResponse(
      (reply) => reply.url().endsWith('desk.note') && (reply.request().postData() ?? '').includes(NOTE),
    )
    await rep.type(NOTE)
    await kept
    await app.kill()
    await page.keyboard.press('Control+Enter')
    await page.getByText('no responde').or(page.getByRole('alert')).first().waitFor()
  })

  // In the middle of saving: the answer never comes.
  await sitting(async ({ app, page, rep }) => {
    expect(await page.locator('[data-field=note] textarea').inputValue()).toMatch(STAMPED)
    await page.getByRole('timer', { name: 'hablando' }).waitFor()
    expect(await page.getByRole('button', { name: /Imprescindible/ }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await calls(rep, 7)
    await rep.keys('Space', '1')
    await app.kill()
  })

  // Between a refusal and its mend.
  await sitting(async ({ app, page, rep }) => {
    await calls(rep, 7)
    await rep.talk()
    await rep.keys('7', 'Tab')
    await rep.type('jue 12')
    await rep.save()
    await page.getByRole('alert').waitFor()
    await app.kill()
  })

  await sitting(async ({ app, rep }) => {
    await calls(rep, 4)
    await app.stop()
  })

  const kept = callsIn(data, Date.parse(DAY))
  const unsaid = kept.filter(({ name, outcome }) => !confirmed.includes(`${outcome} ${name}`))
  expect(
    kept.filter((call) => !unsaid.includes(call)).map(({ name, outcome }) => `${outcome} ${name}`),
  ).toEqual(confirmed)
  // The one whose answer was lost is there whole or not at all.
  expect(unsaid.map(({ outcome }) => outcome)).toEqual(unsaid.length === 0 ? [] : ['no_answer'])
  expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
  const typed = kept.flatMap(({ note }) => note ?? [])
  expect(typed.filter((note) => STAMPED.test(note))).toHaveLength(1)
})

type Sitting = { app: Headless; page: Page; rep: Rep }

let begun = 0
/** The app started anew on the same data, a few minutes after the last time. */
async function sitting(work: (sitting: Sitting) => Promise<void>): Promise<void> {
  const now = new Date(Date.parse(DAY) + 5 * MINUTE * begun++).toISOString()
  const env = { ...DAY_ENV, CALLWRIGHT_CLOCK: now }
  const app = await startHeadless({ data, from: 'bundle', flags: ['--no-open', '--demo'], env })
  await app.call('settings.save', { language: 'es' })
  const { page } = await openWindow(browser, app, { now })
  const rep = repAt(page)
  await page.locator('main h1').waitFor()
  await rep.listen()
  await work({ app, page, rep })
  await page.context().close()
}

async function calls(rep: Rep, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const kind = plan[made] ?? 'no_answer'
    const name = await rep.untilNext(() => LOGGED[kind](rep, words, made), kind)
    confirmed.push(`${outcomeOf(kind)} ${name}`)
    made++
  }
}
