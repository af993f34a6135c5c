import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { PAGES } from '#renderer/features/settings/pages'
import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { FULL, type State } from './states.ts'
import { LEADS_OWN, MORE } from './states-more.ts'
import { naughty } from './typing.ts'
import { typist } from './typist.ts'
import { openWindow } from './window.ts'

let app: Headless
let browser: Browser
beforeAll(async () => {
  app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Where others have been before, and nothing is left to be typed in. */
const SEEN = /promise moved|MEDDIC|BANT again|team lead|promises|review|a key given|^settings/
const STATES = [...FULL, ...MORE, ...LEADS_OWN].filter(({ name }) => !SEEN.test(name))

/** Fewer would mean that screens were not reached: what stands here is what was counted when it was last looked at. */
const FIELDS_AT_LEAST = 300

it('is typed into every field of every screen and saved: it stands as text, nothing runs, the layout holds', async () => {
  await sitAsAdmin()
  const { page, complaints } = await openWindow(browser, app, {
    viewport: { width: 900, height: 700 },
    reducedMotion: 'reduce',
  })
  page.setDefaultTimeout(10_000)
  const { wrong, visit, count } = typist(page)
  page.on('dialog', (dialog) => (wrong.push(`ran: ${dialog.message()}`), void dialog.dismiss()))
  await page.locator('main h1, main h2').first().waitFor()
  for (const state of [...STATES, ...IMPORT, ...(await opportunity())]) await visit(state)
  for (const { id } of PAGES) await visit({ name: `settings ${id}`, at: `/settings/${id}` })
  expect(wrong).toEqual([])
  expect(complaints).toEqual([])
  // Whatever the engine could not take it would have logged.
  expect(app.stderr()).toBe('')
  expect(count()).toBeGreaterThan(FIELDS_AT_LEAST)
}, 400_000)

/** Who may change everything, and whose own name is one of the bad ones. */
async function sitAsAdmin(): Promise<void> {
  const { reps } = await app.call('app.state', {})
  await app.call('people.sit', { repId: reps.find(({ role }) => role === 'team_lead')?.id ?? '' })
  const admin = await app.call('people.add', { name: naughty(7), role: 'admin' })
  await app.call('people.sit', { repId: admin.id })
  await app.call('settings.save', { language: 'es', theme: 'light' })
}

const FILE = {
  name: `${naughty(4)}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Nombre;Tel\u00E9fono;${naughty(4)}\n${naughty(4)};600 111 222;${naughty(1)}\nAna;;${naughty(7)}\n`,
  ),
}
const toImport =
  (...steps: string[]) =>
  async (page: Page) => {
    await page.locator('input[type=file]').setInputFiles(FILE)
    await page.locator('main h2').first().waitFor()
    for (const step of steps) await page.keyboard.press(step)
  }
const IMPORT: readonly State[] = [
  { name: 'a file', at: '/import', reach: toImport() },
  { name: 'its columns', at: '/import', reach: toImport('Control+Enter') },
]

async function opportunity(): Promise<State[]> {
  const order = { filter: { stages: ['opportunity' as const] }, sort: 'newest' as const, descending: true }
  const { rows } = await app.call('leads.page', { ...order, offset: 0, limit: 1 })
  return rows.map(({ leadId }) => ({ name: 'an opportunity', at: `/leads/${leadId}` }))
}
