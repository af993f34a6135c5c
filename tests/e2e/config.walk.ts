import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { axeViolations, openWindow } from './window.ts'

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

/** An admin of the sample team: its lead brings the first. */
async function sitAdmin(): Promise<void> {
  const { reps } = await app.call('app.state', {})
  await app.call('people.sit', { repId: reps.find(({ role }) => role === 'team_lead')?.id ?? '' })
  const { id } = await app.call('people.add', { name: 'Eva Sanz', role: 'admin' })
  await app.call('people.sit', { repId: id })
  await app.call('settings.save', { language: 'es' })
}

async function takeOut(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar en un archivo' }).press('Enter')
  return readFileSync(await (await download).path(), 'utf8')
}

it('the configuration goes out by keyboard, comes in changed after a look, and one press undoes it', async () => {
  await sitAdmin()
  const { page, complaints } = await openWindow(browser, app)
  await page.locator('main h1').waitFor()
  // A new lead is deaf to keys at first.
  await page.clock.runFor(500)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('configuración en un archivo')
  await page.getByRole('option', { name: /Toda la configuración/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#/settings/configuration/title')
  const before = await takeOut(page)

  const file = join(tmpdir(), `callwright-walk-${app.pid}.json`)
  writeFileSync(file, before.replace('"threshold": 75', '"threshold": 70'))
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('checkbox', { name: 'Cualificación' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Traer 1 apartado' }).press('Enter')
  await page.getByText(/vale como versión/).waitFor()
  const threshold = async () =>
    (await app.call('definition.get', {})).frameworks[0]?.versions[0]?.definition.threshold
  expect(await threshold()).toBe(70)
  await page.getByRole('button', { name: 'Deshacer' }).press('Enter')
  await page.getByText('Todo está como antes.').waitFor()
  expect(await threshold()).toBe(75)
  expect(await takeOut(page)).toBe(before)
  expect(complaints).toEqual([])
})
