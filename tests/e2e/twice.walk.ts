import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY, DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { repAt, type Rep } from './desk.ts'
import { callsIn } from './store.ts'
import { openWindow } from './window.ts'

let browser: Browser
let app: Headless
let page: Page
let rep: Rep
beforeAll(async () => {
  browser = await launchBrowser()
  app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
  await app.call('settings.save', { language: 'en' })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
beforeEach(async () => ({ page, rep } = await window()))
afterEach(() => page.context().close())

async function window() {
  const { page } = await openWindow(browser, app)
  const rep = repAt(page)
  await page.locator('main h1').waitFor()
  await rep.listen()
  return { page, rep }
}
const callsTo = (name: string) =>
  callsIn(app.data, Date.parse(DAY)).filter((call) => call.name === name && call.outcome !== 'none')
const outcomesOf = (name: string) => callsTo(name).map(({ outcome }) => outcome)

it('a key pressed twice, or held, is one dial and one call', async () => {
  const { result: dials, stop } = dialsOf(page)
  await rep.keys('Space', 'Space', 'Enter', 'Enter')
  await page.getByRole('timer', { name: 'talking' }).waitFor()
  await rep.keys('4')
  const next = await rep.untilNext(() => rep.keys('Control+Enter', 'Control+Enter'))
  expect(outcomesOf(next)).toEqual(['gatekeeper'])
  stop()
  // The second asks in vain: the engine refuses to dial what rings.
  expect(await Promise.all(dials)).toEqual(['dialled', 'refused'].slice(0, dials.length))

  const second = await rep.untilNext(() => rep.keys('1', '1', '1'))
  expect(outcomesOf(second)).toEqual(['no_answer'])
  const third = await rep.nameOnDesk()
  await page.keyboard.down('1')
  await page.keyboard.down('1')
  await page.keyboard.down('1')
  await page.keyboard.up('1')
  await page.waitForFunction((name) => document.querySelector('main h1')?.textContent !== name, third)
  const fourth = await rep.nameOnDesk()
  expect([outcomesOf(third), outcomesOf(fourth)]).toEqual([['no_answer'], []])
})

it('two windows on one lead are one call, and the slower one says so and goes on', async () => {
  const other = await window()
  const name = await rep.nameOnDesk()
  // Nobody is served what is before somebody else; who asks for it by its address gets it all the same.
  expect(await other.rep.nameOnDesk()).not.toBe(name)
  const leadId = await page.evaluate(
    () => Object.entries(sessionStorage).find(([key]) => key.startsWith('callwright.desk '))?.[1],
  )
  await other.page.evaluate((id) => void (location.hash = `#/queue/${id}`), leadId)
  await other.page.locator('main h1', { hasText: name }).waitFor()
  await other.rep.listen()
  await rep.untilNext(() => rep.keys('2'))
  await other.rep.keys('1')
  await other.page.getByRole('alert').getByText('saved already, perhaps in another window').waitFor()
  expect(outcomesOf(name)).toEqual(['busy'])
  await other.rep.listen()
  await other.rep.keys('j')
  await other.page.waitForFunction((name) => document.querySelector('main h1')?.textContent !== name, name)
  await other.page.context().close()
})

it.each([
  ['a laptop that slept', () => page.clock.fastForward('02:00:00')],
  ['a clock set an hour ahead', () => page.clock.setSystemTime(new Date(Date.parse(DAY) + 3_600_000))],
  ['a clock set an hour back', () => page.clock.setSystemTime(new Date(Date.parse(DAY) - 3_600_000))],
])('%s in a call: one call, as long as it was', async (_, happen) => {
  await rep.talk()
  const timer = page.getByRole('timer', { name: 'talking' })
  await timer.waitFor()
  await happen()
  await rep.keys('4')
  const name = await rep.untilNext(() => rep.save())
  const [call] = callsTo(name)
  expect(callsTo(name)).toHaveLength(1)
  // The engine's clock goes on as it does: the call took as long as the walk did.
  expect(call?.talk).toBeLessThan(60)
})

/** What the engine made of every dial from now on. */
function dialsOf(page: Page) {
  const result: Promise<string>[] = []
  const hear = (response: import('playwright-core').Response) => {
    if (!response.url().endsWith('/call.dial')) return
    result.push(response.json().then((reply: { value: { kind: string } }) => reply.value.kind))
  }
  page.on('response', hear)
  return { result, stop: () => page.off('response', hear) }
}
