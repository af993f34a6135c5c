import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { PAGES } from '#renderer/features/settings/pages'
import { sample } from './sample.ts'
import { sitAsAdmin } from './seats.ts'
import { FULL, type State } from './states.ts'
import { LEADS_OWN, MORE } from './states-more.ts'
import { naughty } from './typing.ts'
import { typist } from './typist.ts'
import { openWindow } from './window.ts'

const here = sample()

/** Where others have been before, and nothing is left to be typed in. */
const SEEN = /promise moved|MEDDIC|BANT again|team lead|promises|review|a key given|^settings/
const STATES = [...FULL, ...MORE, ...LEADS_OWN].filter(({ name }) => !SEEN.test(name))

/** Fewer would mean that screens were not reached: what stands here is what was counted when it was last looked at. */
const FIELDS_AT_LEAST = 300

it('is typed into every field of every screen and saved: it stands as text, nothing runs, the layout holds', async () => {
  await sitAsAdmin(here.app, naughty(7))
  await here.app.call('settings.save', { language: 'es', theme: 'light' })
  const { page, complaints } = await openWindow(here.browser, here.app, {
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
  expect(here.app.stderr()).toBe('')
  expect(count()).toBeGreaterThan(FIELDS_AT_LEAST)
})

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
  const { rows } = await here.app.call('leads.page', { ...order, offset: 0, limit: 1 })
  return rows.map(({ leadId }) => ({ name: 'an opportunity', at: `/leads/${leadId}` }))
}
