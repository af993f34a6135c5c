import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { UNREACHED } from '../helpers/unreached.ts'
import { sample } from './sample.ts'
import { openWindow } from './window.ts'

const here = sample()

const NOTES = [
  'first of three',
  'second of three, which goes on and on until no line can hold it all',
  'third',
]
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
]

it('each line is stamped, the undo of the browser takes it back, the last three stay in sight while one types', async () => {
  await here.app.call('settings.save', { language: 'en' })
  const { page, complaints } = await openWindow(here.browser, here.app)
  await page.locator('main h1').waitFor()
  await page.evaluate((hash) => void (location.hash = hash), `/queue/${await withNotes()}`)
  await page
    .getByText(NOTES[0] ?? '')
    .first()
    .waitFor()
  // The reminder of the sample workspace takes the most room.
  await page.getByRole('region', { name: 'Promises whose time has come' }).waitFor()
  await page.clock.runFor(500)
  await page.keyboard.press('m')
  await page.keyboard.type('wants a case')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2 offers')
  const field = page.locator('[data-field=note] textarea')
  expect(await field.inputValue()).toMatch(/^\d\d:\d\d wants a case\n\d\d:\d\d 2 offers$/)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.keyboard.type('.')
    expect(await inSight(page)).toEqual([true, true, true, true])
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('x')
  for (let press = 0; press < 40; press++) await page.keyboard.press('Control+z')
  expect(await field.inputValue()).toBe('')
  expect(complaints).toEqual([])
})

/** A lead on which three calls were noted. */
async function withNotes(): Promise<string> {
  const { lists } = await here.app.call('app.state', {})
  const page = { filter: {}, sort: 'newest', descending: true, offset: 0, limit: 1 } as const
  const leadId = (await here.app.call('leads.page', page)).rows[0]?.leadId ?? ''
  const listId = lists[0]?.id ?? ''
  for (const note of NOTES) {
    const { callId } = await here.app.call('desk.note', { leadId, note })
    await here.app.call('call.log', { ...UNREACHED, leadId, callId, outcome: 'gatekeeper', listId })
  }
  return leadId
}

/** Of the field and each of the last notes: whether nothing hides its middle. */
const inSight = (page: Page): Promise<boolean[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-field=note] textarea, [aria-label="The last notes"] li')].map(
      (it) => {
        const { left, top, width, height } = it.getBoundingClientRect()
        const there = document.elementFromPoint(left + width / 2, top + height / 2)
        return there !== null && it.contains(there)
      },
    ),
  )
